import type { Tx } from '../../core/db.ts'
import { countAttempt } from '../../core/rate-limit.ts'
import { insertQuestion, lockRoom, writeEvent } from './change-store.ts'
import { findSeatInRoom, type NoRoom } from './find-open-room.ts'

export type QuestionRequest = { token: string; words: string; formKey: string | null }

export type AskOutcome =
  | { kind: 'asked'; questionId: string }
  /** This very form has asked it: a second click. */
  | { kind: 'already-asked' }
  | { kind: 'too-many' }
  | NoRoom

/** Nobody writes more, and a program must not fill the room of the others. */
const perSeat = { name: 'room-question', max: 6, seconds: 300 }

export async function askQuestion(tx: Tx, now: Date, request: QuestionRequest): Promise<AskOutcome> {
  const found = await findSeatInRoom(tx, now, request.token)
  if (found.kind !== 'open') return found
  const { id: bookingId, session } = found.booking
  const { words, formKey } = request
  if (!(await countAttempt(tx, now, perSeat, bookingId))) return { kind: 'too-many' }
  await lockRoom(tx, session.id)
  const asked = { trainingSessionId: session.id, bookingId, words, formKey }
  const questionId = await insertQuestion(tx, now, asked)
  if (questionId === null) return { kind: 'already-asked' }
  await writeEvent(tx, now, { trainingSessionId: session.id, kind: 'question', subjectId: questionId })
  return { kind: 'asked', questionId }
}
