/** SQL of the list on which attendance is noted. */
import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { maySeeContacts } from '../training-sessions/training-session.ts'
import type { AttendanceLine, DeclaredState } from './declaration.ts'

type Row = Omit<AttendanceLine, 'declared'> & {
  state: DeclaredState | null
  declaredBy: string | null
  declaredAt: Date | null
}

/** Everybody with a seat in the session, by name, with the facts of each; the viewer may see the session. */
export async function listAttendance(
  db: Reader,
  trainingSessionId: string,
  viewer: Actor,
): Promise<AttendanceLine[]> {
  const rows = await ask<Row>(
    db,
    sql`
      select b.id as booking_id, p.name, b.booked_at, j.joined_at, stays.minutes,
        case when ${maySeeContacts(viewer)} then p.email end as email,
        coalesce(shop.sign, shop.name) as business_name, shop.commune,
        d.state, d.declared_at, coalesce(nullif(teller.name, ''), teller.email) as declared_by
      from bookings b
      join people p on p.id = b.person_id
      left join businesses shop on shop.id = b.business_id and shop.diffusion = 'O'
      left join attendance_joins j on j.booking_id = b.id
      left join attendance_declarations d on d.booking_id = b.id and d.seat = 0
      left join people teller on teller.id = d.declared_by
      left join lateral (
        select floor(sum(extract(epoch from to_at - from_at)) / 60)::int4 as minutes
        from attendance_stays where booking_id = b.id) stays on true
      where b.training_session_id = ${trainingSessionId} and b.cancelled_at is null
      order by p.name = '', lower(p.name), b.booked_at, b.id`,
  )
  return rows.map(({ state, declaredBy, declaredAt, ...line }) => ({
    ...line,
    declared: state && declaredAt && { state, by: declaredBy ?? '', at: declaredAt },
  }))
}

/** By booking with a seat: what was said of it. Read under the lock of the session, nothing comes in between. */
export async function readDeclared(
  tx: Tx,
  trainingSessionId: string,
): Promise<Map<string, DeclaredState | null>> {
  const rows = await tx
    .selectFrom('bookings')
    .leftJoin('attendanceDeclarations as said', (join) =>
      join.onRef('said.bookingId', '=', 'bookings.id').on('said.seat', '=', 0),
    )
    .select(['bookings.id', 'said.state'])
    .where('trainingSessionId', '=', trainingSessionId)
    .where('cancelledAt', 'is', null)
    .execute()
  return new Map(rows.map(({ id, state }) => [id, state as DeclaredState | null]))
}

type NewDeclaration = { bookingId: string; state: DeclaredState }

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
    .values(said.map((one) => ({ ...one, seat: 0, declaredBy, declaredAt: now })))
    .onConflict((conflict) =>
      conflict.columns(['bookingId', 'seat']).doUpdateSet((eb) => ({
        state: eb.ref('excluded.state'),
        declaredBy: eb.ref('excluded.declaredBy'),
        declaredAt: eb.ref('excluded.declaredAt'),
      })),
    )
    .execute()
}

/** Names of those who gave their seat back, of these bookings of the session. */
export async function listGone(
  db: Reader,
  trainingSessionId: string,
  bookingIds: readonly string[],
): Promise<string[]> {
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
