import { transaction } from '../../core/db.ts'
import type { Queue } from '../../core/queue.ts'
import type { Services } from '../../core/services.ts'
import type { Programme } from '../programmes/programme.ts'
import { makeEditionJob } from './jobs.ts'
import { makeEdition } from './make-edition.ts'
import { endWork, isOpenWork, moveWork } from './work-store.ts'

/** Makes the editions that operators ask for, and says how far it has come. */
export async function workers(
  queue: Queue,
  { db, clock, log }: Services,
  programme: Programme,
): Promise<void> {
  await queue.work(makeEditionJob, async ({ workId }) => {
    if (!(await isOpenWork(db, workId))) return
    const outcome = await makeEdition(db, clock, {
      programme,
      // In a transaction of its own, so that it is seen while the count goes on.
      onStep: (step) => transaction(db, (tx) => moveWork(tx, clock(), workId, step)),
    })
    await transaction(db, (tx) => endWork(tx, clock(), workId, outcome.kind))
    log.info({ workId, outcome: outcome.kind }, 'edition')
  })
}
