/** What the readers of workbooks say, sheet after sheet. */
import { isEmptyRow, mostColumns, UnreadableTable, type Row } from './table.ts'

export type WorkbookItem =
  | { kind: 'sheet'; format: 'xlsx' | 'ods'; name: string; isActive: boolean }
  | { kind: 'row'; row: Row }
  /** The sheet is over; so many of its rows hold something. */
  | { kind: 'end'; rows: number }

export type WorkbookRequest = {
  /** Only the rows of this sheet, from 0; null for those of all. */
  only: number | null
  /** No more rows of a sheet than this are told; the others are counted. */
  most: number
}

/** Sorts out the rows of one sheet: empty ones and those beyond the number asked for are not told. */
export class SheetRows {
  private rows = 0
  private readonly most: number
  private readonly emit: (item: WorkbookItem) => void
  constructor(most: number, emit: (item: WorkbookItem) => void) {
    this.most = most
    this.emit = emit
  }
  add(line: number, cells: readonly string[]): void {
    if (isEmptyRow(cells)) return
    if (cells.length > mostColumns) throw new UnreadableTable('too-many-columns')
    this.rows += 1
    if (this.rows <= this.most) this.emit({ kind: 'row', row: { line, cells } })
  }
  end(): void {
    this.emit({ kind: 'end', rows: this.rows })
  }
}

/** A cell may be far to the right; one that is out of reach is left out unless it holds something. */
export function putCell(cells: string[], place: number, text: string): void {
  if (text === '') return
  if (place >= mostColumns) throw new UnreadableTable('too-many-columns')
  while (cells.length < place) cells.push('')
  cells[place] = text
}
