import type { Tx } from '../../core/db.ts'
import { enqueueAll } from '../../core/queue.ts'
import { expireOfferJob } from './jobs.ts'
import { listLapsedOffers } from './waiting-store.ts'

const patience = 60_000

/** Queues the end of offers that ended a minute ago and still hold their seat: a job was lost. The row is the truth. */
export async function sweepOffers(tx: Tx, now: Date): Promise<number> {
  const lapsed = await listLapsedOffers(tx, new Date(now.getTime() - patience))
  await enqueueAll(
    tx,
    expireOfferJob,
    lapsed.map((payload) => ({ payload })),
  )
  return lapsed.length
}
