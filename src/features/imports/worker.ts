import { transaction } from '../../core/db.ts'
import type { Queue } from '../../core/queue.ts'
import type { Services } from '../../core/services.ts'
import { forgetFile } from './file-store.ts'
import { importListJob, undoImportJob } from './jobs.ts'
import { runList } from './run-list.ts'
import { endRun, findRun } from './run-store.ts'
import { texts } from './texts.ts'
import { undoRun } from './undo-run.ts'
import { withFile } from './with-file.ts'

/** Tries and imports the lists that operators sent, and takes imports back. */
export async function workers(queue: Queue, { db, clock, log }: Services): Promise<void> {
  await queue.work(importListJob, async ({ runId }) => {
    const run = await findRun(db, runId)
    if (!run || run.endedAt) return
    const { fileId } = run
    if (fileId === null) {
      await transaction(db, (tx) => endRun(tx, clock(), runId, { state: 'broken', problem: 'missing' }))
      return
    }
    const { numbered } = texts.fr
    const outcome = await withFile(db, fileId, (path) => runList(db, clock, { runId, path, numbered }))
    // A trial's file is still needed for the import itself.
    if (outcome.kind === 'finished' && !run.isDry) await transaction(db, (tx) => forgetFile(tx, fileId))
    log.info({ runId, outcome: outcome.kind }, 'list')
  })
  await queue.work(undoImportJob, async ({ runId }) => {
    const outcome = await undoRun(db, clock, runId)
    log.info({ runId, outcome }, 'list taken back')
  })
}
