/** Imports a list, batch after batch, or tries it. */
import { newId, type Clock } from '../../core/clock.ts'
import { transaction, type Db, type Tx } from '../../core/db.ts'
import { sortSearchWords } from '../businesses/import-store.ts'
import { lockLists, readKnown, writeListings } from './listing-store.ts'
import { mostReported, noCounts, type ListRun, type ReportRow, type RunCounts } from './list-run.ts'
import { mappedColumns } from './mapping.ts'
import { planRow, type Known, type KnownBusiness } from './plan-rows.ts'
import { breakOf, openTable, readTable } from './open-table.ts'
import { lineOf, refusedRow, reportOf, RowReader, type ReadRow } from './row-reader.ts'
import { endRun, forgetReport, insertReport, lockRun, moveRun } from './run-store.ts'
import type { Table, TableProblem } from './table.ts'

export type RunProgress = { counts: RunCounts; progress: number | null }
export type RunRequest = {
  runId: string
  path: string
  /** Names a column without a heading. */
  numbered: (place: number) => string
  onProgress?: (step: RunProgress) => void
}
export type RunOutcome =
  | { kind: 'finished'; counts: RunCounts }
  | { kind: 'unreadable'; problem: TableProblem }
  /** What came before is kept; `line` where it is known. */
  | { kind: 'broken'; counts: RunCounts; line: number | null }
  /** Cancelled by a person, or it goes on elsewhere. */
  | { kind: 'stopped'; counts: RunCounts }

const rowsPerBatch = 1000
/** So many new businesses leave some fifty megabytes of words to sort into the search index: not more at once. */
const mostUnsorted = 40_000

/**
 * One transaction a batch: killed half-way, a run goes on after its last batch; a trial starts again. The same file
 * again changes nothing.
 */
export async function runList(db: Db, clock: Clock, request: RunRequest): Promise<RunOutcome> {
  const run = await transaction(db, (tx) => beginRun(tx, clock(), request.runId))
  if (!run) return { kind: 'stopped', counts: noCounts }
  const opened = await openTable({ path: request.path, sheet: run.sheet, numbered: request.numbered })
  if (opened.kind === 'opened') return new Import({ db, clock, run, table: opened.table, request }).toTheEnd()
  await transaction(db, (tx) => endRun(tx, clock(), run.id, { state: 'broken', problem: opened.problem }))
  return { kind: 'unreadable', problem: opened.problem }
}

async function beginRun(tx: Tx, now: Date, id: string): Promise<ListRun | null> {
  const run = await lockRun(tx, id)
  if (!run || (run.state !== 'waiting' && run.state !== 'running')) return null
  if (!run.isDry) return run
  await forgetReport(tx, id)
  await moveRun(tx, now, id, { counts: noCounts, lastLine: 0, progress: null })
  return { ...run, ...noCounts, lastLine: 0 }
}

/** Another process took the run over, or somebody cancelled it. */
class Stopped extends Error {}

type Work = { db: Db; clock: Clock; run: ListRun; table: Table; request: RunRequest }
type Counts = Record<keyof RunCounts, number>

class Import {
  private counts: Counts
  private lastLine: number
  private batch: ReadRow[] = []
  private bytes = 0
  private tooLong: number[] = []
  /** While the database writes one batch, the next is read. */
  private writing: Promise<void> = Promise.resolve()
  /** Businesses written whose words are not yet in the search index. */
  private unsorted = 0
  /** What a trial would have written, for its later rows; as texts, which take a third of the room. */
  private readonly tried = new Map<string, string>()
  private readonly work: Work
  constructor(work: Work) {
    this.work = work
    const { rows, created, changed, unchanged, doubtful, refused, noted, lastLine } = work.run
    this.counts = { rows, created, changed, unchanged, doubtful, refused, noted }
    this.lastLine = lastLine
  }

  async toTheEnd(): Promise<RunOutcome> {
    try {
      const broken = await this.readAll()
      await this.writing
      await this.writeBatch(broken ? 'broken' : 'finished', broken?.line)
      return broken
        ? { kind: 'broken', counts: this.counts, line: broken.line }
        : { kind: 'finished', counts: this.counts }
    } catch (error) {
      if (error instanceof Stopped) return { kind: 'stopped', counts: this.counts }
      throw error
    }
  }

  /** @returns where the file is broken, if it is. */
  private async readAll(): Promise<{ line: number | null } | null> {
    const { table, run } = this.work
    const reader = new RowReader(table, mappedColumns(table.columns, run.mapping))
    const reading = {
      onBytes: (bytes: number) => void (this.bytes = bytes),
      onLongLine: (line: number) => void this.tooLong.push(line),
    }
    try {
      for await (const row of readTable(table, reading)) {
        this.putTooLong(row.line)
        this.put(reader.read(row))
        if (this.batch.length < rowsPerBatch) continue
        await this.writing
        this.writing = this.writeBatch(null)
        // It is awaited above or at the end; until then a failure must not end the process.
        this.writing.catch(() => {})
      }
      this.putTooLong(Infinity)
      return null
    } catch (error) {
      const broken = breakOf(error)
      if (!broken) throw error
      this.putTooLong(broken.line ?? Infinity)
      if (broken.line !== null) this.put(refusedRow({ line: broken.line, cells: [] }, 'line.quote'))
      return broken
    }
  }

