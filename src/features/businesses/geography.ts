/**
 * Communes, departments and their clocks (Code officiel géographique, from @etalab/decoupage-administratif).
 * That package's entry point reads files beside the working directory, so its data are read directly here.
 */
import { createRequire } from 'node:module'

export type Commune = {
  /** Of the Code officiel géographique: `57463`, `2A004`, `97105`. */
  code: string
  name: string
  departmentCode: string
  postalCodes: readonly string[]
  population: number
}
export type Department = { code: string; name: string }

type CommuneEntry = {
  code: string
  nom: string
  departement: string
  codesPostaux?: string[]
  population?: number
  anciensCodes?: string[]
  type: string
}
type DepartmentEntry = { code: string; nom: string }

const require = createRequire(import.meta.url)
let communes: ReadonlyMap<string, Commune> | null = null
let postalCodes: ReadonlySet<string> | null = null
let departments: ReadonlyMap<string, Department> | null = null

/** Overseas clocks by department (IANA); everywhere else it is Paris time. */
export const overseasZones: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '984': 'Indian/Kerguelen',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
}

/** The IANA zone in which a department's shops open and close. */
export function zoneOfDepartment(departmentCode: string | null): string {
  return (departmentCode === null ? undefined : overseasZones[departmentCode]) ?? 'Europe/Paris'
}

/** `57463` → `57`, `2A004` → `2A`, `97105` → `971`. */
export function departmentOfCommune(communeCode: string): string {
  return /^9[78]/.test(communeCode) ? communeCode.slice(0, 3) : communeCode.slice(0, 2)
}

/**
 * The department that a postal code begins with. A few dozen codes serve communes of a neighbouring department
 * as well: where the commune is known, `departmentOfCommune` is the better answer.
 */
export function departmentOfPostalCode(postalCode: string): string | null {
  if (!/^\d{5}$/.test(postalCode)) return null
  if (postalCode === '97133') return '977'
  if (postalCode === '97150') return '978'
  if (/^9[78]/.test(postalCode)) return postalCode.slice(0, 3)
  if (/^20[01]/.test(postalCode)) return '2A'
  if (postalCode.startsWith('20')) return '2B'
  return findDepartment(postalCode.slice(0, 2))?.code ?? null
}

/** A commune by its code, districts of Paris, Lyon and Marseille included; former codes lead to the present one. */
export function findCommune(code: string): Commune | null {
  return allCommunes().get(code) ?? null
}

export function findDepartment(code: string): Department | null {
  return allDepartments().get(code) ?? null
}

/** Every department and overseas collectivity, in the order of their codes. */
export function listDepartments(): Department[] {
  return [...allDepartments().values()]
}

/** The communes that letters with this postal code go to, districts of the three large towns included. */
export function communesOfPostalCode(postalCode: string): readonly Commune[] {
  return byPlace().postalCodes.get(postalCode) ?? []
}

/** The communes of this name, however it is spelt: `ST ETIENNE` is Saint-Étienne. Many share theirs with others. */
export function communesNamed(name: string): readonly Commune[] {
  return byPlace().names.get(plainTown(name)) ?? []
}

/** As on letters: no accents, no hyphens, `Saint` in full; without CEDEX and its number. */
export function plainTown(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/œ/g, 'oe')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replace(/ cedex.*$/, '')
    .trim()
  return plain.replaceAll(/\bst\b/g, 'saint').replaceAll(/\bste\b/g, 'sainte')
}

type ByPlace = {
  postalCodes: ReadonlyMap<string, readonly Commune[]>
  names: ReadonlyMap<string, readonly Commune[]>
}
let places: ByPlace | null = null

function byPlace(): ByPlace {
  if (places) return places
  const today = [...new Set(allCommunes().values())]
  const postalCodes = new Map<string, Commune[]>()
  const names = new Map<string, Commune[]>()
  const put = (map: Map<string, Commune[]>, key: string, commune: Commune) =>
    map.set(key, [...(map.get(key) ?? []), commune])
  for (const commune of today) {
    put(names, plainTown(commune.name), commune)
    for (const postalCode of commune.postalCodes) put(postalCodes, postalCode, commune)
  }
  places = { postalCodes, names }
  return places
}

/** Is it the postal code of a commune? */
export function isPostalCode(code: string): boolean {
  postalCodes ??= new Set([...allCommunes().values()].flatMap((commune) => commune.postalCodes))
  return postalCodes.has(code)
}

function allDepartments(): ReadonlyMap<string, Department> {
  if (departments) return departments
  const entries = require('@etalab/decoupage-administratif/data/departements.json') as DepartmentEntry[]
  departments = new Map(entries.map(({ code, nom }) => [code, { code, name: nom }]))
  return departments
}

/** Eight megabytes, a tenth of a second: read at the first question only, and only what is used is kept. */
function allCommunes(): ReadonlyMap<string, Commune> {
  if (communes) return communes
  const entries = require('@etalab/decoupage-administratif/data/communes.json') as CommuneEntry[]
  delete require.cache[require.resolve('@etalab/decoupage-administratif/data/communes.json')]
  const found = new Map<string, Commune>()
  for (const entry of entries) {
    const commune = asCommune(entry)
    for (const former of entry.anciensCodes ?? []) found.set(former, commune)
  }
  // Today's communes come after the former codes: where a code has two meanings, today's wins.
  const byStanding = (one: CommuneEntry) => (one.type === 'commune-actuelle' ? 1 : 0)
  for (const entry of entries.toSorted((one, other) => byStanding(one) - byStanding(other)))
    found.set(entry.code, asCommune(entry))
  communes = found
  return found
}

function asCommune({ code, nom, departement, codesPostaux = [], population = 0 }: CommuneEntry): Commune {
  return { code, name: nom, departmentCode: departement, postalCodes: codesPostaux, population }
}
