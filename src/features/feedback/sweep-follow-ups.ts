import type { Tx } from '../../core/db.ts'
import { enqueueAll } from '../../core/queue.ts'
import { followUpKinds } from './follow-up.ts'
import { listDueFollowUps } from './follow-up-store.ts'
import { followUpJob } from './jobs.ts'

/** Queues a job for each mail after a session that is due. The claim of each is the truth: a job too many writes nothing. */
export async function sweepFollowUps(tx: Tx, now: Date): Promise<number> {
  let found = 0
  for (const kind of followUpKinds) {
    const due = await listDueFollowUps(tx, now, kind)
    found += due.length
    await enqueueAll(
      tx,
      followUpJob,
      due.map((payload) => ({ payload })),
    )
  }
  return found
}
