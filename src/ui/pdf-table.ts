import {
  draw,
  ensureRoom,
  group,
  hairline,
  heightOf,
  ink,
  margin,
  ornament,
  textWidth,
  write,
  type Element,
  type Pen,
  type Style,
} from './pdf-pen.ts'

export type PdfTable = {
  caption: string
  columns: readonly { heading: string; numeric?: boolean }[]
  /** The first cell of a row names it. */
  rows: readonly (readonly string[])[]
  /** Room to write by hand: points from line to line, at least. */
  rowHeight?: number
}

const cellPadding = 4

type Cell = { words: string; x: number; style: Style; tag: { type: string; scope?: 'Column' | 'Row' } }

/** A table whose headings say what they head; a row is never cut between two pages. */
export function drawTable(pen: Pen, { caption, columns, rows, rowHeight = 0 }: PdfTable): void {
  const { pdf, root } = pen
  pdf.y += 8
  ensureRoom(pen, 90)
  group(pen, root, { type: 'Table' }, (table) => {
    draw(pen, table, { type: 'Caption' }, () => write(pen, caption, { face: 'bold' }))
    pdf.y += 2
    const headings = columns.map(({ heading }) => heading)
    drawRow(pen, table, cellsOf(pen, columns, headings, true), 0)
    for (const row of rows) drawRow(pen, table, cellsOf(pen, columns, row, false), rowHeight)
  })
  pdf.y += 4
}

function cellsOf(
  { pdf }: Pen,
  columns: PdfTable['columns'],
  row: readonly string[],
  isHead: boolean,
): readonly Cell[] {
  const first = textWidth(pdf) * 0.4
  const other = (textWidth(pdf) - first) / Math.max(1, columns.length - 1)
  return row.map((words, column) => ({
    words,
    x: margin + (column === 0 ? 0 : first + (column - 1) * other),
    style: {
      size: 9.5,
      face: isHead || column === 0 ? 'bold' : 'regular',
      width: (column === 0 ? first : other) - 2 * cellPadding,
      isRight: columns[column]?.numeric ?? false,
    },
    tag: isHead
      ? { type: 'TH', scope: 'Column' }
      : column === 0
        ? { type: 'TH', scope: 'Row' }
        : { type: 'TD' },
  }))
}

function drawRow(pen: Pen, table: Element, cells: readonly Cell[], atLeast: number): void {
  const { pdf } = pen
  const words = Math.max(...cells.map((cell) => heightOf(pen, cell.words, cell.style))) + 2 * cellPadding
  const height = Math.max(words, atLeast)
  ensureRoom(pen, height)
  const top = pdf.y
  group(pen, table, { type: 'TR' }, (row) => {
    for (const { words, x, style, tag } of cells) {
      const at = { x: x + cellPadding, y: top + cellPadding }
      draw(pen, row, tag, () => write(pen, words, style, at))
    }
  })
  const isHead = cells[0]?.tag.scope === 'Column'
  ornament(pen, () => {
    const y = top + height
    pdf
      .lineWidth(isHead ? 1 : 0.5)
      .moveTo(margin, y)
      .lineTo(margin + textWidth(pdf), y)
      .stroke(isHead ? ink : hairline)
  })
  pdf.x = margin
  pdf.y = top + height
}
