/** Rows of a list as entries with a key each, in the order of the file. */
import type { MappedColumn } from './cells.ts'
import { cleanRow } from './clean-row.ts'
import type { ListEntry } from './list-entry.ts'
import { matchKeyOf, rowKeyOf } from './listing.ts'
import type { ReportRow, RowOutcome } from './list-run.ts'
import type { Note, RefusalCode } from './note.ts'
import type { Row, Table } from './table.ts'

export type EntryRow = { kind: 'entry'; row: Row; key: string; entry: ListEntry; notes: readonly Note[] }
export type ReadRow = EntryRow | { kind: 'refused'; report: ReportRow }

export class RowReader {
  /** How often a key was met: two rows of one number are two facts about one shop. */
  private readonly keys = new Map<string, number>()
  private readonly shops = new Set<string>()
  private readonly table: Table
  private readonly mapped: readonly MappedColumn[]
  constructor(table: Table, mapped: readonly MappedColumn[]) {
    this.table = table
    this.mapped = mapped
  }

  read(row: Row): ReadRow {
    if (this.table.format === 'csv' && !isWhole(row, this.table.columns.length))
      return refusedRow(row, 'line.columns')
    const clean = cleanRow(this.mapped, row.cells)
    if (clean.kind === 'refused') {
      const { reason, column, value } = clean.refusal
      return refusedRow(row, reason, { columnName: column, value, notes: clean.notes })
    }
    const { entry, key, notes } = clean
    const base = rowKeyOf(key, entry)
    const times = (this.keys.get(base) ?? 0) + 1
    this.keys.set(base, times)
    const more = this.twice(entry, key, times)
    return {
      kind: 'entry',
      row,
      key: times === 1 ? base : `${base}#${times}`,
      entry,
      notes: [...notes, ...more],
    }
  }

  private twice(entry: ListEntry, key: string | null, times: number): Note[] {
    const note = (code: 'row.same-key' | 'row.same-shop', before: string): Note[] => [
      { code, column: '', before, after: null },
    ]
    const shop = entry.siret === null ? matchKeyOf(entry) : null
    const isKnown = shop !== null && this.shops.has(shop)
    if (shop !== null) this.shops.add(shop)
    if (key !== null && times > 1) return note('row.same-key', key)
    return isKnown ? note('row.same-shop', entry.name) : []
  }
}

/** Rows that are long by empty cells are whole; others were torn by a stray separator or line end. */
function isWhole({ cells }: Row, count: number): boolean {
  return (
    cells.length === count || (cells.length > count && cells.slice(count).every((cell) => cell.trim() === ''))
  )
}

/** A row of the report that says why nothing was made of it. */
export function refusedRow(
  { line, cells }: Row,
  reason: RefusalCode,
  more: Partial<ReportRow> = {},
): ReadRow {
  const report = {
    line,
    outcome: 'refused' as const,
    reason,
    columnName: null,
    value: null,
    notes: [],
    cells,
  }
  return { kind: 'refused', report: { ...report, ...more } }
}

export function lineOf(one: ReadRow): number {
  return one.kind === 'entry' ? one.row.line : one.report.line
}

/** What the report says of a row that was read. */
export function reportOf({ row, entry, notes }: EntryRow, outcome: RowOutcome): ReportRow {
  const isDoubtful = outcome === 'doubtful'
  return {
    line: row.line,
    outcome,
    reason: isDoubtful ? 'siret.none' : null,
    columnName: null,
    value: isDoubtful ? entry.name : null,
    notes,
    cells: row.cells,
  }
}
