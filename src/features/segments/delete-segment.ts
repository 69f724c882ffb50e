import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { findSegment, removeSegment } from './segment-store.ts'
import { mayTag } from './tag.ts'

export type DeleteOutcome = { kind: 'deleted' } | { kind: 'not-found' } | { kind: 'forbidden' }

/** Forgets a segment; the businesses that were in it keep everything. */
export async function deleteSegment(tx: Tx, actor: Actor, segmentId: string): Promise<DeleteOutcome> {
  if (!mayTag(actor)) return { kind: 'forbidden' }
  if (!(await findSegment(tx, actor, segmentId))) return { kind: 'not-found' }
  await removeSegment(tx, segmentId)
  return { kind: 'deleted' }
}
