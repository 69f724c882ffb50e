import type { Tx } from '../../core/db.ts'
import { enqueue } from '../../core/queue.ts'
import { confirmationJob } from './jobs.ts'

/** Sends the confirmation once more to its own mailbox, at most once an hour whoever asks. */
export async function resendConfirmation(
  tx: Tx,
  now: Date,
  { bookingId }: { bookingId: string },
): Promise<void> {
  await enqueue(tx, confirmationJob, { bookingId, again: now.toISOString().slice(0, 13) })
}
