/** The cells of one row, asked for by what they mean. */
import type { ImportField } from './fields.ts'
import { shownCell, type Note, type NoteCode } from './note.ts'

/** A column that was given a meaning. */
export type MappedColumn = { place: number; heading: string; field: ImportField }

export class Cells {
  readonly notes: Note[] = []
  private readonly cells: readonly string[]
  private readonly mapped: readonly MappedColumn[]
  constructor(cells: readonly string[], mapped: readonly MappedColumn[]) {
    this.cells = cells
    this.mapped = mapped
  }

  /** What stands there, in one line; empty when nothing does. */
  read(field: ImportField): string {
    return this.all(field)[0]?.text ?? ''
  }

  /** Some meanings have several columns: two telephones, say. Empty cells are left out. */
  all(field: ImportField): { heading: string; text: string }[] {
    return this.mapped
      .filter((column) => column.field === field)
      .map(({ place, heading }) => ({ heading, text: inOneLine(this.cells[place] ?? '') }))
      .filter(({ text }) => text !== '')
  }

  heading(field: ImportField): string {
    return this.mapped.find((column) => column.field === field)?.heading ?? ''
  }

  note(code: NoteCode, heading: string, before: string, after: string | null): void {
    this.notes.push({ code, column: heading, before: shownCell(before), after: after && shownCell(after) })
  }
}

/** Control signs and runs of spaces are slips of the keyboard or of an export. */
function inOneLine(cell: string): string {
  return /[\s\p{Cc}]/u.test(cell) ? cell.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() : cell
}
