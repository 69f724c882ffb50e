import { newShortCode } from '../../core/clock.ts'
import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { mayEnterAnswers } from './entry.ts'
import { findRunById, findShortAddress, insertShortAddress } from './store.ts'

const lastsMilliseconds = 14 * 86_400_000

export type ShortAddressOutcome =
  | { kind: 'given'; code: string; expiresAt: Date }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

/** An address short enough to be read out, for fourteen days; asked for again meanwhile, it is the same one. */
export async function giveShortAddress(
  tx: Tx,
  now: Date,
  actor: Actor,
  diagnosticId: string,
): Promise<ShortAddressOutcome> {
  if (!mayEnterAnswers(actor)) return { kind: 'forbidden' }
  if (!(await findRunById(tx, actor, diagnosticId))) return { kind: 'not-found' }
  const held = await findShortAddress(tx, now, diagnosticId)
  if (held) return { kind: 'given', ...held }
  const address = { code: newShortCode(), expiresAt: new Date(now.getTime() + lastsMilliseconds) }
  await insertShortAddress(tx, { ...address, diagnosticId, madeBy: actor.personId })
  return { kind: 'given', ...address }
}
