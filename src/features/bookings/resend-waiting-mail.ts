import type { Tx } from '../../core/db.ts'
import { enqueue } from '../../core/queue.ts'
import { waitingMailJob } from './jobs.ts'

/** Sends what the person should know, a place in line or an offer, to its own mailbox: at most once an hour. */
export async function resendWaitingMail(tx: Tx, now: Date, { entryId }: { entryId: string }): Promise<void> {
  const again = now.toISOString().slice(0, 13)
  // Of the two the one that is not true is not written.
  await enqueue(tx, waitingMailJob, { entryId, kind: 'joined', again })
  await enqueue(tx, waitingMailJob, { entryId, kind: 'offered', again })
}
