/** Reading bookings: for their page, their mails, a person's space and a session's roster. */
import { sql } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { nameOnDoor } from '../businesses/business.ts'
import { isWithin } from '../businesses/reach-store.ts'
import type { Language } from '../../core/language.ts'
import { maySeeContacts } from '../training-sessions/training-session.ts'
import type { BookingDetails, OwnDiagnostic, RosterLine } from './booking.ts'

export function findBooking(db: Reader, id: string): Promise<BookingDetails | null> {
  return one(detailed(db).where('bookings.id', '=', id))
}

export function findBookingByToken(db: Reader, token: string): Promise<BookingDetails | null> {
  return one(detailed(db).where('bookings.token', '=', token))
}

/** All bookings of a person, by date of the session, latest first. */
export async function listBookingsOf(db: Reader, personId: string): Promise<BookingDetails[]> {
  const rows = await detailed(db)
    .where('bookings.personId', '=', personId)
    .orderBy('startsAt', 'desc')
    .limit(200)
    .execute()
  return rows.map(asDetails)
}

/** The token of the seat a person holds in a session, for who has signed in. */
export async function findTokenOf(
  db: Reader,
  personId: string,
  trainingSessionId: string,
): Promise<string | null> {
  const query = db
    .selectFrom('bookings')
    .select('token')
    .where('personId', '=', personId)
    .where('trainingSessionId', '=', trainingSessionId)
    .where('cancelledAt', 'is', null)
  return (await query.executeTakeFirst())?.token ?? null
}

/** The business of a person, as last told by a booking or a diagnostic. */
export async function findBusinessIdOf(db: Reader, personId: string): Promise<string | null> {
  const [row] = await ask(
    db,
    sql<{ businessId: string }>`
      select business_id from (
        select business_id, booked_at as told_at from bookings where person_id = ${personId}
        union all
        select business_id, started_at from diagnostics where person_id = ${personId}
      ) told
      where business_id is not null order by told_at desc limit 1`,
  )
  return row?.businessId ?? null
}

/** The address that was last told for a business, by a booking or a diagnostic; null when none was. */
export async function findEmailOfBusiness(db: Reader, businessId: string): Promise<string | null> {
  const [row] = await ask(
    db,
    sql<{ email: string }>`
      select email from (
        select person_id, booked_at as told_at from bookings where business_id = ${businessId}
        union all
        select person_id, started_at from diagnostics where business_id = ${businessId}
      ) told join people on people.id = person_id
      order by told_at desc limit 1`,
  )
  return row?.email ?? null
}

/** The diagnostics a person made signed in, and those that led to a booking of theirs; newest first. */
export async function listDiagnosticsOf(db: Reader, personId: string): Promise<OwnDiagnostic[]> {
  return ask<OwnDiagnostic>(
    db,
    sql`
      select run.token, run.started_at, run.finished_at, coalesce(business.sign, business.name) as business_name
      from diagnostics run left join businesses business on business.id = run.business_id and business.diffusion = 'O'
      where run.person_id = ${personId}
        or run.id in (select diagnostic_id from bookings where person_id = ${personId})
      order by run.started_at desc limit 50`,
  )
}

/** Who holds a seat, in the order of booking; staff of a relay see the people of its businesses. */
export function listRoster(db: Reader, trainingSessionId: string, viewer: Actor): Promise<RosterLine[]> {
  return db
    .selectFrom('bookings')
    .innerJoin('people', 'people.id', 'bookings.personId')
    .leftJoin('businesses', (join) =>
      join.onRef('businesses.id', '=', 'bookings.businessId').on('businesses.diffusion', '=', 'O'),
    )
    .select(['people.name', 'businesses.commune', 'companions', 'bookings.bookedAt'])
    .select((eb) => [
      maySeeContacts(viewer)
        ? eb.ref('people.email').$castTo<string | null>().as('email')
        : sql<string | null>`null`.as('email'),
      eb.fn.coalesce('businesses.sign', 'businesses.name').as('businessName'),
    ])
    .where('bookings.trainingSessionId', '=', trainingSessionId)
    .where('bookings.cancelledAt', 'is', null)
    .where(isWithin(viewer))
    .orderBy('bookings.bookedAt')
    .execute()
}

function detailed(db: Reader) {
  return db
    .selectFrom('bookings')
    .innerJoin('trainingSessions', 'trainingSessions.id', 'bookings.trainingSessionId')
    .innerJoin('people', 'people.id', 'bookings.personId')
    .leftJoin('businesses', (join) =>
      join.onRef('businesses.id', '=', 'bookings.businessId').on('businesses.diffusion', '=', 'O'),
    )
    .select([
      'bookings.id',
      'token',
      'bookings.personId',
      'bookings.language',
      'icsSequence',
      'companions',
      'bookedAt',
      'bookings.cancelledAt',
    ])
    .select([
      'trainingSessionId',
      'trainingId',
      'startsAt',
      'endsAt',
      'zone',
      'capacity',
      'seatsTaken',
      'trainer',
      'roomUrl',
    ])
    .select([
      'trainingSessions.cancelledAt as sessionCancelledAt',
      'people.email',
      'people.name as personName',
    ])
    .select([
      'businesses.name as businessName',
      'businesses.sign as businessSign',
      'businesses.departmentCode',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof detailed>['executeTakeFirstOrThrow']>>

async function one(query: ReturnType<typeof detailed>): Promise<BookingDetails | null> {
  const row = await query.executeTakeFirst()
  return row ? asDetails(row) : null
}

function asDetails(row: Row): BookingDetails {
  const { id, token, personId, icsSequence, companions, bookedAt, cancelledAt, email, personName } = row
  const { trainingId, startsAt, endsAt, zone, capacity, seatsTaken, trainer, roomUrl } = row
  const { businessName, businessSign, departmentCode } = row
  return {
    id,
    token,
    personId,
    icsSequence,
    companions,
    bookedAt,
    cancelledAt,
    email,
    personName,
    language: row.language as Language,
    session: {
      id: row.trainingSessionId,
      trainingId,
      startsAt,
      endsAt,
      zone,
      capacity,
      seatsTaken,
      trainer,
      roomUrl,
      cancelledAt: row.sessionCancelledAt,
    },
    business:
      businessName === null
        ? null
        : { name: nameOnDoor({ name: businessName, sign: businessSign }), departmentCode },
  }
}
