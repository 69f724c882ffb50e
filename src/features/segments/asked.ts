/** A list as its address asks for it: what was typed in the filters, the order, and where the page begins. */
import { z } from 'zod'
import type { Actor } from '../accounts/person.ts'
import { formatSector, findSector, resolveSector, type Sector } from '../businesses/sector.ts'
import { namePlace, resolvePlace, writtenPlace, type NamedPlace } from './place.ts'
import { anyBusiness, contacts, sizeNames, type Rule } from './rule.ts'
import { steps } from './step.ts'
import { asTag } from './tag.ts'

const words = (max: number) => z.string().trim().max(max).catch('').default('')
const oneOf = <const T extends string>(values: readonly T[]) =>
  z.enum(values).nullable().catch(null).default(null)

/** `best`: nearest to the words, with slips forgiven, and only the first of them. The others are whole lists. */
export const orders = ['best', 'siret', 'name'] as const
export type Order = (typeof orders)[number]
export type ListOrder = Exclude<Order, 'best'>

/** The place of a row in its order: from after it, the list goes on. */
export type Cursor = { siret: string; key: string }

/** Unknown values count as not given: an old link must not end in an error. */
export const askedSchema = z.object({
  q: words(100),
  ville: words(80),
  activite: words(120),
  effectif: oneOf(sizeNames),
  etape: oneOf(steps),
  contact: oneOf(contacts),
  etiquette: words(31),
  tri: oneOf(orders),
  /** The SIRET of the last row before, and what it is sorted by. */
  apres: z
    .string()
    .max(600)
    .regex(/^\d{14}/)
    .nullable()
    .catch(null)
    .default(null),
  /** Whose businesses, for who may look at all; none: everybody's. */
  relais: z.uuid().nullable().catch(null).default(null),
  /** Counts the whole list, which takes longer than showing a page of it. */
  compte: z.literal('1').nullable().catch(null).default(null),
  /** What was just done to a list. */
  fait: z.uuid().nullable().catch(null).default(null),
})
export type Asked = z.infer<typeof askedSchema>

/** The filters alone, as forms carry them unseen. */
export const filterNames = ['q', 'ville', 'activite', 'effectif', 'etape', 'contact', 'etiquette'] as const

/** What a filter could not be understood to mean; `choices`: what it may be meant to be, to be typed instead. */
export type Unclear = {
  field: 'ville' | 'activite' | 'etiquette'
  kind: 'unknown' | 'ambiguous'
  choices: readonly { typed: string; place?: NamedPlace; sector?: Sector }[]
}

/** The rule that was asked for; filters that are not clear are left out of it, and no list must be shown. */
export type Understood = { rule: Rule; unclear: readonly Unclear[] }

export function understand(asked: Asked): Understood {
  const { q, ville, activite, effectif: size, etape: step, contact, etiquette } = asked
  const place = ville === '' ? null : resolvePlace(ville)
  const sector = activite === '' ? null : resolveSector(activite)
  const tag = etiquette === '' ? null : asTag(etiquette)
  const unclear: Unclear[] = []
  if (place?.kind === 'unknown')
    unclear.push({ field: 'ville', kind: 'unknown', choices: asChoices(place.like) })
  if (place?.kind === 'ambiguous')
    unclear.push({ field: 'ville', kind: 'ambiguous', choices: asChoices(place.candidates) })
  if (sector?.kind === 'unknown') unclear.push({ field: 'activite', kind: 'unknown', choices: [] })
  if (sector?.kind === 'ambiguous')
    unclear.push({ field: 'activite', kind: 'ambiguous', choices: sectorChoices(sector.candidates) })
  if (etiquette !== '' && tag === null) unclear.push({ field: 'etiquette', kind: 'unknown', choices: [] })
  return { rule: { ...anyBusiness, words: q, size, step, contact, tag, ...meant(place, sector) }, unclear }
}

function meant(
  place: ReturnType<typeof resolvePlace> | null,
  sector: ReturnType<typeof resolveSector> | null,
): Pick<Rule, 'place' | 'sector'> {
  return {
    place: place?.kind === 'found' ? { kind: place.place.kind, code: place.place.code } : null,
    sector: sector?.kind === 'found' ? sector.sector.code : null,
  }
}

const asChoices = (places: readonly NamedPlace[]) =>
  places.map((place) => ({ typed: writtenPlace(place), place }))

const sectorChoices = (sectors: readonly Sector[]) =>
  sectors.map((sector) => ({ typed: formatSector(sector.code), sector }))

/** The address that asks for a rule. */
export function askFor(rule: Rule): Partial<Asked> {
  const place = rule.place && namePlace(rule.place)
  const sector = rule.sector === null ? null : findSector(rule.sector)
  return {
    q: rule.words,
    ville: place ? writtenPlace(place) : '',
    activite: sector ? formatSector(sector.code) : '',
    effectif: rule.size,
    etape: rule.step,
    contact: rule.contact,
    etiquette: rule.tag ?? '',
  }
}

/** Nearest first where there are words, else by number. */
export function orderOf({ tri, q }: Pick<Asked, 'tri' | 'q'>): Order {
  if (tri === 'best' && q === '') return 'siret'
  return tri ?? (q === '' ? 'siret' : 'best')
}

export function cursorOf({ apres }: Pick<Asked, 'apres'>): Cursor | null {
  return apres === null ? null : { siret: apres.slice(0, 14), key: apres.slice(14) }
}

/** The query of an address, without its question mark; what is not asked is left out. */
export function queryOf(asked: Partial<Asked>): string {
  const entries = Object.entries(asked).filter(([, value]) => value !== null && value !== '')
  return new URLSearchParams(entries as [string, string][]).toString()
}

/** Staff of a relay see its own, whatever they ask for; the others may look at one relay. */
export function reachOf(
  { relayId }: Pick<Actor, 'relayId'>,
  { relais }: Pick<Asked, 'relais'>,
): { relayId: string | null } {
  return { relayId: relayId ?? relais }
}
