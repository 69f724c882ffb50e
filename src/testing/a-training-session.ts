/** Dated sessions and bookings for tests, made by the real verbs. */
import { newId } from '../core/clock.ts'
import { transaction, type Db } from '../core/db.ts'
import type { Language } from '../core/language.ts'
import { bookSeat } from '../features/bookings/book-seat.ts'
import type { BookingDetails } from '../features/bookings/booking.ts'
import { findBookingByToken } from '../features/bookings/store.ts'
import {
  findTrainingSession,
  insertTrainingSession,
  type NewSession,
} from '../features/training-sessions/store.ts'
import type { TrainingSession } from '../features/training-sessions/training-session.ts'

const created = new Date('2026-11-01T09:00:00Z')
const thirtyMinutes = 30 * 60_000

/** Thirty seats a week after the clock of tests; `endsAt` follows `startsAt` by thirty minutes unless given. */
export async function aTrainingSession(db: Db, more: Partial<NewSession> = {}): Promise<TrainingSession> {
  const startsAt = more.startsAt ?? new Date('2026-11-30T13:00:00Z')
  const session: NewSession = {
    trainingId: 'F01',
    startsAt,
    endsAt: new Date(startsAt.getTime() + thirtyMinutes),
    zone: 'Europe/Paris',
    capacity: 30,
    trainer: 'Camille Test',
    trainerPersonId: null,
    formKey: null,
    roomUrl: 'https://salle.example.org/f01',
    ...more,
  }
  const id = existing(await transaction(db, (tx) => insertTrainingSession(tx, created, session)))
  return existing(await findTrainingSession(db, id))
}

type BookingOptions = {
  session?: TrainingSession
  email?: string
  language?: Language
  businessId?: string | null
  diagnosticId?: string | null
  at?: Date
}

/** A seat booked by somebody new, unless an address is given. */
export async function aBooking(db: Db, options: BookingOptions = {}): Promise<BookingDetails> {
  const {
    email = `${newId()}@example.org`,
    language = 'fr',
    businessId = null,
    diagnosticId = null,
  } = options
  const { at = new Date('2026-11-23T09:00:00Z'), session = await aTrainingSession(db) } = options
  const request = {
    trainingSessionId: session.id,
    holder: { email },
    businessId,
    diagnosticId,
    language,
    formKey: null,
  }
  const outcome = await transaction(db, (tx) => bookSeat(tx, at, request))
  if (outcome.kind !== 'booked') throw new Error(`the seat could not be booked: ${outcome.kind}`)
  return existing(await findBookingByToken(db, outcome.token))
}

function existing<T>(found: T | null): T {
  if (found === null) throw new Error('what was just made is not there')
  return found
}
