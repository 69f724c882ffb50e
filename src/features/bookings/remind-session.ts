import type { Tx } from '../../core/db.ts'
import { enqueueAll } from '../../core/queue.ts'
import type { ReminderKind } from './booking.ts'
import { reminderJob } from './jobs.ts'
import { listWaitingRemindersOf } from './reminder-store.ts'

/** Queues one job for each reminder of the session that is due; what is left out the sweep finds. */
export async function remindSession(
  tx: Tx,
  now: Date,
  session: { trainingSessionId: string; kind: ReminderKind },
): Promise<void> {
  const waiting = await listWaitingRemindersOf(tx, now, session)
  await enqueueAll(
    tx,
    reminderJob,
    waiting.map((payload) => ({ payload })),
  )
}
