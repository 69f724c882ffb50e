import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import type { SeatOutcome, SeatRequest } from './allot-seats.ts'
import { bookSeat } from './book-seat.ts'
import { mayBookForOwners } from './booking.ts'
import { joinLine, type JoinOutcome } from './join-line.ts'

/** `mayWait`: when no seat is left, one place in the line. */
type OwnerRequest = { wish: Omit<SeatRequest, 'bookedBy'>; mayWait: boolean }

export type OwnerOutcome = SeatOutcome | JoinOutcome | { kind: 'forbidden' }

/** Books for an owner on the telephone, as the owner would; that somebody of the team did it is kept. */
export async function bookForOwner(
  tx: Tx,
  now: Date,
  actor: Actor,
  { wish, mayWait }: OwnerRequest,
): Promise<OwnerOutcome> {
  if (!mayBookForOwners(actor)) return { kind: 'forbidden' }
  const request = { ...wish, bookedBy: actor.personId }
  return mayWait ? joinLine(tx, now, request) : bookSeat(tx, now, request)
}
