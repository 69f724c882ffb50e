/** The register of Insee has a road of its own, ten times as fast: files that say nothing else take it. */
import { findColumns } from '../businesses/register-columns.ts'
import { parseSiret } from '../businesses/siret.ts'
import type { ImportField } from './fields.ts'
import type { Proposal } from './mapping.ts'
import type { Table } from './table.ts'

/** What the quick road would pass over in silence. */
const itsOwn: ReadonlySet<ImportField> = new Set([
  'key',
  'email',
  'phone',
  'website',
  'optOut',
  'openingHours',
])

/** A text in UTF-8 with the columns of the register, nothing that only lists have, and no number a spreadsheet ruined. */
export function isRegister(table: Table, proposals: readonly Proposal[]): boolean {
  const { format, encoding, delimiter, headerLine, columns } = table
  if (format !== 'csv' || encoding === 'windows-1252' || delimiter === '|' || headerLine !== 1) return false
  const found = findColumns(columns)
  if (!found.ok) return false
  const isList = proposals.some(({ field, examples }) => field && itsOwn.has(field) && examples.length > 0)
  return !isList && !hasRuinedNumber(table, found.columns.places.siret)
}

function hasRuinedNumber({ sample }: Table, place: number | undefined): boolean {
  if (place === undefined) return false
  return sample.some(({ cells }) => {
    const number = parseSiret(cells[place] ?? '')
    return !number.ok && number.reason === 'siret.spreadsheet'
  })
}
