/** A place to filter by: a territory of the official geography, or a postal code. */
import { isPostalCode } from '../businesses/geography.ts'
import { findTerritory, resolveTerritory, territoriesLike, territoryKinds } from '../relays/territory.ts'

export const placeKinds = [...territoryKinds, 'postal'] as const
export type PlaceKind = (typeof placeKinds)[number]
export type Place = { kind: PlaceKind; code: string }
/** `inside`: the department of a commune. */
export type NamedPlace = Place & { name: string; inside: string }

export type ResolvedPlace =
  | { kind: 'found'; place: NamedPlace }
  /** `like`: names that are nearly so. */
  | { kind: 'unknown'; like: readonly NamedPlace[] }
  | { kind: 'ambiguous'; candidates: readonly NamedPlace[] }

/**
 * What was typed means. Five digits are a postal code where there is one, as people know those, else the official code of
 * a commune; a name is a territory's; `Saint-Denis (93066)` is what `writtenPlace` writes.
 */
export function resolvePlace(typed: string): ResolvedPlace {
  const wanted = typed.trim()
  const told = /\((R?)([0-9AB]{2,9})\)$/i.exec(wanted.toUpperCase())
  if (told) return found(namePlace({ kind: kindOf(told[1] ?? '', told[2] ?? ''), code: told[2] ?? '' }))
  if (isPostalCode(wanted)) return found(namePlace({ kind: 'postal', code: wanted }))
  const territory = resolveTerritory(wanted)
  if (territory.kind === 'found') return found(territory.territory)
  if (territory.kind === 'ambiguous') return territory
  // Not in the official list, but shaped like one: those of large mailboxes (CEDEX) are not.
  if (/^\d{5}$/.test(wanted)) return found(namePlace({ kind: 'postal', code: wanted }))
  return { kind: 'unknown', like: territoriesLike(wanted) }
}

function found(place: NamedPlace | null): ResolvedPlace {
  return place ? { kind: 'found', place } : { kind: 'unknown', like: [] }
}

/** By the length of its code; those of regions are as long as those of departments, and carry an R. */
function kindOf(mark: string, { length }: string): PlaceKind {
  if (mark !== '') return 'region'
  if (length === 9) return 'epci'
  return length === 5 ? 'commune' : 'department'
}

/** Null when the official geography has no such territory. */
export function namePlace({ kind, code }: Place): NamedPlace | null {
  return kind === 'postal' ? { kind, code, name: code, inside: '' } : findTerritory({ kind, code })
}

/** Typed again, it means this very place. */
export function writtenPlace({ kind, code, name }: NamedPlace): string {
  if (kind === 'postal') return code
  return `${name} (${kind === 'region' ? 'R' : ''}${code})`
}
