/** Opens a file of any of the kinds that lists come in: finds out how it is to be read, and reads it. */
import { stat } from 'node:fs/promises'
import { readHead } from '../businesses/open-register.ts'
import { BrokenFile } from '../businesses/read-register.ts'
import { flatten, type FlatRecord } from './flatten.ts'
import { findHeadings, headingScore, repeatsHeadings } from './heading-row.ts'
import { jsonRecords } from './json-records.ts'
import { delimiterOf, encodingOf, headText, readTextRows, textOf } from './read-text.ts'
import { readWorkbook } from './read-workbook.ts'
import { mostColumns, sampleRows, UnreadableTable } from './table.ts'
import type { Encoding, OpenedTable, Row, Sheet, Table } from './table.ts'

export type TableRequest = {
  path: string
  /** The sheet to read, from 0; unless it is said, the one that looks most like a list of shops. */
  sheet?: number | null
  /** Names a column that has no heading. */
  numbered: (place: number) => string
}

/** Finds format, encoding, separator, sheet and headings: each of them can be shown. Changes nothing. */
export async function openTable(request: TableRequest): Promise<OpenedTable> {
  try {
    const size = await sizeOf(request.path)
    const table = await look(request, size)
    if (table.sample.length === 0) throw new UnreadableTable('no-row')
    if (table.columns.length > mostColumns) throw new UnreadableTable('too-many-columns')
    return { kind: 'opened', table }
  } catch (error) {
    if (error instanceof UnreadableTable) return { kind: 'refused', problem: error.problem }
    throw error
  }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableTable(error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'missing' : 'unreadable')
  })
  if (found.isDirectory()) throw new UnreadableTable('folder')
  if (found.size === 0) throw new UnreadableTable('empty')
  return found.size
}

async function look(request: TableRequest, size: number): Promise<Table> {
  const head = await readHead(request.path).catch(() => {
    throw new UnreadableTable('unreadable')
  })
  const start = head.toString('hex', 0, 4)
  if (start === 'd0cf11e0') throw new UnreadableTable('xls')
  if (start === '504b0304' || start === '504b0506') return lookAtWorkbook(request, size)
  const encoding = await encodingOf(request.path)
  const text = headText(head, encoding)
  return /^\s*[[{]/.test(text)
    ? lookAtJson(request, size, encoding)
    : lookAtText(request, size, { encoding, text })
}

type Text = { encoding: Encoding; text: string }

async function lookAtText(request: TableRequest, size: number, { encoding, text }: Text): Promise<Table> {
  const { path, numbered } = request
  const delimiter = await delimiterOf(text)
  const rows: Row[] = []
  let isTooWide = false
  const onLongLine = () => void (isTooWide ||= rows.length === 0)
  try {
    for await (const row of readTextRows({ path, delimiter, encoding }, { onLongLine })) {
      rows.push(row)
      if (rows.length > sampleRows) break
    }
  } catch (error) {
    // What comes before a broken line can be looked at, and imported.
    if (!(error instanceof BrokenFile)) throw error
  }
  if (isTooWide) throw new UnreadableTable('too-many-columns')
  const headings = findHeadings(rows, numbered, usualCells(rows))
  const common = {
    path,
    size,
    format: 'csv' as const,
    encoding,
    delimiter,
    sheets: [],
    sheet: null,
    total: null,
  }
  return { ...common, ...headings, sample: below(rows, headings.headerLine) }
}

/** How many cells most rows have. */
function usualCells(rows: readonly Row[]): number {
  const sorted = rows.map(({ cells }) => cells.length).sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function below(rows: readonly Row[], headerLine: number | null): Row[] {
  return rows.filter(({ line }) => line > (headerLine ?? 0))
}

/** Records have no common order of columns: the whole file is read once to know them all. */
async function lookAtJson({ path }: TableRequest, size: number, encoding: Encoding): Promise<Table> {
  const names = new Set<string>()
  const records: FlatRecord[] = []
  let total = 0
  let isGeo = true
  for await (const record of jsonRecords(textOf(path, encoding))) {
    const flat = flatten(record)
    total += 1
    for (const name of flat.keys()) names.add(name)
    if (names.size > mostColumns) throw new UnreadableTable('too-many-columns')
    isGeo &&= flat.get('type') === 'Feature'
    if (records.length < sampleRows) records.push(flat)
  }
  const columns = [...names]
  return {
    path,
    size,
    format: isGeo && records.length > 0 ? 'geojson' : 'json',
    encoding,
    delimiter: null,
    sheets: [],
    sheet: null,
    headerLine: 0,
    total,
    columns,
    sample: records.map((record, place) => ({ line: place + 1, cells: cellsOf(record, columns) })),
  }
}

/** The cells of a record in the order of the columns. */
function cellsOf(record: FlatRecord, columns: readonly string[]): string[] {
  return columns.map((column) => record.get(column) ?? '')
}

type LookedAt = { sheet: Sheet; rows: Row[] }

async function lookAtWorkbook(request: TableRequest, size: number): Promise<Table> {
  const { path, sheet: wanted = null, numbered } = request
  const looked: LookedAt[] = []
  let format: 'xlsx' | 'ods' = 'xlsx'
  for await (const item of readWorkbook(path, { only: null, most: sampleRows + 1 })) {
    const last = looked.at(-1)
    if (item.kind === 'sheet') {
      format = item.format
      looked.push({ sheet: { name: item.name, isActive: item.isActive, rows: 0 }, rows: [] })
    } else if (item.kind === 'row') last?.rows.push(item.row)
    else if (last) last.sheet = { ...last.sheet, rows: item.rows }
  }
  const place = wanted ?? likeliest(looked)
  const rows = looked[place]?.rows
  if (!rows) throw new UnreadableTable('no-such-sheet')
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const headings = findHeadings(rows, numbered, width)
  const total = looked[place]?.sheet.rows ?? null
  const common = { path, size, format, encoding: null, delimiter: null, total }
  const sheets = looked.map(({ sheet }) => sheet)
  return { ...common, sheets, sheet: place, ...headings, sample: below(rows, headings.headerLine) }
}

/** The sheet with the most headings that lists of shops have; among those alike, the wider and longer. Not the open one. */
function likeliest(looked: readonly LookedAt[]): number {
  const scored = looked.map(({ sheet, rows }, place) => {
    const width = Math.min(1.5, (rows[0]?.cells.length ?? 0) / 20)
    return { place, score: (headingScore(rows) + width) * Math.log(1 + sheet.rows) }
  })
  return scored.toSorted((one, other) => other.score - one.score)[0]?.place ?? 0
}

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
