/** What was found out about a file, in one sentence. */
import type { Language } from '../../core/language.ts'
import type { Table } from './table.ts'
import { texts } from './texts.ts'

export function describeTable(table: Table, language: Language): string {
  const words = texts[language]
  return words.cli.detected(words.formats[table.format], detailsOf(table, language).join(', '))
}

function detailsOf(
  { format, encoding, delimiter, sheets, sheet, headerLine }: Table,
  language: Language,
): string[] {
  const words = texts[language]
  const chosen = sheet === null ? undefined : sheets[sheet]
  const isRecords = format === 'json' || format === 'geojson'
  return [
    ...(encoding ? [words.encodings[encoding]] : []),
    ...(delimiter ? [words.delimiters[delimiter] ?? delimiter] : []),
    ...(chosen ? [words.cli.sheet(chosen.name, (sheet ?? 0) + 1, sheets.length)] : []),
    ...(isRecords ? [] : [headerLine === null ? words.cli.noHeader : words.cli.headerLine(headerLine)]),
  ]
}
