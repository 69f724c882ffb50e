/** SQL of the list on which attendance is noted. */
import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { isWithin } from '../businesses/reach-store.ts'
import { maySeeContacts } from '../training-sessions/training-session.ts'
import { placeOf, seatOf, type AttendanceLine, type DeclaredState, type Place } from './declaration.ts'

type Row = Omit<AttendanceLine, 'declared' | 'place'> & {
  bookingId: string
  seat: number
  state: DeclaredState | null
  declaredBy: string | null
  declaredAt: Date | null
}

/**
 * Everybody with a seat in the session, by the name of who booked, with the facts of each; what the page of the room
 * knows is known of who booked. The viewer may see the session; staff of a relay read the people of its businesses.
 */
export async function listAttendance(
  db: Reader,
  trainingSessionId: string,
  viewer: Actor,
): Promise<AttendanceLine[]> {
  const rows = await ask<Row>(
    db,
    sql`
      select b.id as booking_id, place.seat, b.booked_at,
        coalesce(b.companions[place.seat], p.name) as name,
        case when place.seat > 0 then p.name end as "with",
        case when place.seat = 0 then j.joined_at end as joined_at,
        case when place.seat = 0 then stays.minutes end as minutes,
        case when ${maySeeContacts(viewer)} and place.seat = 0 then p.email end as email,
        coalesce(shop.sign, shop.name) as business_name, shop.commune,
        d.state, d.declared_at, coalesce(nullif(teller.name, ''), teller.email) as declared_by
      from bookings b
      join people p on p.id = b.person_id
      cross join lateral generate_series(0, cardinality(b.companions)) as place (seat)
      left join businesses shop on shop.id = b.business_id and shop.diffusion = 'O'
      left join attendance_joins j on j.booking_id = b.id
      left join attendance_declarations d on d.booking_id = b.id and d.seat = place.seat
      left join people teller on teller.id = d.declared_by
      left join lateral (
        select floor(sum(extract(epoch from to_at - from_at)) / 60)::int4 as minutes
        from attendance_stays where booking_id = b.id) stays on true
      where b.training_session_id = ${trainingSessionId} and b.cancelled_at is null and ${isWithin(viewer, 'shop')}
      order by p.name = '', lower(p.name), b.booked_at, b.id, place.seat`,
  )
  return rows.map(({ bookingId, seat, state, declaredBy, declaredAt, ...line }) => ({
    ...line,
    place: placeOf(bookingId, seat),
    declared: state && declaredAt && { state, by: declaredBy ?? '', at: declaredAt },
  }))
}

/** By place with a seat: what was said of it. Read under the lock of the session, nothing comes in between. */
export async function readDeclared(
  tx: Tx,
  trainingSessionId: string,
): Promise<Map<Place, DeclaredState | null>> {
  const rows = await ask<{ bookingId: string; seat: number; state: DeclaredState | null }>(
    tx,
    sql`
      select b.id as booking_id, place.seat, said.state from bookings b
      cross join lateral generate_series(0, cardinality(b.companions)) as place (seat)
      left join attendance_declarations said on said.booking_id = b.id and said.seat = place.seat
      where b.training_session_id = ${trainingSessionId} and b.cancelled_at is null`,
  )
  return new Map(rows.map(({ bookingId, seat, state }) => [placeOf(bookingId, seat), state]))
}

type NewDeclaration = { place: Place; state: DeclaredState }

/** The last word replaces the one before, with who said it and when. */
export async function keepDeclarations(
  tx: Tx,
  now: Date,
  declaredBy: string,
  said: readonly NewDeclaration[],
): Promise<void> {
  if (said.length === 0) return
  await tx
    .insertInto('attendanceDeclarations')
    .values(said.map(({ place, state }) => ({ ...seatOf(place), state, declaredBy, declaredAt: now })))
    .onConflict((conflict) =>
      conflict.columns(['bookingId', 'seat']).doUpdateSet((eb) => ({
        state: eb.ref('excluded.state'),
        declaredBy: eb.ref('excluded.declaredBy'),
        declaredAt: eb.ref('excluded.declaredAt'),
      })),
    )
    .execute()
}

/** Names of those who gave their seat back, of these places of the session. */
export async function listGone(
  db: Reader,
  trainingSessionId: string,
  places: readonly Place[],
): Promise<string[]> {
  const bookingIds = places.map((place) => seatOf(place).bookingId)
  if (bookingIds.length === 0) return []
  const rows = await db
    .selectFrom('bookings')
    .innerJoin('people', 'people.id', 'personId')
    .select('people.name')
    .where('trainingSessionId', '=', trainingSessionId)
    .where('cancelledAt', 'is not', null)
    .where('bookings.id', 'in', bookingIds)
    .orderBy('people.name')
    .execute()
  return rows.map(({ name }) => name)
}
