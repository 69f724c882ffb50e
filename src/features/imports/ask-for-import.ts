/** Begins the import of a list, or its trial. */
import type { Tx } from '../../core/db.ts'
import { abandonStaleRuns, endRun, insertRun, keepMapping, lockRun, type NewRun } from './run-store.ts'
import { canBeImported } from './mapping.ts'

export type AskOutcome =
  | { kind: 'asked'; runId: string }
  /** A list of this source is being imported already. */
  | { kind: 'at-work' }
  /** No column says what the shops are called. */
  | { kind: 'no-name' }

/** What the columns mean is remembered for the next list of this source; a run of it that died gives way. */
export async function askForImport(tx: Tx, now: Date, run: NewRun): Promise<AskOutcome> {
  if (!canBeImported(run.mapping)) return { kind: 'no-name' }
  await abandonStaleRuns(tx, now, run.source)
  const runId = await insertRun(tx, now, run)
  if (!runId) return { kind: 'at-work' }
  await keepMapping(tx, now, run.source, run.mapping)
  return { kind: 'asked', runId }
}

export type CancelOutcome = { kind: 'cancelled' } | { kind: 'over' }

/** Stops a run after the batch at hand: what is done stays, and can be undone. */
export async function cancelImport(tx: Tx, now: Date, runId: string): Promise<CancelOutcome> {
  const run = await lockRun(tx, runId)
  if (!run || run.endedAt) return { kind: 'over' }
  await endRun(tx, now, runId, { state: 'cancelled' })
  return { kind: 'cancelled' }
}
