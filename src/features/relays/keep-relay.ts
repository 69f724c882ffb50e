import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { mayRunRelays, slugOf } from './relay.ts'
import { findRelay, insertRelay, replaceTerritory, updateRelay } from './store.ts'
import { resolveTerritory, type NamedTerritory, type Territory } from './territory.ts'

export type RelayRequest = {
  /** Null: a new one. */
  id: string | null
  name: string
  phone: string | null
  /** A name or a code a line. */
  territory: readonly string[]
}

export type RelayOutcome =
  | { kind: 'kept'; relayId: string }
  | { kind: 'name-taken' }
  /** Nothing of the official geography is called so. */
  | { kind: 'unknown-territory'; line: string }
  | { kind: 'ambiguous-territory'; line: string; candidates: readonly NamedTerritory[] }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

/** Opens a relay, or changes its name, telephone and territory: all of it or nothing. */
export async function keepRelay(
  tx: Tx,
  now: Date,
  actor: Actor,
  { id, name, phone, territory }: RelayRequest,
): Promise<RelayOutcome> {
  if (!mayRunRelays(actor)) return { kind: 'forbidden' }
  const slug = slugOf(name)
  if (slug === '') return { kind: 'name-taken' }
  const territories: Territory[] = []
  for (const line of territory) {
    const resolved = resolveTerritory(line)
    if (resolved.kind === 'unknown') return { kind: 'unknown-territory', line }
    if (resolved.kind === 'ambiguous')
      return { kind: 'ambiguous-territory', line, candidates: resolved.candidates }
    territories.push(resolved.territory)
  }
  if (id !== null && !(await findRelay(tx, id))) return { kind: 'not-found' }
  const facts = { name, slug, phone }
  const relayId =
    id === null
      ? await insertRelay(tx, now, { ...facts, createdBy: actor.personId })
      : (await updateRelay(tx, id, facts)) && id
  if (!relayId) return { kind: 'name-taken' }
  await replaceTerritory(tx, relayId, unlike(territories))
  return { kind: 'kept', relayId }
}

/** A code and a name may have meant the same. */
function unlike(territories: readonly Territory[]): Territory[] {
  return [...new Map(territories.map((one) => [`${one.kind} ${one.code}`, one])).values()]
}
