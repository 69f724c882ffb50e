import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { parseSiret } from '../businesses/siret.ts'
import { mayRunRelays } from './relay.ts'
import { findRelay, insertGiven } from './store.ts'

export type GiveRequest = { relayId: string; sirets: readonly string[]; source: string }

export type GiveOutcome =
  /** `added`: they were not the relay's before. `known`: all of them that are in the register. */
  | { kind: 'given'; added: number; known: number }
  /** These are no numbers of a business; nothing was given. */
  | { kind: 'misspelt'; lines: readonly string[] }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

/** Businesses that a file gives to a relay, besides those of its territory. */
export async function giveBusinesses(
  tx: Tx,
  now: Date,
  actor: Actor,
  { relayId, sirets, source }: GiveRequest,
): Promise<GiveOutcome> {
  if (!mayRunRelays(actor)) return { kind: 'forbidden' }
  if (!(await findRelay(tx, relayId))) return { kind: 'not-found' }
  const numbers = sirets.map((line) => ({ line, number: parseSiret(line) }))
  const misspelt = numbers.flatMap(({ line, number }) => (number.ok ? [] : [line]))
  if (misspelt.length > 0) return { kind: 'misspelt', lines: misspelt }
  const given = numbers.flatMap(({ number }) => (number.ok ? [number.siret] : []))
  return { kind: 'given', ...(await insertGiven(tx, now, { relayId, sirets: given, source })) }
}
