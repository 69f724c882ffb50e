import type { Tx } from '../../core/db.ts'
import { countSender, type Sender, type SenderOutcome } from '../../core/rate-limit.ts'

/** Seats must not be swept up by a program, nor a mailbox be flooded; a room of owners behind one line gets in. */
const limits = {
  perAddress: { name: 'book-address', max: 100, seconds: 900 },
  perMailbox: { name: 'book-mailbox', max: 10, seconds: 3600 },
}

export function countBookingAttempt(tx: Tx, now: Date, sender: Sender): Promise<SenderOutcome> {
  return countSender(tx, now, limits, sender)
}
