import type { ComponentChildren } from 'preact'

export type Column = {
  heading: string
  /** Figures stand under each other: to the right, of equal width. */
  numeric?: boolean
}

type TableProps = {
  caption: string
  columns: readonly Column[]
  /** One array a line, a cell a column. The first cell names the line. */
  rows: readonly (readonly ComponentChildren[])[]
  /** Kept for those who cannot see it when a heading just above says the same. */
  captionUnseen?: boolean
}

/** A table in a frame that scrolls sideways when the screen is narrow, by touch and by keyboard. */
export function Table({ caption, columns, rows, captionUnseen = false }: TableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable
    <section class="table-frame" aria-label={caption} tabIndex={0}>
      <table>
        <caption class={captionUnseen ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.heading} scope="col" class={column.numeric ? 'numeric' : undefined}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, line) => (
            <tr key={line}>{cells.map((cell, index) => tableCell(cell, index, columns[index]))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function tableCell(cell: ComponentChildren, index: number, column: Column | undefined) {
  const kind = column?.numeric ? 'numeric' : undefined
  if (index > 0) {
    return (
      <td key={index} class={kind}>
        {cell}
      </td>
    )
  }
  return (
    <th key={index} scope="row" class={kind}>
      {cell}
    </th>
  )
}
