/** A file as rows and columns, whatever it was written with, and how that was found out. */

export type TableFormat = 'csv' | 'xlsx' | 'ods' | 'json' | 'geojson'
export type Encoding = 'utf-8' | 'utf-8-bom' | 'windows-1252'

/** A sheet of a workbook. */
export type Sheet = {
  name: string
  /** The one that was open when the workbook was saved: it may well be a scratch one. */
  isActive: boolean
  /** Rows that hold something. */
  rows: number
}

/** A row and where it stands: a line of a text, a row of a sheet, or the place of a record; all from 1. */
export type Row = { line: number; cells: readonly string[] }

export type Table = {
  path: string
  /** Bytes. */
  size: number
  format: TableFormat
  /** Of texts only. */
  encoding: Encoding | null
  /** What separates the cells of a text. */
  delimiter: string | null
  sheets: readonly Sheet[]
  /** The place of the sheet that is read, from 0; null without sheets. */
  sheet: number | null
  /** The line of the headings; null when there are none and the columns are only numbered. */
  headerLine: number | null
  columns: readonly string[]
  /** How many rows there are at most; null where only reading to the end would tell. */
  total: number | null
  /** The first rows under the headings. */
  sample: readonly Row[]
}

export type TableProblem =
  | 'missing'
  | 'unreadable'
  | 'folder'
  | 'empty'
  | 'xls'
  | 'utf-16'
  | 'binary'
  | 'other-zip'
  | 'json'
  | 'json-shape'
  | 'record-too-long'
  | 'too-many-columns'
  | 'no-row'
  | 'no-such-sheet'
  | 'workbook-broken'
  | 'workbook-protected'
  | 'workbook-too-big'
  | 'workbook-too-slow'

export type OpenedTable = { kind: 'opened'; table: Table } | { kind: 'refused'; problem: TableProblem }

/** A file that turns out not to be readable, at its beginning or half-way. */
export class UnreadableTable extends Error {
  readonly problem: TableProblem
  constructor(problem: TableProblem) {
    super(`the table cannot be read: ${problem}`)
    this.problem = problem
  }
}

/** More are not a list of shops but a mistake, or an attack. */
export const mostColumns = 500
/** Enough rows to guess what the columns hold. */
export const sampleRows = 200

export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}
