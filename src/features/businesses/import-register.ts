/** Puts a file of businesses into the register. */
import { basename } from 'node:path'
import type { Clock } from '../../core/clock.ts'
import { transaction, type Db, type Tx } from '../../core/db.ts'
import type { EntryField, RegisterEntry } from './business.ts'
import {
  finishImport,
  insertImport,
  insertRefusals,
  mostRefusalsKept,
  sortSearchWords,
  updateImport,
  upsertBusinesses,
} from './import-store.ts'
import { openRegister, type FileProblem, type OpenRegister } from './open-register.ts'
import { BrokenFile, readRegister, type FileLine } from './read-register.ts'
import type { ImportCounts, LineRefusal } from './register-import.ts'
import { fieldsIn, readLine } from './register-line.ts'

export type Progress = ImportCounts & {
  /** The part of the file that is done, from 0 to 1. */
  done: number
}
export type ImportRequest = {
  file: string
  /** Who gave the file, as staff will read it. */
  source: string
  onProgress?: (progress: Progress) => void
}
export type ImportOutcome =
  /** Nothing was changed. */
  | { kind: 'unreadable'; problem: FileProblem }
  | { kind: 'imported'; importId: string; counts: ImportCounts }
  /** The lines before `line` are kept; the rest cannot be understood. */
  | { kind: 'broken'; importId: string; counts: ImportCounts; line: number }

const linesPerBatch = 2000
/** So many new businesses leave some fifty megabytes of words to sort into the search index: not more at once. */
const mostUnsorted = 40_000

/**
 * Imports a file, two thousand lines a transaction: killed half-way, it has kept whole batches, and a second
 * run does the rest. The same file again changes nothing. The first line of a SIRET counts, later ones in the
 * same file are refused. A business that is not in the file is left alone.
 */
export async function importRegister(db: Db, clock: Clock, request: ImportRequest): Promise<ImportOutcome> {
  const opened = await openRegister(request.file)
  if (!opened.ok) return { kind: 'unreadable', problem: opened.problem }
  const fileName = basename(request.file)
  const importId = await transaction(db, (tx) =>
    insertImport(tx, clock(), { source: request.source, fileName }),
  )
  const running = startRun(importId, request, opened.register)
  const brokenAt = await importLines(db, clock, running)
  const { counts } = running
  if (brokenAt !== null) return { kind: 'broken', importId, counts, line: brokenAt }
  await transaction(db, (tx) => finishImport(tx, clock(), importId))
  return { kind: 'imported', importId, counts }
}

/** One import under way: what was counted, and the batch being filled. */
type Run = {
  importId: string
  source: string
  register: OpenRegister
  /** What the file speaks of. */
  fields: ReadonlySet<EntryField>
  counts: ImportCounts
  /** As numbers: fourteen digits fit, and take a third of the memory of texts. */
  seen: Set<number>
  /** Businesses written whose words are not yet in the search index. */
  unsorted: number
  entries: RegisterEntry[]
  refusals: LineRefusal[]
  lines: number
  bytes: number
  onProgress: (progress: Progress) => void
}

function startRun(
  importId: string,
  { source, onProgress = () => {} }: ImportRequest,
  register: OpenRegister,
): Run {
  const counts = { lines: 0, created: 0, changed: 0, unchanged: 0, refused: 0 }
  return {
    importId,
    source,
    register,
    fields: fieldsIn(register.columns),
    counts,
    seen: new Set(),
    unsorted: 0,
    entries: [],
    refusals: [],
    lines: 0,
    bytes: 0,
    onProgress,
  }
}

/** @returns the line from which on the file is broken, or null at its end. */
async function importLines(db: Db, clock: Clock, run: Run): Promise<number | null> {
  const onLongLine = (line: number) =>
    refuse(run, { line, reason: 'line.too-long', column: null, value: null })
  const onBytes = (bytes: number) => (run.bytes = bytes)
  let brokenAt: number | null = null
  // While the database writes one batch, the next is read.
  let writing = Promise.resolve()
  try {
    for await (const line of readRegister(run.register, { onLongLine, onBytes })) {
      take(run, line)
      if (run.lines < linesPerBatch) continue
      await writing
      writing = writeBatch(db, clock, run)
      // It is awaited above or below; until then a failure must not end the process.
      writing.catch(() => {})
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
    brokenAt = error.line
    refuse(run, { line: error.line, reason: 'line.quote', column: null, value: null })
  }
  await writing
  await writeBatch(db, clock, run)
  run.onProgress({ ...run.counts, done: 1 })
  return brokenAt
}

function take(run: Run, { line, cells }: FileLine): void {
  const read = readLine(run.register.columns, cells)
  if (!read.ok) return refuse(run, { line, ...read.refusal })
  const { siret } = read.entry
  const number = Number(siret)
  if (run.seen.has(number))
    return refuse(run, { line, reason: 'siret.duplicate', column: 'SIRET', value: siret })
  run.seen.add(number)
  run.entries.push(read.entry)
  run.lines += 1
}

function refuse(run: Run, refusal: LineRefusal): void {
  run.refusals.push(refusal)
  run.lines += 1
}

/** Takes the batch out of the run at once, so that the next one can be filled meanwhile. */
async function writeBatch(db: Db, clock: Clock, run: Run): Promise<void> {
  const { entries, refusals, lines } = run
  run.entries = []
  run.refusals = []
  run.lines = 0
  await transaction(db, async (tx) => {
    const { fields, source } = run
    const { created, changed } = await upsertBusinesses(tx, clock(), { entries, fields, source })
    const { counts } = run
    const refusedBefore = counts.refused
    counts.lines += lines
    counts.created += created
    counts.changed += changed
    counts.unchanged += entries.length - created - changed
    counts.refused += refusals.length
    await keepRefusals(tx, run.importId, refusals.slice(0, Math.max(0, mostRefusalsKept - refusedBefore)))
    await updateImport(tx, run.importId, counts)
    run.unsorted += created + changed
    if (run.unsorted < mostUnsorted) return
    await sortSearchWords(tx)
    run.unsorted = 0
  })
  run.onProgress({ ...run.counts, done: Math.min(0.99, run.bytes / run.register.size) })
}

/** A statement takes 65,535 values at most, five a refusal. */
async function keepRefusals(tx: Tx, importId: string, refusals: readonly LineRefusal[]): Promise<void> {
  for (let start = 0; start < refusals.length; start += 1000)
    await insertRefusals(tx, importId, refusals.slice(start, start + 1000))
}
