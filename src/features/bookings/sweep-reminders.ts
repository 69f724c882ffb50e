import type { Tx } from '../../core/db.ts'
import { enqueueAll } from '../../core/queue.ts'
import { reminderJob } from './jobs.ts'
import { listWaitingReminders } from './reminder-store.ts'

const patience = 60_000

/** Queues what was due a minute ago and has not gone: a job was lost, or came too early. The row is the truth. */
export async function sweepReminders(tx: Tx, now: Date): Promise<number> {
  const waiting = await listWaitingReminders(tx, new Date(now.getTime() - patience))
  await enqueueAll(
    tx,
    reminderJob,
    waiting.map((payload) => ({ payload })),
  )
  return waiting.length
}
