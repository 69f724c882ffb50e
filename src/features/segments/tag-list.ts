import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import type { Reach } from '../businesses/reach-store.ts'
import { findRelay } from '../relays/store.ts'
import { countSegment } from './list-store.ts'
import type { Rule } from './rule.ts'
import { asTag, mayTag, mostTagged } from './tag.ts'
import { insertTagging } from './tag-store.ts'

export type TagListOutcome =
  | { kind: 'tagged'; taggingId: string; tag: string; businesses: number }
  | { kind: 'not-a-word' }
  | { kind: 'too-many'; businesses: number }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

/** Puts one word on every business that a rule means now, within reach of who acts. It can be undone. */
export async function tagList(
  tx: Tx,
  now: Date,
  actor: Actor,
  { reach, rule, typed }: { reach: Reach; rule: Rule; typed: string },
): Promise<TagListOutcome> {
  if (!mayTag(actor)) return { kind: 'forbidden' }
  if (!(await mayLookAt(tx, actor, reach))) return { kind: 'not-found' }
  const tag = asTag(typed)
  if (tag === null) return { kind: 'not-a-word' }
  const businesses = await countSegment(tx, reach, rule)
  if (businesses > mostTagged) return { kind: 'too-many', businesses }
  const done = await insertTagging(tx, now, { reach, rule, tag, madeBy: actor.personId })
  return { kind: 'tagged', taggingId: done.id, tag, businesses: done.businesses }
}

/** Their own relay, or for the whole programme any that there is. */
export async function mayLookAt(tx: Tx, actor: Actor, { relayId }: Reach): Promise<boolean> {
  if (actor.relayId !== null) return actor.relayId === relayId
  return relayId === null || (await findRelay(tx, relayId)) !== null
}
