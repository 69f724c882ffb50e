import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { findSegment, isNameTaken, updateSegmentName } from './segment-store.ts'
import { mayTag } from './tag.ts'

export type RenameOutcome =
  | { kind: 'renamed' }
  | { kind: 'name-taken' }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

/** Gives a segment another name; its rule never changes. */
export async function renameSegment(
  tx: Tx,
  actor: Actor,
  { segmentId, name }: { segmentId: string; name: string },
): Promise<RenameOutcome> {
  if (!mayTag(actor)) return { kind: 'forbidden' }
  const segment = await findSegment(tx, actor, segmentId)
  if (!segment) return { kind: 'not-found' }
  if (await isNameTaken(tx, { ...segment, name })) return { kind: 'name-taken' }
  await updateSegmentName(tx, segmentId, name)
  return { kind: 'renamed' }
}
