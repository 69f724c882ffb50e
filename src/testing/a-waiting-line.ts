/** Full sessions and people who wait for a seat, made by the real verbs. */
import { sql } from 'kysely'
import { ask, transaction, type Db } from '../core/db.ts'
import type { SeatRequest } from '../features/bookings/allot-seats.ts'
import type { BookingDetails } from '../features/bookings/booking.ts'
import { joinLine } from '../features/bookings/join-line.ts'
import type { WaitlistEntry } from '../features/bookings/waiting.ts'
import { findEntryByToken } from '../features/bookings/waiting-store.ts'
import type { NewSession } from '../features/training-sessions/store.ts'
import type { TrainingSession } from '../features/training-sessions/training-session.ts'
import { aBooking, aTrainingSession } from './a-training-session.ts'
import { testNow } from './app.ts'

export type FullSession = { session: TrainingSession; bookings: BookingDetails[] }

/** Every seat is booked; one seat unless more are asked for. */
export async function aFullSession(db: Db, more: Partial<NewSession> = {}): Promise<FullSession> {
  const session = await aTrainingSession(db, { capacity: 1, ...more })
  const bookings: BookingDetails[] = []
  for (let seat = 0; seat < session.capacity; seat += 1)
    bookings.push(await aBooking(db, { session, at: testNow }))
  return { session, bookings }
}

export function aWish(trainingSessionId: string, email: string, formKey: string | null = null): SeatRequest {
  return {
    trainingSessionId,
    holder: { email },
    businessId: null,
    diagnosticId: null,
    language: 'fr',
    formKey,
  }
}

/** Somebody at the end of the line. */
export async function aWaitingPerson(
  db: Db,
  { session }: Pick<FullSession, 'session'>,
  email: string,
): Promise<WaitlistEntry> {
  const outcome = await transaction(db, (tx) => joinLine(tx, testNow, aWish(session.id, email)))
  const entry = outcome.kind === 'waiting' ? await findEntryByToken(db, outcome.token) : null
  if (!entry) throw new Error(`nobody waits: ${outcome.kind}`)
  return entry
}

export type Seats = {
  capacity: number
  taken: number
  waiting: number
  booked: number
  offered: number
  inLine: number
}

/** The counters of a session and the rows they count, at one instant. */
export async function seatsOf(db: Db, id: string): Promise<Seats> {
  const [seats] = await ask<Seats>(
    db,
    sql`
      select capacity, seats_taken as taken, people_waiting as waiting,
        (select coalesce(sum(1 + cardinality(companions)), 0)::int from bookings b where b.training_session_id = s.id and b.cancelled_at is null) as booked,
        (select count(*)::int from waitlist_entries e where e.training_session_id = s.id and e.state = 'offered') as offered,
        (select count(*)::int from waitlist_entries e where e.training_session_id = s.id and e.state = 'waiting') as in_line
      from training_sessions s where id = ${id}`,
  )
  if (!seats) throw new Error('there is no such session')
  return seats
}

/** What must hold at every instant; null when it does. */
export function whatIsWrong({ capacity, taken, waiting, booked, offered, inLine }: Seats): string | null {
  if (taken > capacity) return 'more seats than there are'
  if (waiting > 0 && taken < capacity) return 'a seat is idle while somebody waits'
  if (taken !== booked + offered || waiting !== inLine) return 'the counters are not what the rows say'
  return null
}
