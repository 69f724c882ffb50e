import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import type { Reach } from '../businesses/reach-store.ts'
import type { Rule } from './rule.ts'
import { insertSegment } from './segment-store.ts'
import { mayTag } from './tag.ts'
import { mayLookAt } from './tag-list.ts'

export type KeepOutcome =
  | { kind: 'kept'; segmentId: string }
  | { kind: 'name-taken' }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

/** Keeps a rule under a name, for the relay whose businesses were looked at or for the whole programme. */
export async function keepSegment(
  tx: Tx,
  now: Date,
  actor: Actor,
  { reach, rule, name }: { reach: Reach; rule: Rule; name: string },
): Promise<KeepOutcome> {
  if (!mayTag(actor)) return { kind: 'forbidden' }
  if (!(await mayLookAt(tx, actor, reach))) return { kind: 'not-found' }
  const { relayId } = reach
  const segmentId = await insertSegment(tx, now, { name, relayId, rule, madeBy: actor.personId })
  return segmentId === null ? { kind: 'name-taken' } : { kind: 'kept', segmentId }
}
