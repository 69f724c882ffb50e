import { countedIn } from '../../ui/format.ts'
import type { BusinessTexts } from './texts.fr.ts'

const counted = countedIn('en')
const lines = (count: number) => counted(count, 'line', 'lines')

export const en: BusinessTexts = {
  reasons: {
    'siret.missing': 'the SIRET number is missing',
    'siret.spreadsheet': 'a spreadsheet rounded this SIRET number: its last digits are lost',
    'siret.shape': 'this is not a SIRET number: it takes fourteen digits',
    'siret.checksum': 'there is a slip in this SIRET number: its digits do not agree',
    'siret.duplicate': 'this SIRET number stands higher up in the file: the first line counts',
    'name.missing': 'the name of the business is missing',
    'text.too-long': 'this text is too long: 250 characters at most',
    'establishment.closed': 'this establishment is closed',
    'line.columns': 'this line has not as many cells as the headings',
    'line.too-long': 'this line is too long: 100,000 bytes at most',
    'line.quote': 'a quote opens on this line and is never closed',
  },
  problems: {
    missing: 'There is no such file. Check its name and its folder.',
    unreadable: 'This file cannot be opened. Check that you may read it.',
    folder: 'This is a folder. Name the file to import.',
    empty: 'This file is empty.',
    workbook: 'This is a workbook. Open it, save the sheet as “CSV UTF-8”, then import that new file.',
    'utf-16': 'This file is in UTF-16. Save it as “CSV UTF-8”, then try again.',
    binary: 'This file is not a text. A CSV file is awaited.',
    'no-heading': 'The first line cannot be read. It must name the columns.',
  },
  notUtf8: (line) =>
    `Line ${line}: the accents are not in UTF-8. Save the file as “CSV UTF-8”, then try again.`,
  missingColumns: (missing, found) => `The headings lack ${missing}. Columns read: ${found}.`,
  columns: { siret: 'the SIRET column', name: 'the name column' },
  and: ' and ',
  nothingChanged: 'Nothing was changed.',
  progress: (percent, count) => `${percent}%, ${lines(count)}`,
  done: (count, seconds) => `File read: ${lines(count)} in ${seconds} s.`,
  broken: (line) =>
    `Import stopped at line ${line}: a quote opens and is never closed. The lines before it are kept. Correct the line, then run it again.`,
  counts: {
    created: () => 'created',
    changed: () => 'changed',
    unchanged: () => 'unchanged',
    refused: () => 'refused',
  },
  refusedTitle: 'Refused lines:',
  refusal: (line, reason) => `  line ${line}: ${reason}`,
  cell: (column, value) => ` (${column}: “${value}”)`,
  more: (count) => `  and ${counted(count, 'more refused line', 'more refused lines')}: see /equipe/imports.`,
  sizeBand: (from, to) =>
    to === null
      ? `${from} employees or more`
      : from === to
        ? from === '0'
          ? 'no employee'
          : `${from} employees`
        : `${from} to ${to} employees`,
}
