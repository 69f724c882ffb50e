import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { lockRoom, writeEvent, writeSlides } from './change-store.ts'
import { findHostedRoom, type NoRoom } from './find-open-room.ts'

export type SlidesRequest = { trainingSessionId: string; slidesUrl: string | null }

/** Where the slides are, for everybody in the room; null takes the link away. */
export async function putSlides(
  tx: Tx,
  now: Date,
  actor: Actor,
  { trainingSessionId, slidesUrl }: SlidesRequest,
): Promise<{ kind: 'put' } | NoRoom> {
  const found = await findHostedRoom(tx, now, actor, trainingSessionId)
  if (found.kind !== 'open') return found
  await lockRoom(tx, trainingSessionId)
  await writeSlides(tx, trainingSessionId, slidesUrl)
  await writeEvent(tx, now, { trainingSessionId, kind: 'slides', subjectId: null })
  return { kind: 'put' }
}
