import type { Tx } from '../../core/db.ts'
import { prolongStay, type SeatInRoom } from './prolong-stay.ts'
import { insertJoin } from './stay-store.ts'

export type JoinOutcome = { kind: 'joined' } | { kind: 'already-joined' }

/** Notes, once, that the holder of a seat went to the room by our page, and begins a stay there. */
export async function joinRoom(tx: Tx, now: Date, seat: SeatInRoom): Promise<JoinOutcome> {
  const isFirst = await insertJoin(tx, now, seat.bookingId)
  await prolongStay(tx, now, seat)
  return { kind: isFirst ? 'joined' : 'already-joined' }
}
