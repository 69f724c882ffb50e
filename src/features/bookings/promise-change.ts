import type { Tx } from '../../core/db.ts'
import { enqueueAll } from '../../core/queue.ts'
import type { TrainingSession } from '../training-sessions/training-session.ts'
import { raiseSequences } from './belief-store.ts'
import { tellChangeJob } from './jobs.ts'

/**
 * Raises the calendar entry of everybody who holds a seat and promises each the mail that tells of the change.
 * @param session as it was before
 * @returns how many will be told
 */
export async function promiseChange(
  tx: Tx,
  session: Pick<TrainingSession, 'id' | 'startsAt' | 'zone'>,
): Promise<number> {
  const bookingIds = await raiseSequences(tx, session)
  await enqueueAll(
    tx,
    tellChangeJob,
    bookingIds.map((bookingId) => ({ payload: { bookingId } })),
  )
  return bookingIds.length
}
