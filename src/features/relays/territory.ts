/**
 * Territories of the Code officiel géographique, as @etalab/decoupage-administratif has them. Its files are read at
 * the first question only: eight megabytes, a fifth of a second.
 */
import { createRequire } from 'node:module'
import { searchTerms } from '../businesses/business.ts'

export const territoryKinds = ['region', 'department', 'epci', 'commune'] as const
export type TerritoryKind = (typeof territoryKinds)[number]
/** `code`: of a region `44`, a department `57`, an intercommunality its SIREN, a commune `57463`. */
export type Territory = { kind: TerritoryKind; code: string }
/** `inside`: the department of a commune, to tell five Saint-Denis apart; empty for the others. */
export type NamedTerritory = Territory & { name: string; inside: string }

export type Resolved =
  | { kind: 'found'; territory: NamedTerritory }
  | { kind: 'unknown' }
  /** Several have this name: their codes tell them apart. */
  | { kind: 'ambiguous'; candidates: readonly NamedTerritory[] }

type Entry = { code: string; nom: string }
type CommuneEntry = Entry & {
  type: string
  /** Of a district, its commune. */
  commune?: string
  /** Of a former commune, the present one. */
  chefLieu?: string
  departement: string
  region: string
  anciensCodes?: string[]
}
type Geography = {
  named: readonly NamedTerritory[]
  /** By their words, without capitals and accents. */
  byWords: ReadonlyMap<string, readonly NamedTerritory[]>
  communes: readonly CommuneEntry[]
  /** Of a commune, itself with its districts and former communes. */
  partsOf: ReadonlyMap<string, readonly CommuneEntry[]>
  membersOf: ReadonlyMap<string, ReadonlySet<string>>
}

const require = createRequire(import.meta.url)
let geography: Geography | null = null

function read<T>(file: string): T[] {
  const path = `@etalab/decoupage-administratif/data/${file}.json`
  const entries = require(path) as T[]
  delete require.cache[require.resolve(path)]
  return entries
}

function readGeography(): Geography {
  if (geography) return geography
  const communes = read<CommuneEntry>('communes')
  const epci = read<Entry & { membres: Entry[] }>('epci')
  const named = (kind: TerritoryKind) => (entry: Entry) => {
    return { kind, code: entry.code, name: entry.nom, inside: '' }
  }
  const today = communes.filter(
    ({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal',
  )
  const all: NamedTerritory[] = [
    ...read<Entry>('regions').map(named('region')),
    ...read<Entry>('departements').map(named('department')),
    ...epci.map(named('epci')),
    ...today.map((entry) => ({ ...named('commune')(entry), inside: entry.departement })),
  ]
  geography = {
    named: all,
    byWords: Map.groupBy(all, ({ name }) => searchTerms(name).join(' ')),
    communes,
    partsOf: Map.groupBy(communes, presentCode),
    membersOf: new Map(
      epci.map(({ code, membres }) => [code, new Set(membres.map((member) => member.code))]),
    ),
  }
  return geography
}

/**
 * What one line of a form means: a code or a name, whatever its capitals and accents. A bare `57` is the department:
 * regions are called by their name. Of a department and a commune with one name, the larger is meant.
 */
export function resolveTerritory(line: string): Resolved {
  const { named, byWords } = readGeography()
  const wanted = line.trim()
  const byCode = named.find(({ kind, code }) => kind !== 'region' && code === wanted.toUpperCase())
  if (byCode) return { kind: 'found', territory: byCode }
  const words = searchTerms(wanted).join(' ')
  const byName = words === '' ? [] : (byWords.get(words) ?? [])
  const [first] = byName
  if (!first) return { kind: 'unknown' }
  const alike = byName.filter(({ kind }) => kind === first.kind)
  return alike.length === 1 ? { kind: 'found', territory: first } : { kind: 'ambiguous', candidates: alike }
}

/** With its name; null when the official geography has none. */
export function findTerritory({ kind, code }: Territory): NamedTerritory | null {
  return readGeography().named.find((one) => one.kind === kind && one.code === code) ?? null
}

/** With its name; one that has left the official geography is called by its code. */
export function nameTerritory({ kind, code }: Territory): NamedTerritory {
  return findTerritory({ kind, code }) ?? { kind, code, name: code, inside: '' }
}

/** Codes of all communes in it, with their districts and former codes: registers still carry those. */
export function communesIn(territory: Territory): string[] {
  const isIn = membership(territory)
  const codes = among(territory).flatMap((commune) =>
    isIn(commune) ? [commune.code, ...(commune.anciensCodes ?? [])] : [],
  )
  return [...new Set(codes)]
}

/** Where its communes are looked for: one commune is asked for so often that forty thousand are too many. */
function among({ kind, code }: Territory): readonly CommuneEntry[] {
  const { communes, partsOf } = readGeography()
  const parts = kind === 'commune' ? partsOf.get(code) : undefined
  return parts?.some((commune) => commune.code === code) ? parts : communes
}

function presentCode(commune: CommuneEntry): string {
  return commune.commune ?? commune.chefLieu ?? commune.code
}

/** The departments of a region, by their codes. */
export function departmentsIn(regionCode: string): string[] {
  const inside = readGeography().communes.filter(({ region }) => region === regionCode)
  return [...new Set(inside.map(({ departement }) => departement))]
}

/** Names like this one, with a letter too many, too few or another; larger territories first. */
export function territoriesLike(line: string): NamedTerritory[] {
  const wanted = searchTerms(line).join(' ')
  if (wanted.length < 4) return []
  return [...readGeography().byWords]
    .filter(([words]) => Math.abs(words.length - wanted.length) <= 1 && isOneSlipAway(words, wanted))
    .flatMap(([, territories]) => territories)
    .slice(0, 8)
}

/** One letter added, left out, changed, or two neighbours swapped. */
function isOneSlipAway(one: string, other: string): boolean {
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const [rest, wanted] = [one.slice(start), other.slice(start)]
  const swapped = `${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`
  return [
    rest.slice(1) === wanted,
    rest === wanted.slice(1),
    rest.slice(1) === wanted.slice(1),
    swapped === wanted,
  ].some(Boolean)
}

function membership({ kind, code }: Territory): (commune: CommuneEntry) => boolean {
  if (kind === 'region') return ({ region }) => region === code
  if (kind === 'department') return ({ departement }) => departement === code
  if (kind === 'commune') return (commune) => commune.code === code || presentCode(commune) === code
  const members = readGeography().membersOf.get(code)
  return (commune) => members?.has(presentCode(commune)) ?? false
}
