import type { Tx } from '../../core/db.ts'
import { prolongStay, type StayOutcome } from '../attendance/prolong-stay.ts'
import { findSeatInRoom, type NoRoom } from './find-open-room.ts'

/** The page of the room says that it is open. */
export async function stayInRoom(tx: Tx, now: Date, token: string): Promise<StayOutcome | NoRoom> {
  const found = await findSeatInRoom(tx, now, token)
  if (found.kind !== 'open') return found
  const { id: bookingId, session } = found.booking
  return prolongStay(tx, now, { bookingId, session })
}
