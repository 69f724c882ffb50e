import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { findBusinessWithin } from '../businesses/store.ts'
import { deleteTag, insertTag } from './tag-store.ts'
import { asTag, mayTag } from './tag.ts'

export type TagOutcome =
  | { kind: 'tagged' }
  | { kind: 'not-a-word' }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

/** Puts one word on a business, or takes it off; a word that is there already, or is not, changes nothing. */
export async function tagBusiness(
  tx: Tx,
  now: Date,
  actor: Actor,
  { businessId, typed, isOff = false }: { businessId: string; typed: string; isOff?: boolean },
): Promise<TagOutcome> {
  if (!mayTag(actor)) return { kind: 'forbidden' }
  if (!(await findBusinessWithin(tx, actor, businessId))) return { kind: 'not-found' }
  const tag = asTag(typed)
  if (tag === null) return { kind: 'not-a-word' }
  const { relayId, personId: addedBy } = actor
  if (isOff) await deleteTag(tx, actor, { businessId, tag })
  else await insertTag(tx, now, { businessId, relayId, tag, addedBy })
  return { kind: 'tagged' }
}
