/** A part of the NAF rév. 2: a section (`G`), division (`47`), group (`477`), class (`4776`) or sub-class (`4776Z`). */
import { listActivities } from './activity.ts'
import { searchTerms } from './business.ts'
import { sections } from './sections.texts.ts'

export type Sector = { code: string; label: string }

export type ResolvedSector =
  | { kind: 'found'; sector: Sector }
  | { kind: 'unknown' }
  /** Several have these words: their codes tell them apart. */
  | { kind: 'ambiguous'; candidates: readonly Sector[] }

export const sectorShape = /^(?:[A-U]|\d{2}(?:\d(?:\d[A-Z]?)?)?)$/

/** Null when the nomenclature has no such code. */
export function findSector(code: string): Sector | null {
  return allSectors().find((sector) => sector.code === code) ?? null
}

/** As it is printed: `47.76Z`, `47`, `G`. */
export function formatSector(code: string): string {
  return code.length > 2 ? `${code.slice(0, 2)}.${code.slice(2)}` : code
}

/**
 * What was typed means: a code, with or without its point, or words of a label whatever their accents. Words that are a
 * whole label mean it; a class and its only sub-class have one label, and the class is meant.
 */
export function resolveSector(typed: string): ResolvedSector {
  const code = typed.replaceAll(/[\s.]/g, '').toUpperCase()
  const byCode = sectorShape.test(code) ? findSector(code) : null
  if (byCode) return { kind: 'found', sector: byCode }
  const wanted = searchTerms(typed)
  if (wanted.length === 0) return { kind: 'unknown' }
  const candidates = allSectors().filter(({ label }) => {
    const words = searchTerms(label).join(' ')
    return wanted.every((term) => words.includes(term))
  })
  const different = candidates.filter((one) => !candidates.some((other) => isSaidBy(one, other)))
  const named = different.filter(({ label }) => searchTerms(label).join(' ') === wanted.join(' '))
  const [first] = named.length === 1 ? named : different
  if (!first) return { kind: 'unknown' }
  return named.length === 1 || different.length === 1
    ? { kind: 'found', sector: first }
    : { kind: 'ambiguous', candidates: different }
}

/** The larger part has the same name, or nothing else in it: it says as much. */
function isSaidBy(one: Sector, larger: Sector): boolean {
  if (one.code === larger.code || !one.code.startsWith(larger.code)) return false
  const inside = allSectors().filter(({ code }) => code.length === 5 && code.startsWith(larger.code))
  return one.label === larger.label || inside.length === 1
}

/** Codes of the sub-classes in it, from `from` (included) to `to` (excluded), byte by byte. */
export function rangeOf(code: string): { from: string; to: string } {
  const section = sections[code]
  return section ? { from: section.from, to: `${section.to}~` } : { from: code, to: `${code}~` }
}

let known: readonly Sector[] | null = null

/** Larger ones first. */
function allSectors(): readonly Sector[] {
  if (known) return known
  const letters = Object.entries(sections).map(([code, { label }]) => ({ code, label }))
  known = [...letters, ...listActivities().toSorted((one, other) => one.code.length - other.code.length)]
  return known
}
