import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { deleteTagging, lockTagging } from './tag-store.ts'
import { mayTag, type Tagging } from './tag.ts'

export type UndoOutcome = { kind: 'undone'; tagging: Tagging } | { kind: 'not-found' } | { kind: 'forbidden' }

/** Takes the tags of one act away; those that were there before stay. Twice is once. */
export async function undoTagging(tx: Tx, now: Date, actor: Actor, taggingId: string): Promise<UndoOutcome> {
  if (!mayTag(actor)) return { kind: 'forbidden' }
  const tagging = await lockTagging(tx, actor, taggingId)
  if (!tagging) return { kind: 'not-found' }
  if (tagging.undoneAt === null) await deleteTagging(tx, now, taggingId)
  return { kind: 'undone', tagging }
}
