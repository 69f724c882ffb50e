import type { Tx } from '../../core/db.ts'
import { countAttempt } from '../../core/rate-limit.ts'
import { deleteVote, findQuestionState, insertVote, lockRoom, writeEvent } from './change-store.ts'
import { findSeatInRoom, type NoRoom } from './find-open-room.ts'

/** `isFor`: whether there shall be a vote, so that a second click changes nothing. */
export type VoteRequest = { token: string; questionId: string; isFor: boolean }

export type VoteOutcome =
  | { kind: 'counted' }
  | { kind: 'unchanged' }
  /** Answered or taken away meanwhile. */
  | { kind: 'settled' }
  | { kind: 'too-many' }
  | NoRoom

const perSeat = { name: 'room-vote', max: 60, seconds: 60 }

/** Gives or takes back the one vote that a seat has for a question. */
export async function voteQuestion(tx: Tx, now: Date, request: VoteRequest): Promise<VoteOutcome> {
  const found = await findSeatInRoom(tx, now, request.token)
  if (found.kind !== 'open') return found
  const { id: bookingId, session } = found.booking
  if (!(await countAttempt(tx, now, perSeat, bookingId))) return { kind: 'too-many' }
  await lockRoom(tx, session.id)
  const { questionId, isFor } = request
  const inRoom = { trainingSessionId: session.id, id: questionId }
  if ((await findQuestionState(tx, inRoom)) !== 'shown') return { kind: 'settled' }
  const vote = { questionId, bookingId }
  const isNew = isFor ? await insertVote(tx, vote) : await deleteVote(tx, vote)
  if (!isNew) return { kind: 'unchanged' }
  await writeEvent(tx, now, { trainingSessionId: session.id, kind: 'question', subjectId: questionId })
  return { kind: 'counted' }
}
