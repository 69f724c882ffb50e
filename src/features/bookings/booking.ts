import type { Language } from '../../core/language.ts'
import { maySeeBusinesses, type Actor } from '../accounts/person.ts'
import type { TrainingSession } from '../training-sessions/training-session.ts'

/** A seat that somebody holds, or held, in a session. Who has its token may see and cancel it. */
export type Booking = {
  id: string
  token: string
  personId: string
  language: Language
  /** SEQUENCE of its calendar entry: raised with every change of the facts. */
  icsSequence: number
  /** First names of those who come along, on a seat each. */
  companions: readonly string[]
  bookedAt: Date
  cancelledAt: Date | null
}

/** A booking with what its page and its mails tell. */
export type BookingDetails = Booking & {
  session: TrainingSession
  email: string
  personName: string
  /** Null also when the business asked not to be shown. */
  business: { name: string; departmentCode: string | null } | null
}

/** A line of a session's roster. */
export type RosterLine = {
  name: string
  /** Null for who may not see how to write to people. */
  email: string | null
  businessName: string | null
  commune: string | null
  companions: readonly string[]
  bookedAt: Date
}

/** Seats of a booking: its holder's, and one for each who comes along. */
export function seatsOf({ companions = [] }: { companions?: readonly string[] }): number {
  return 1 + companions.length
}

/** A diagnostic in its owner's space. */
export type OwnDiagnostic = {
  token: string
  startedAt: Date
  finishedAt: Date | null
  businessName: string | null
}

/** Advisers book for the owner they have on the telephone. */
export function mayBookForOwners(actor: Actor | null): boolean {
  return maySeeBusinesses(actor)
}

export type BookingState = 'upcoming' | 'past' | 'cancelled'

export function bookingState(
  { cancelledAt, session }: Pick<BookingDetails, 'cancelledAt' | 'session'>,
  now: Date,
): BookingState {
  if (cancelledAt !== null || session.cancelledAt !== null) return 'cancelled'
  return session.startsAt > now ? 'upcoming' : 'past'
}

export const reminderKinds = ['day-before', 'hour-before', 'ten-minutes-before'] as const
export type ReminderKind = (typeof reminderKinds)[number]

const minute = 60_000

/** How long before the start each reminder goes out, in minutes: hours that pass, not hours on a clock. */
const minutesBefore: Readonly<Record<ReminderKind, number>> = {
  'day-before': 24 * 60,
  'hour-before': 60,
  'ten-minutes-before': 10,
}

export function reminderDue(kind: ReminderKind, startsAt: Date): Date {
  return new Date(startsAt.getTime() - minutesBefore[kind] * minute)
}

/** The reminders to promise when one books now: those whose hour has passed are not. */
export function remindersOf(startsAt: Date, now: Date): { kind: ReminderKind; dueAt: Date }[] {
  return reminderKinds
    .map((kind) => ({ kind, dueAt: reminderDue(kind, startsAt) }))
    .filter(({ dueAt }) => dueAt > now)
}

/** Too late to be of use: the session has begun, or the next reminder is already due. */
export function isStale(kind: ReminderKind, startsAt: Date, now: Date): boolean {
  const next = reminderKinds[reminderKinds.indexOf(kind) + 1]
  return now >= (next ? reminderDue(next, startsAt) : startsAt)
}
