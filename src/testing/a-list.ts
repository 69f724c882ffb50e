/** Lists imported for tests, by the way that files go: looked at, mapped as proposed, run. */
import { basename } from 'node:path'
import { transaction, type Db } from '../core/db.ts'
import { askForImport } from '../features/imports/ask-for-import.ts'
import type { ListRun } from '../features/imports/list-run.ts'
import { mappingOf, proposeMapping } from '../features/imports/mapping.ts'
import { openTable } from '../features/imports/open-table.ts'
import { runList, type RunOutcome, type RunProgress } from '../features/imports/run-list.ts'
import { findMapping, findRun } from '../features/imports/run-store.ts'

export type ListOptions = {
  path: string
  source?: string
  isDry?: boolean
  at?: Date
  onProgress?: (step: RunProgress) => void
}

const usual = new Date('2026-11-23T09:00:00Z')
export const numbered = (place: number) => `Colonne ${place}`

/** Looks at a file and asks for its import. @throws when it is refused */
export async function aListRun(
  db: Db,
  { path, source = 'Union', isDry = false, at = usual }: ListOptions,
): Promise<string> {
  const opened = await openTable({ path, numbered })
  if (opened.kind !== 'opened') throw new Error(opened.problem)
  const { columns, sheet } = opened.table
  const remembered = (await findMapping(db, source)) ?? {}
  const mapping = mappingOf(proposeMapping(opened.table, remembered))
  const run = {
    source,
    fileName: basename(path),
    fileId: null,
    sheet,
    columns,
    mapping,
    isDry,
    askedBy: null,
  }
  const asked = await transaction(db, (tx) => askForImport(tx, at, run))
  if (asked.kind !== 'asked') throw new Error(asked.kind)
  return asked.runId
}

export type ImportedList = { outcome: RunOutcome; run: ListRun }

export async function importList(db: Db, options: ListOptions): Promise<ImportedList> {
  const { path, at = usual, onProgress } = options
  const runId = await aListRun(db, options)
  const outcome = await runList(db, () => at, { runId, path, numbered, ...(onProgress && { onProgress }) })
  const run = await findRun(db, runId)
  if (!run) throw new Error('the run is gone')
  return { outcome, run }
}

/** What became of the rows, without the zeros. */
export function countsOf({ created, changed, unchanged, doubtful, refused }: ListRun): Partial<ListRun> {
  const counts = { created, changed, unchanged, doubtful, refused }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

/** Forgets all businesses and lists. */
export async function forgetLists(db: Db): Promise<void> {
  const tables = ['businessContacts', 'listChanges', 'listings', 'listRows', 'listRuns'] as const
  for (const table of [...tables, 'businesses', 'listSources', 'listFiles'] as const)
    await db.deleteFrom(table).execute()
}
