import { sql, type RawBuilder } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'
import { searchTerms, type BusinessSummary } from './business.ts'
import { everywhere, isWithin, type Reach } from './reach-store.ts'
import { isSiren, parseSiret } from './siret.ts'

export type BusinessSearch = {
  /** Name, sign, street, or a SIRET or SIREN. */
  words: string
  /** A commune or a postal code; empty for everywhere. */
  town?: string
  /** Whose businesses. */
  reach: Reach
  /** What else must hold of `businesses`. */
  also?: RawBuilder<boolean>
  limit: number
}

const summary = [
  'id',
  'siret',
  'name',
  'sign',
  'activityCode',
  'street',
  'postalCode',
  'commune',
  'departmentCode',
  'sizeBand',
] as const

/** So many candidates are ranked; a search that finds more than that wants another word. */
const mostCandidates = 300

/**
 * Businesses whose name, sign, street and town hold every word, best first; accents and capitals do not matter.
 * Where none does, those whose words are nearly the same. Businesses that asked not to be shown never appear.
 */
export async function searchBusinesses(
  db: Reader,
  { words, town = '', reach, also = sql<boolean>`true`, limit }: BusinessSearch,
): Promise<BusinessSummary[]> {
  const number = parseSiret(words)
  if (number.ok) return listByNumber(db, { column: 'siret', number: number.siret, reach, also, limit })
  const firm = words.replaceAll(/\s/g, '')
  if (isSiren(firm)) return listByNumber(db, { column: 'siren', number: firm, reach, also, limit })
  const postalCode = postalCodeIn(town)
  const search = {
    wanted: searchTerms(words),
    near: postalCode ? [] : searchTerms(town),
    postalCode,
    reach,
    also,
    limit,
  }
  return isTooShort(search) ? [] : searchWords(db, search)
}

type Search = {
  wanted: string[]
  near: string[]
  postalCode: string | null
  reach: Reach
  also: RawBuilder<boolean>
  limit: number
}

/** A town alone is no search, and without three letters in a row the index cannot help. */
function isTooShort({ wanted, near }: Pick<Search, 'wanted' | 'near'>): boolean {
  return wanted.length === 0 || [...wanted, ...near].every((term) => term.length < 3)
}

/** The words as they are; else words nearly so, in that very town; else all of it nearly so. */
async function searchWords(db: Reader, search: Search): Promise<BusinessSummary[]> {
  const { wanted, near } = search
  const attempts = [
    [...wanted, ...near].map(holds),
    [...wanted.map(nearlyHolds), ...near.map(holds)],
    ...(near.length > 0 ? [[...wanted, ...near].map(nearlyHolds)] : []),
  ]
  for (const tests of attempts) {
    const found = await listCandidates(db, search, tests)
    if (found.length > 0) return found
  }
  return []
}

/** Terms hold letters and digits only, so nothing in them means something to LIKE. */
function holds(term: string): RawBuilder<boolean> {
  return sql<boolean>`words like ${`%${term}%`}`
}

/** Short words have too few trigrams to be nearly anything. */
function nearlyHolds(term: string): RawBuilder<boolean> {
  return term.length < 4 ? holds(term) : sql<boolean>`words %> ${term}`
}

async function listCandidates(
  db: Reader,
  { wanted, near, postalCode, reach, also, limit }: Search,
  tests: RawBuilder<boolean>[],
): Promise<BusinessSummary[]> {
  const nameLikeness = sql<number>`strict_word_similarity(${wanted.join(' ')}, searchable(name || ' ' || coalesce(sign, '')))`
  const townLikeness = sql<number>`strict_word_similarity(${near.join(' ')}, searchable(coalesce(commune, '')))`
  return db
    .with('candidates', (with_) => {
      const found = with_
        .selectFrom('businesses')
        .select(summary)
        .where('diffusion', '=', 'O')
        .where(sql.join<boolean>(tests, sql` and `))
        .where(isWithin(reach))
        .where(also)
      return (postalCode === null ? found : found.where('postalCode', '=', postalCode)).limit(mostCandidates)
    })
    .selectFrom('candidates')
    .select(summary)
    .orderBy(sql`${nameLikeness} + ${townLikeness}`, 'desc')
    .orderBy('name')
    .orderBy('siret')
    .limit(limit)
    .execute()
}

type ByNumber = {
  column: 'siret' | 'siren'
  number: string
  reach: Reach
  also?: RawBuilder<boolean>
  limit: number
}

function listByNumber(
  db: Reader,
  { column, number, reach, also = sql<boolean>`true`, limit }: ByNumber,
): Promise<BusinessSummary[]> {
  return db
    .selectFrom('businesses')
    .select(summary)
    .where(column, '=', number)
    .where(isWithin(reach))
    .where(also)
    .where('diffusion', '=', 'O')
    .orderBy('siret')
    .limit(limit)
    .execute()
}

/** The number in what was typed, or what each of its words asks of the register; null when it is too short to ask. */
export function whereWords(words: string): RawBuilder<boolean> | null {
  const number = parseSiret(words)
  if (number.ok) return sql<boolean>`businesses.siret = ${number.siret}`
  const firm = words.replaceAll(/\s/g, '')
  if (isSiren(firm)) return sql<boolean>`businesses.siren = ${firm}`
  const wanted = searchTerms(words)
  if (isTooShort({ wanted, near: [] })) return null
  return sql.join<boolean>(wanted.map(holds), sql` and `)
}

function postalCodeIn(town: string): string | null {
  return /^\s*(\d{5})\s*$/.exec(town)?.[1] ?? null
}

/** For pages that are for everybody. */
export function findBusiness(db: Reader, id: string): Promise<BusinessSummary | null> {
  return findBusinessWithin(db, everywhere, id)
}

/** For staff: absent and out of reach look the same. */
export async function findBusinessWithin(
  db: Reader,
  reach: Reach,
  id: string,
): Promise<BusinessSummary | null> {
  const found = db
    .selectFrom('businesses')
    .select(summary)
    .where('id', '=', id)
    .where('diffusion', '=', 'O')
    .where(isWithin(reach))
  return (await found.executeTakeFirst()) ?? null
}

export async function findBusinessBySiret(
  db: Reader,
  siret: string,
  reach: Reach,
): Promise<BusinessSummary | null> {
  return (await listByNumber(db, { column: 'siret', number: siret, reach, limit: 1 }))[0] ?? null
}

/** Where a business comes from and where it stands; for staff. */
export async function findOrigin(db: Reader, id: string) {
  const found = db
    .selectFrom('businesses')
    .select(['source', 'importedAt', 'latitude', 'longitude'])
    .where('id', '=', id)
    .where('diffusion', '=', 'O')
  return (await found.executeTakeFirst()) ?? null
}

/** Undisclosed ones too: an exact count, about a tenth of a second a million. */
export async function countBusinesses(db: Reader, reach: Reach): Promise<number> {
  const [row] = await ask(
    db,
    sql<{ count: string }>`select count(*) from businesses where ${isWithin(reach)}`,
  )
  return Number(row?.count ?? 0)
}
