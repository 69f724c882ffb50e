/** Which row names the columns: the first one, one under a title, or none. */
import { isData } from './contents.ts'
import { isKnownHeading, plainHeading } from './fields.ts'
import { isEmptyRow, type Row } from './table.ts'

/** Titles and remarks above the headings take a few lines. */
const deepestHeading = 10

export type Headings = { headerLine: number | null; columns: readonly string[] }

/** Looks at the first rows; without headings the columns are numbered. @param width how many columns there are */
export function findHeadings(
  rows: readonly Row[],
  numbered: (place: number) => string,
  width: number,
): Headings {
  const found = headingRow(rows)
  const cells = found?.cells ?? []
  const places = Array.from({ length: Math.max(width, cells.length) }, (_, place) => place)
  const columns = places.map((place) => cleaned(cells[place]) || numbered(place + 1))
  return { headerLine: found?.line ?? null, columns: distinct(columns) }
}

/** How many headings that lists of shops have stand above these rows. */
export function headingScore(rows: readonly Row[]): number {
  return headingRow(rows)?.cells.filter(isKnownHeading).length ?? 0
}

function headingRow(rows: readonly Row[]): Row | undefined {
  const width = usualWidth(rows)
  return rows.slice(0, deepestHeading).find(({ cells }) => isHeadingRow(cells, width))
}

/** How many cells most rows fill. */
function usualWidth(rows: readonly Row[]): number {
  const widths = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length)
  return widths.toSorted((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 1
}

function isHeadingRow(cells: readonly string[], width: number): boolean {
  const filled = cells.map(cleaned).filter((cell) => cell !== '')
  if (filled.length === 0 || filled.length < Math.min(width, 2)) return false
  const data = filled.filter(isData).length
  const known = filled.filter(isKnownHeading).length
  if (known >= 2 || (known === 1 && filled.length <= 3)) return data <= filled.length / 4
  const different = new Set(filled.map(plainHeading)).size
  return data === 0 && filled.length >= width / 2 && different === filled.length && filled.length > 1
}

function cleaned(cell: string | undefined): string {
  return (cell ?? '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed()
}

/** Two columns of the same name are told apart by their order. */
function distinct(columns: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const times = (seen.get(column) ?? 0) + 1
    seen.set(column, times)
    return times === 1 ? column : `${column} (${times})`
  })
}

/** Is this row the headings once more, as at the top of each printed page? */
export function repeatsHeadings(cells: readonly string[], columns: readonly string[]): boolean {
  if (isEmptyRow(cells)) return false
  return cells.every((cell, place) => cleaned(cell) === '' || cleaned(cell) === columns[place])
}
