/** A branch of the network: a departmental union, a town, a chamber; with a territory and its own staff. */
import type { Actor } from '../accounts/person.ts'
import type { NamedTerritory, Territory } from './territory.ts'

export type Relay = {
  id: string
  name: string
  /** Of its address. */
  slug: string
  /** As owners read it; null while none is given. */
  phone: string | null
  territories: readonly Territory[]
}

/** A line of the list. */
export type RelaySummary = { id: string; name: string; communes: number; staff: number }

export function mayRunRelays(actor: Actor | null): boolean {
  return actor?.role === 'operator'
}

/** Operators see every relay, staff of a relay their own. */
export function maySeeRelay(actor: Actor | null, relayId: string): boolean {
  return mayRunRelays(actor) || (actor !== null && actor.relayId === relayId)
}

/** Small letters, digits and hyphens: `Union de la Moselle` is `union-de-la-moselle`. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
}

/** One line of the form for a territory: its name where that is enough, else its code. */
export function lineOf({ kind, code, name }: NamedTerritory): string {
  return kind === 'commune' ? code : name
}
