/** The rows under the headings, streamed: however long the list is, a few of its rows are in memory. */
import { BrokenFile } from '../businesses/read-register.ts'
import { flatten } from './flatten.ts'
import { repeatsHeadings } from './heading-row.ts'
import { jsonRecords } from './json-records.ts'
import { cellsOf } from './open-table.ts'
import { readTextRows, textOf } from './read-text.ts'
import { readWorkbook } from './read-workbook.ts'
import { UnreadableTable, type Row, type Table } from './table.ts'

export type TableReading = {
  /** A line of more than 100 kB was left out. */
  onLongLine?: (line: number) => void
  /** How much of a text was read, in bytes. */
  onBytes?: (bytes: number) => void
}

/**
 * Yields the rows below the headings; headings that are repeated are passed over.
 * @throws BrokenFile when a quote swallows the rest, UnreadableTable when what comes later cannot be read.
 */
export async function* readTable(table: Table, reading: TableReading = {}): AsyncGenerator<Row> {
  for await (const row of allRows(table, reading)) {
    if (table.headerLine !== null && table.headerLine > 0) {
      if (row.line <= table.headerLine || repeatsHeadings(row.cells, table.columns)) continue
    }
    yield row
  }
}

async function* allRows(table: Table, reading: TableReading): AsyncGenerator<Row> {
  const { path, format, encoding, delimiter } = table
  if (encoding === null) yield* sheetRows(table)
  else if (format === 'csv') yield* readTextRows({ path, delimiter: delimiter ?? ';', encoding }, reading)
  else yield* recordRows(table)
}

async function* sheetRows({ path, sheet }: Table): AsyncGenerator<Row> {
  for await (const item of readWorkbook(path, { only: sheet, most: Infinity }))
    if (item.kind === 'row') yield item.row
}

async function* recordRows({ path, encoding, columns }: Table): AsyncGenerator<Row> {
  let line = 0
  for await (const record of jsonRecords(textOf(path, encoding ?? 'utf-8'))) {
    line += 1
    yield { line, cells: cellsOf(flatten(record), columns) }
  }
}

/** Where a reading came to its end before the file did; null for errors of another kind. */
export function breakOf(error: unknown): { line: number | null } | null {
  if (error instanceof BrokenFile) return { line: error.line }
  return error instanceof UnreadableTable ? { line: null } : null
}
