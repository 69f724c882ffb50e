import type { Language } from '../../core/language.ts'
import type { TrainingSession } from '../training-sessions/training-session.ts'

export type EntryState =
  | 'waiting'
  /** A seat is held for the person, until `expiresAt`. */
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  /** The session began or was called off first. */
  | 'closed'

/** Where an entry may go: a seat is accepted, refused or lost once, and never offered to the same entry again. */
export const nextStates: Readonly<Record<EntryState, readonly EntryState[]>> = {
  waiting: ['offered', 'withdrawn', 'closed'],
  offered: ['accepted', 'declined', 'expired', 'closed'],
  accepted: [],
  declined: [],
  expired: [],
  withdrawn: [],
  closed: [],
}

/** Somebody in the line of a full session. Who has its token may see it, leave, and take the seat offered. */
export type WaitlistEntry = {
  id: string
  token: string
  personId: string
  businessId: string | null
  diagnosticId: string | null
  language: Language
  state: EntryState
  joinedAt: Date
  /** When the offer ends, or ended; null before there is one. */
  expiresAt: Date | null
  /** Of the seat that was taken. */
  bookingToken: string | null
  /** First, second… in line; null for who no longer waits. */
  rank: number | null
  session: TrainingSession
  email: string
  /** Null also when the business asked not to be shown. */
  business: { name: string; departmentCode: string | null } | null
}

/** How long a line is, and may become. Offers do not count: theirs are seats. */
export type Line = { peopleWaiting: number; waitingPlaces: number }

/** A line of the roster, for who waits. */
export type WaitingLine = {
  name: string
  /** Null for who may not see how to write to people. */
  email: string | null
  businessName: string | null
  joinedAt: Date
  /** Null while there is no offer. */
  expiresAt: Date | null
  /** Among everybody who waits; of no meaning for an offer. */
  rank: number
}

/** What the entry is worth at a moment: an offer nobody has ended yet has lapsed all the same. */
export type Standing = 'waiting' | 'offered' | 'accepted' | 'left' | 'lapsed' | 'over' | 'called-off'

type Stood = Pick<WaitlistEntry, 'state' | 'expiresAt'> & {
  session: Pick<TrainingSession, 'startsAt' | 'cancelledAt'>
}

export function standingOf({ state, expiresAt, session }: Stood, now: Date): Standing {
  if (state === 'accepted') return 'accepted'
  if (state === 'declined' || state === 'withdrawn') return 'left'
  if (session.cancelledAt !== null) return 'called-off'
  if (state === 'closed' || session.startsAt <= now) return 'over'
  if (state === 'expired') return 'lapsed'
  if (state === 'waiting') return 'waiting'
  return expiresAt !== null && expiresAt > now ? 'offered' : 'lapsed'
}

const minute = 60_000
const longest = 24 * 60 * minute
const shortest = 15 * minute

/**
 * When an offer made now ends: after a quarter of the time that is left, so that several people may be asked
 * before the session; a day at most, a quarter of an hour at least, and never after the session has begun.
 */
export function offerEndsAt(now: Date, startsAt: Date): Date {
  const left = startsAt.getTime() - now.getTime()
  const life = Math.min(longest, Math.max(shortest, Math.floor(left / 4)))
  return new Date(Math.min(now.getTime() + life, startsAt.getTime()))
}