  /** In their place among the others, though they are noticed before. */
  private putTooLong(before: number): void {
    for (const line of this.tooLong.splice(0)) {
      if (line < before) this.put(refusedRow({ line, cells: [] }, 'line.too-long'))
      else this.tooLong.push(line)
    }
  }

  /** Rows that an earlier process did are not done again. */
  private put(one: ReadRow): void {
    if (lineOf(one) > this.work.run.lastLine) this.batch.push(one)
  }

  private async writeBatch(
    end: 'finished' | 'broken' | null,
    brokenLine: number | null = null,
  ): Promise<void> {
    const { db, clock, run, request } = this.work
    const { batch } = this
    this.batch = []
    const counts = { ...this.counts }
    const lastLine = batch.reduce((last, one) => Math.max(last, lineOf(one)), this.lastLine)
    const progress = end === 'finished' ? 1 : this.progress(counts.rows + batch.length)
    await transaction(db, async (tx) => {
      await this.claim(tx)
      const report = await this.plan(tx, batch, counts)
      if (!run.isDry) await this.sortWords(tx, counts)
      await insertReport(tx, run.id, report.slice(0, Math.max(0, mostReported - told(this.counts))))
      await moveRun(tx, clock(), run.id, { counts, lastLine, progress })
      const problem = end === 'broken' ? (brokenLine === null ? 'file.cut' : 'line.quote') : null
      if (end) await endRun(tx, clock(), run.id, { state: end, problem })
    })
    this.counts = counts
    this.lastLine = lastLine
    request.onProgress?.({ counts, progress })
  }

  private async claim(tx: Tx): Promise<void> {
    const { run } = this.work
    if (!run.isDry) await lockLists(tx)
    const now = await lockRun(tx, run.id)
    const isOpen = now?.state === 'running' || now?.state === 'waiting'
    if (!isOpen || now.rows !== this.counts.rows) throw new Stopped()
  }

  private async sortWords(tx: Tx, { created, changed }: RunCounts): Promise<void> {
    this.unsorted += created + changed - this.counts.created - this.counts.changed
    if (this.unsorted < mostUnsorted) return
    await sortSearchWords(tx)
    this.unsorted = 0
  }

  /** Plans the batch, writes it unless it is a trial, counts it. @returns the rows worth telling */
  private async plan(tx: Tx, batch: readonly ReadRow[], counts: Counts): Promise<ReportRow[]> {
    const { clock, run } = this.work
    const { source, isDry, id: runId } = run
    const rows = batch.flatMap((one) => (one.kind === 'entry' ? [one] : []))
    const sirets = rows.flatMap(({ entry }) => entry.siret ?? [])
    const known = await readKnown(tx, { source, keys: rows.map(({ key }) => key), sirets })
    if (isDry) this.recall(known, [...sirets, ...known.sirets.values()])
    const plans = new Map(rows.map((row) => [row as ReadRow, planRow(source, row, known, newId)]))
    const writes = [...plans.values()].flatMap(({ write }) => write ?? [])
    if (isDry) this.retain(known)
    else await writeListings(tx, clock(), { source, runId, settledBy: null, writes })
    const told = batch.map((one) =>
      one.kind === 'refused' ? one.report : reportOf(one, plans.get(one)?.outcome ?? 'unchanged'),
    )
    for (const { outcome, notes } of told) {
      counts.rows += 1
      counts[outcome] += 1
      if (notes.length > 0) counts.noted += 1
    }
    return told.filter(isWorthTelling)
  }

  /** @param sirets those that the batch names */
  private recall(known: Known, sirets: readonly string[]): void {
    for (const siret of sirets) {
      const tried = this.tried.get(siret)
      if (tried !== undefined) known.businesses.set(siret, JSON.parse(tried) as KnownBusiness)
    }
  }

  private retain(known: Known): void {
    for (const [siret, business] of known.businesses) this.tried.set(siret, JSON.stringify(business))
  }

  private progress(rows: number): number | null {
    const { total, size, format } = this.work.table
    const part = format === 'csv' ? this.bytes / size : total === null ? null : rows / Math.max(1, total)
    return part === null ? null : Math.min(0.99, part)
  }
}

function isWorthTelling({ outcome, notes }: ReportRow): boolean {
  return outcome === 'refused' || outcome === 'doubtful' || notes.length > 0
}

function told({ refused, doubtful, noted }: RunCounts): number {
  return refused + doubtful + noted
}
