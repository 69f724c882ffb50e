import type { Tx } from '../../core/db.ts'
import { countAttempt } from '../../core/rate-limit.ts'
import { findPoll, keepPollAnswer, lockRoom, writeEvent } from './change-store.ts'
import { findSeatInRoom, type NoRoom } from './find-open-room.ts'

export type PollAnswerRequest = { token: string; pollId: string; choice: number }

export type AnswerOutcome =
  | { kind: 'counted' }
  /** Between the page and the tap. */
  | { kind: 'poll-closed' }
  /** There is no such poll, or no such option. */
  | { kind: 'unknown' }
  | { kind: 'too-many' }
  | NoRoom

const perSeat = { name: 'room-answer', max: 30, seconds: 60 }

/** One answer a seat; while the poll is open, the last one counts. */
export async function answerPoll(tx: Tx, now: Date, request: PollAnswerRequest): Promise<AnswerOutcome> {
  const found = await findSeatInRoom(tx, now, request.token)
  if (found.kind !== 'open') return found
  const { id: bookingId, session } = found.booking
  const { pollId, choice } = request
  if (!(await countAttempt(tx, now, perSeat, bookingId))) return { kind: 'too-many' }
  await lockRoom(tx, session.id)
  const poll = await findPoll(tx, { trainingSessionId: session.id, id: pollId })
  if (!poll || poll.state === 'draft' || choice >= poll.options.length) return { kind: 'unknown' }
  if (poll.state === 'closed') return { kind: 'poll-closed' }
  await keepPollAnswer(tx, now, { pollId, bookingId, choice })
  await writeEvent(tx, now, { trainingSessionId: session.id, kind: 'poll', subjectId: pollId })
  return { kind: 'counted' }
}
