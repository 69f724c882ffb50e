/** Tables for spreadsheets: RFC 4180 lines, as a French Excel opens them by a double click. */

const byteOrderMark = '\uFEFF'
const separator = ';'

type Rows = readonly (readonly (string | number | null)[])[]

/**
 * The whole file: UTF-8 behind its mark, cells parted by `;`, lines ended by CRLF. A cell that a spreadsheet would
 * take for a formula (somebody's name may be `=HYPERLINK(…)`) stands behind an apostrophe.
 */
export function writeCsv(rows: Rows): string {
  return writeCsvLines(rows, { isFirst: true })
}

/** A part of such a file, for one that is too long to be made at once; the first part carries the mark. */
export function writeCsvLines(rows: Rows, { isFirst }: { isFirst: boolean } = { isFirst: false }): string {
  const lines = rows.map((cells) => `${cells.map(writeCell).join(separator)}\r\n`).join('')
  return isFirst ? byteOrderMark + lines : lines
}

function writeCell(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const harmless = /^\s*[=+\-@]|^[\t\r]/.test(cell) ? `'${cell}` : cell
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
