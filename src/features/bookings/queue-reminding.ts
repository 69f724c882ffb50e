import type { Tx } from '../../core/db.ts'
import { enqueueAll } from '../../core/queue.ts'
import { remindSessionJob } from './jobs.ts'
import type { DueReminder } from './seat-store.ts'

/** Promises the reminders of a session, one job a kind: whoever books later is due at the same moments. */
export async function queueReminding(
  tx: Tx,
  trainingSessionId: string,
  reminders: readonly DueReminder[],
): Promise<void> {
  const promises = reminders.map(({ kind, dueAt }) => ({
    payload: { trainingSessionId, kind },
    timing: { startAfter: dueAt },
  }))
  await enqueueAll(tx, remindSessionJob, promises)
}
