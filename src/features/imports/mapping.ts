/** What the columns of a list mean: proposed from their headings and from what stands under them. */
import type { MappedColumn } from './cells.ts'
import * as looks from './contents.ts'
import { fieldsOfHeading, importFields, type ImportField } from './fields.ts'
import type { Table } from './table.ts'

/** Field by heading; null: not used. What is kept for a source. */
export type Mapping = Readonly<Record<string, ImportField | null>>

export type Sureness = 'sure' | 'likely' | 'guess'
export type Reason = 'heading' | 'contents' | 'both' | 'remembered' | 'none'

export type Proposal = {
  heading: string
  field: ImportField | null
  sureness: Sureness
  why: Reason
  /** A few values that stand under the heading. */
  examples: readonly string[]
}

/** A list may have two columns of these. */
const severalAllowed: ReadonlySet<ImportField> = new Set(['email', 'phone', 'website'])

/** How a field can be recognised without its heading, the most telling first. */
const recognised: Readonly<Partial<Record<ImportField, (text: string) => boolean>>> = {
  siret: looks.isSiretLike,
  email: looks.isEmail,
  phone: looks.isPhone,
  website: (text) => text.length < 80 && looks.isWebsite(text),
  point: looks.isPoint,
  wholeAddress: looks.isWholeAddress,
  postalCode: looks.isPostalCode,
  openingHours: looks.isOpeningHours,
  activity: looks.isActivityCode,
  siren: looks.isSirenLike,
}
/** What must be so for a heading to be believed. */
const required: Readonly<Partial<Record<ImportField, (text: string) => boolean>>> = {
  latitude: (text) => Math.abs(Number(text.replace(',', '.'))) <= 90,
  longitude: (text) => Math.abs(Number(text.replace(',', '.'))) <= 180,
  postalCode: (text) => /^\s*\d[\dA-Z]{3,4}(\.0)?\s*$/i.test(text),
  point: (text) => /-?\d+\.\d+\D+-?\d+\.\d+/.test(text),
  website: (text) => looks.isWebsite(text) || /\.[a-z]{2,}\b/i.test(text),
  openingHours: (text) => /\d/.test(text),
  state: (text) => text.length <= 12,
  key: (text) => text.length <= 60,
  geoScore: (text) => Number(text.replace(',', '.')) <= 1,
}

type Candidate = { column: number; field: ImportField; score: number; why: Reason }

/** @param remembered what was chosen the last time for this source: it wins, column by column. */
export function proposeMapping({ columns, sample }: Table, remembered: Mapping = {}): Proposal[] {
  const values = columns.map((_, place) =>
    sample.map(({ cells }) => (cells[place] ?? '').trim()).filter(Boolean),
  )
  const chosen = new Map<number, Candidate>()
  const taken = new Set<ImportField>()
  const take = (candidate: Candidate) => {
    chosen.set(candidate.column, candidate)
    taken.add(candidate.field)
  }
  const known = columns.map((heading) => remembered[heading])
  known.forEach((field, column) => field && take({ column, field, score: Infinity, why: 'remembered' }))
  const candidates = columns
    .flatMap((heading, column) => candidatesOf(heading, column, values[column] ?? []))
    .filter(({ column }) => known[column] === undefined)
  for (const candidate of candidates.toSorted((one, other) => other.score - one.score)) {
    const isTaken =
      taken.has(candidate.field) && !(severalAllowed.has(candidate.field) && candidate.score >= 5)
    if (!isTaken && !chosen.has(candidate.column)) take(candidate)
  }
  // A geocoder's address beside the list's own would only be believed where the list is silent.
  if (taken.has('postalCode'))
    for (const [column, { field, why }] of chosen)
      if (field === 'wholeAddress' && why !== 'remembered') chosen.delete(column)
  return columns.map((heading, column) =>
    proposalOf(heading, chosen.get(column), values[column] ?? [], known[column]),
  )
}

function proposalOf(
  heading: string,
  candidate: Candidate | undefined,
  values: readonly string[],
  known: ImportField | null | undefined,
): Proposal {
  const examples = [...new Set(values)].slice(0, 3).map((value) => value.slice(0, 80))
  const common = { heading, examples }
  if (!candidate)
    return { ...common, field: null, sureness: 'sure', why: known === null ? 'remembered' : 'none' }
  const { field, score, why } = candidate
  return { ...common, field, why, sureness: score >= 12 ? 'sure' : score >= 7 ? 'likely' : 'guess' }
}

function candidatesOf(heading: string, column: number, values: readonly string[]): Candidate[] {
  const share = (test: (text: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(test).length / values.length
  const named = fieldsOfHeading(heading).flatMap(({ field, rank }): Candidate[] => {
    const needs = required[field]
    if (needs && values.length > 0 && share(needs) < 0.5) return []
    if (field === 'key' && new Set(values).size < values.length) return []
    const looked = recognised[field]
    const supported = looked ? share(looked) >= 0.5 : false
    // An empty column means little, whatever its name.
    const filled = values.length === 0 ? -6 : 0
    return [
      {
        column,
        field,
        score: 10 - rank / 10 + (supported ? 5 : 0) + filled,
        why: supported ? 'both' : 'heading',
      },
    ]
  })
  const seen = importFields.flatMap((field): Candidate[] => {
    const looked = recognised[field]
    if (!looked || values.length === 0 || named.some((one) => one.field === field)) return []
    const found = share(looked)
    return found >= 0.7 ? [{ column, field, score: 3 + found, why: 'contents' }] : []
  })
  return [...named, ...seen]
}

/** The columns that were given a meaning, where they stand in this file. */
export function mappedColumns(columns: readonly string[], mapping: Mapping): MappedColumn[] {
  return columns.flatMap((heading, place) => {
    const field = mapping[heading]
    return field ? [{ place, heading, field }] : []
  })
}

/** What is proposed, taken as it is; columns without a meaning may get one another time. */
export function mappingOf(proposals: readonly Proposal[]): Mapping {
  return Object.fromEntries(proposals.flatMap(({ heading, field }) => (field ? [[heading, field]] : [])))
}

/** Without a name there is no shop. */
export function canBeImported(mapping: Mapping): boolean {
  const fields = new Set(Object.values(mapping))
  return (['name', 'legalName', 'sign', 'lastName'] as const).some((field) => fields.has(field))
}
