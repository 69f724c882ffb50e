/** When the room of a session is open, and when its link is worth showing. */
import type { TrainingSession } from '../training-sessions/training-session.ts'

type Dated = Pick<TrainingSession, 'startsAt' | 'endsAt' | 'cancelledAt'>

export type RoomState = 'early' | 'open' | 'over' | 'called-off'

const minute = 60_000

/** A quarter of an hour before the start: time to find one's headphones. */
export function roomOpensAt({ startsAt }: Pick<Dated, 'startsAt'>): Date {
  return new Date(startsAt.getTime() - 15 * minute)
}

/** Half an hour after the end: sessions run over, and questions remain. */
export function roomClosesAt({ endsAt }: Pick<Dated, 'endsAt'>): Date {
  return new Date(endsAt.getTime() + 30 * minute)
}

export function roomStateOf(session: Dated, now: Date): RoomState {
  if (session.cancelledAt !== null) return 'called-off'
  if (now < roomOpensAt(session)) return 'early'
  return now < roomClosesAt(session) ? 'open' : 'over'
}

/** From an hour before the start until the room closes, a link to the session leads to our page of the room. */
export function isRoomNear(session: Dated, now: Date): boolean {
  const state = roomStateOf(session, now)
  return state === 'open' || (state === 'early' && session.startsAt.getTime() - now.getTime() <= 60 * minute)
}
