/** What operators do with lists from their pages; the worker does the long part. */
import type { Tx } from '../../core/db.ts'
import { enqueue } from '../../core/queue.ts'
import type { Actor } from '../accounts/person.ts'
import { askForImport, type AskOutcome } from './ask-for-import.ts'
import { findFile, forgetFiles, insertFile } from './file-store.ts'
import { importListJob, undoImportJob } from './jobs.ts'
import { canBeUndone, mayImportLists } from './list-run.ts'
import { forgetReports, lockRun, markUndoing, type NewRun } from './run-store.ts'

export type StartOutcome = AskOutcome | { kind: 'forbidden' } | { kind: 'no-file' }

const day = 86_400_000

/** Keeps a file until its import is over, a week at most. @returns its id */
export async function keepUpload(
  tx: Tx,
  now: Date,
  file: { name: string; content: Buffer },
): Promise<string> {
  await forgetFiles(tx, new Date(now.getTime() - 7 * day))
  await forgetReports(tx, new Date(now.getTime() - 90 * day))
  return insertFile(tx, now, file)
}

/** Has a file tried, or imported, by the worker. */
export async function startImport(
  tx: Tx,
  now: Date,
  actor: Actor,
  run: Omit<NewRun, 'askedBy'>,
): Promise<StartOutcome> {
  if (!mayImportLists(actor)) return { kind: 'forbidden' }
  if (run.fileId === null || !(await findFile(tx, run.fileId))) return { kind: 'no-file' }
  const asked = await askForImport(tx, now, { ...run, askedBy: actor.personId })
  if (asked.kind === 'asked') await enqueue(tx, importListJob, { runId: asked.runId })
  return asked
}

/** Imports what was tried: the same file, read in the same way. */
export async function importTried(tx: Tx, now: Date, actor: Actor, runId: string): Promise<StartOutcome> {
  const run = await lockRun(tx, runId)
  if (!run?.isDry || run.state !== 'finished') return { kind: 'no-file' }
  const { source, fileName, fileId, sheet, columns, mapping } = run
  return startImport(tx, now, actor, { source, fileName, fileId, sheet, columns, mapping, isDry: false })
}

export type UndoingOutcome = { kind: 'undoing' } | { kind: 'not-now' } | { kind: 'forbidden' }

export async function startUndo(tx: Tx, now: Date, actor: Actor, runId: string): Promise<UndoingOutcome> {
  if (!mayImportLists(actor)) return { kind: 'forbidden' }
  const run = await lockRun(tx, runId)
  if (!run || !canBeUndone(run)) return { kind: 'not-now' }
  await markUndoing(tx, now, runId)
  await enqueue(tx, undoImportJob, { runId })
  return { kind: 'undoing' }
}
