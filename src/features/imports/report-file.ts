/** The report of an import as a file: the rows as they stood, with what became of them and why. */
import type { Language } from '../../core/language.ts'
import type { ListRun, ReportRow } from './list-run.ts'
import { texts } from './texts.ts'

/** Begins a CSV file that French spreadsheets open by a click: UTF-8 with its mark, semicolons. */
export function reportHead({ columns }: Pick<ListRun, 'columns'>, language: Language): string {
  const words = texts[language].report
  return `\uFEFF${csvLine([words.line, words.outcome, words.reason, words.notes, ...columns])}`
}

export function reportLine(row: ReportRow, language: Language): string {
  const outcome = texts[language].outcomes[row.outcome](1)
  return csvLine([String(row.line), outcome, whyOf(row, language), notesOf(row, language), ...row.cells])
}

/** Why nothing, or nothing for sure, was made of a row; empty for the others. */
export function whyOf({ reason, columnName, value }: ReportRow, language: Language): string {
  if (reason === null) return ''
  const words = texts[language]
  const sentence = words.reasons[reason] ?? reason
  return columnName && value ? `${sentence} (${words.becomes(columnName, value, null)})` : sentence
}

export function notesOf({ notes }: Pick<ReportRow, 'notes'>, language: Language): string {
  const words = texts[language]
  return notes
    .map(({ code, column, before, after }) => {
      const sentence = words.notes[code] ?? code
      return column === '' ? sentence : `${sentence} ${words.becomes(column, before, after)}`
    })
    .join(' · ')
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

/** A spreadsheet takes what begins with these signs for a formula, and would run it (CWE-1236); a number is none. */
function csvCell(cell: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d[\d .,]*$/.test(cell)
  const safe = isFormula ? `'${cell}` : cell
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
