/** The lines of full sessions. Whatever writes runs under the lock of the session. */
import { sql } from 'kysely'
import type { Reader } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import type { Actor } from '../accounts/person.ts'
import { nameOnDoor } from '../businesses/business.ts'
import { isWithin } from '../businesses/reach-store.ts'
import { maySeeContacts } from '../training-sessions/training-session.ts'
import type { Holder } from './allot-seats.ts'
import type { EntryState, Line, WaitingLine, WaitlistEntry } from './waiting.ts'

const live: EntryState[] = ['waiting', 'offered']

export async function findLine(db: Reader, trainingSessionId: string): Promise<Line> {
  const query = db.selectFrom('trainingSessions').select(['peopleWaiting', 'waitingPlaces'])
  const row = await query.where('id', '=', trainingSessionId).executeTakeFirst()
  return row ?? { peopleWaiting: 0, waitingPlaces: 0 }
}

export function findEntry(db: Reader, id: string): Promise<WaitlistEntry | null> {
  return one(detailed(db).where('waitlistEntries.id', '=', id))
}

export function findEntryByToken(db: Reader, token: string): Promise<WaitlistEntry | null> {
  return one(detailed(db).where('waitlistEntries.token', '=', token))
}

/** Where a person waits or has an offer, soonest session first. */
export async function listEntriesOf(db: Reader, now: Date, personId: string): Promise<WaitlistEntry[]> {
  const rows = await detailed(db)
    .where('waitlistEntries.personId', '=', personId)
    .where('state', 'in', live)
    .where('startsAt', '>', now)
    .orderBy('startsAt')
    .limit(50)
    .execute()
  return rows.map(asEntry)
}

/** Everybody who waits for a seat of the session or has one on offer, in the order of asking. */
export async function listWaiting(db: Reader, trainingSessionId: string): Promise<WaitlistEntry[]> {
  const rows = await detailed(db)
    .where('waitlistEntries.trainingSessionId', '=', trainingSessionId)
    .where('state', 'in', live)
    .orderBy('ticket')
    .execute()
  return rows.map(asEntry)
}

export type LiveEntry = { id: string; token: string; formKey: string | null }

/** The place that somebody has in the line, or the offer. */
export async function findLiveEntry(
  db: Reader,
  trainingSessionId: string,
  holder: Holder,
): Promise<LiveEntry | null> {
  const entries = db
    .selectFrom('waitlistEntries')
    .innerJoin('people', 'people.id', 'personId')
    .select(['waitlistEntries.id', 'token', 'formKey'])
    .where('trainingSessionId', '=', trainingSessionId)
    .where('state', 'in', live)
  const own =
    'personId' in holder
      ? entries.where('personId', '=', holder.personId)
      : entries.where('email', '=', holder.email)
  return (await own.executeTakeFirst()) ?? null
}

/** The line as staff see it, offers first; staff of a relay see the people of its businesses. */
export function listWaitingLines(
  db: Reader,
  trainingSessionId: string,
  viewer: Actor,
): Promise<WaitingLine[]> {
  return db
    .selectFrom('waitlistEntries')
    .innerJoin('people', 'people.id', 'personId')
    .leftJoin('businesses', (join) =>
      join.onRef('businesses.id', '=', 'businessId').on('businesses.diffusion', '=', 'O'),
    )
    .select(['people.name', 'joinedAt', 'expiresAt'])
    .select(rankInLine)
    .select((eb) => [
      maySeeContacts(viewer)
        ? eb.ref('people.email').$castTo<string | null>().as('email')
        : sql<string | null>`null`.as('email'),
      eb.fn.coalesce('businesses.sign', 'businesses.name').as('businessName'),
    ])
    .where('trainingSessionId', '=', trainingSessionId)
    .where('state', 'in', live)
    .where(isWithin(viewer))
    .orderBy('state')
    .orderBy('ticket')
    .execute()
}

/** Counted among everybody who waits, also those whom the viewer does not see. */
const rankInLine = sql<number>`(select count(*)::int from waitlist_entries before
  where before.training_session_id = waitlist_entries.training_session_id
    and before.state = 'waiting' and before.ticket <= waitlist_entries.ticket)`.as('rank')

/** Offers that ended by `limit` and are still held, oldest first. */
export function listLapsedOffers(db: Reader, limit: Date): Promise<{ entryId: string }[]> {
  return db
    .selectFrom('waitlistEntries')
    .select('id as entryId')
    .where('state', '=', 'offered')
    .where('expiresAt', '<=', limit)
    .orderBy('expiresAt')
    .limit(1000)
    .execute()
}

function detailed(db: Reader) {
  return db
    .selectFrom('waitlistEntries')
    .innerJoin('trainingSessions', 'trainingSessions.id', 'waitlistEntries.trainingSessionId')
    .innerJoin('people', 'people.id', 'waitlistEntries.personId')
    .leftJoin('bookings', 'bookings.id', 'waitlistEntries.bookingId')
    .leftJoin('businesses', (join) =>
      join.onRef('businesses.id', '=', 'waitlistEntries.businessId').on('businesses.diffusion', '=', 'O'),
    )
    .select(['waitlistEntries.id', 'waitlistEntries.token', 'waitlistEntries.personId'])
    .select(['waitlistEntries.businessId', 'waitlistEntries.diagnosticId', 'waitlistEntries.language'])
    .select(['state', 'joinedAt', 'expiresAt', 'bookings.token as bookingToken', 'people.email'])
    .select(['trainingSessions.id as sessionId', 'trainingId', 'startsAt', 'endsAt', 'zone', 'capacity'])
    .select(['seatsTaken', 'trainer', 'roomUrl', 'trainingSessions.cancelledAt as sessionCancelledAt'])
    .select([
      'businesses.name as businessName',
      'businesses.sign as businessSign',
      'businesses.departmentCode',
    ])
    .select(
      sql<number | null>`case when waitlist_entries.state = 'waiting' then (
        select count(*)::int from waitlist_entries ahead
        where ahead.training_session_id = waitlist_entries.training_session_id
          and ahead.state = 'waiting' and ahead.ticket <= waitlist_entries.ticket) end`.as('rank'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof detailed>['executeTakeFirstOrThrow']>>

async function one(query: ReturnType<typeof detailed>): Promise<WaitlistEntry | null> {
  const row = await query.executeTakeFirst()
  return row ? asEntry(row) : null
}

function asEntry(row: Row): WaitlistEntry {
  const { id, token, personId, businessId, diagnosticId, joinedAt, expiresAt, bookingToken, rank } = row
  const { sessionId, trainingId, startsAt, endsAt, zone, capacity, seatsTaken, trainer, roomUrl } = row
  const { businessName: name, businessSign: sign, departmentCode, email } = row
  const { sessionCancelledAt: cancelledAt } = row
  const place = { capacity, seatsTaken, trainer, roomUrl, cancelledAt }
  const session = { id: sessionId, trainingId, startsAt, endsAt, zone, ...place }
  const own = {
    id,
    token,
    personId,
    businessId,
    diagnosticId,
    joinedAt,
    expiresAt,
    bookingToken,
    rank,
    email,
  }
  return {
    ...own,
    session,
    language: row.language as Language,
    state: row.state as EntryState,
    business: name === null ? null : { name: nameOnDoor({ name, sign }), departmentCode },
  }
}
