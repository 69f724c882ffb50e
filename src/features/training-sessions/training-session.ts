import { maySeeBusinesses, type Actor } from '../accounts/person.ts'
import type { TrainingId } from '../programmes/training.ts'

/** A training on a given day. `zone` is the IANA name of the place it was announced for. */
export type TrainingSession = {
  id: string
  trainingId: TrainingId
  startsAt: Date
  endsAt: Date
  zone: string
  capacity: number
  seatsTaken: number
  trainer: string
  /** Where to click on the day; null until it is known. */
  roomUrl: string | null
  cancelledAt: Date | null
}

/** What a visitor finds: seats, no seat any more, too late, or called off. */
export type SessionState = 'open' | 'full' | 'past' | 'cancelled'

/** Still ahead and not called off, whether or not seats are left. */
export function isOpen(session: TrainingSession, now: Date): boolean {
  return session.cancelledAt === null && session.startsAt > now
}

export function seatsLeft({
  capacity,
  seatsTaken,
}: Pick<TrainingSession, 'capacity' | 'seatsTaken'>): number {
  return capacity - seatsTaken
}

export function hasSeat(session: Pick<TrainingSession, 'capacity' | 'seatsTaken'>): boolean {
  return seatsLeft(session) > 0
}

export function stateOf(session: TrainingSession, now: Date): SessionState {
  if (session.cancelledAt !== null) return 'cancelled'
  if (session.startsAt <= now) return 'past'
  return hasSeat(session) ? 'open' : 'full'
}

export function maySchedule(actor: Actor | null): boolean {
  return actor?.role === 'operator'
}

/** Trainers see who comes, not how to write to them: they meet in the room. */
export function maySeeContacts(actor: Actor | null): boolean {
  return maySeeBusinesses(actor)
}
