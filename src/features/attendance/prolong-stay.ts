import type { Tx } from '../../core/db.ts'
import { isNews, stayUntil, type Hours } from './stay.ts'
import { keepStay, lockJoin, markSeen } from './stay-store.ts'

/** A seat, with the hours of its session. */
export type SeatInRoom = { bookingId: string; session: Hours }

export type StayOutcome =
  | { kind: 'seen' }
  /** Too soon after the last word to change anything. */
  | { kind: 'too-soon' }
  /** Nobody has gone in with this seat. */
  | { kind: 'not-joined' }

/** The page of the room is open at `now`: the stay grows, or after a silence a new one begins. */
export async function prolongStay(
  tx: Tx,
  now: Date,
  { bookingId, session }: SeatInRoom,
): Promise<StayOutcome> {
  const join = await lockJoin(tx, bookingId)
  if (!join) return { kind: 'not-joined' }
  if (!isNews(join.lastSeenAt, now)) return { kind: 'too-soon' }
  const stay = stayUntil(join.lastSeenAt, now, session)
  if (stay) await keepStay(tx, bookingId, stay)
  await markSeen(tx, now, bookingId)
  return { kind: 'seen' }
}
