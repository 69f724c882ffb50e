import type { Tx } from '../../core/db.ts'
import { enqueueAll } from '../../core/queue.ts'
import { lockTrainingSession } from '../training-sessions/store.ts'
import { waitingMailJob } from './jobs.ts'
import { closeEntries, moveSeats } from './line-store.ts'

/**
 * Ends the line of a session that has begun or was called off, offers too: nobody waits for nothing. When it was
 * called off (`cancelledAt` is set by then), each who waited is told once, however often this runs.
 */
export async function closeLine(tx: Tx, now: Date, trainingSessionId: string): Promise<void> {
  const session = await lockTrainingSession(tx, trainingSessionId)
  if (!session) return
  const offered = await closeEntries(tx, now, { trainingSessionId, state: 'offered' })
  const waiting = await closeEntries(tx, now, { trainingSessionId, state: 'waiting' })
  await moveSeats(tx, trainingSessionId, { taken: -offered.length, waiting: -waiting.length })
  if (session.cancelledAt === null) return
  await enqueueAll(
    tx,
    waitingMailJob,
    [...offered, ...waiting].map((entryId) => ({ payload: { entryId, kind: 'called-off' as const } })),
  )
}
