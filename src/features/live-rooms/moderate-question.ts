import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { findQuestionState, lockRoom, writeEvent, writeQuestionState } from './change-store.ts'
import { findHostedRoom, type NoRoom } from './find-open-room.ts'
import type { QuestionState } from './room.ts'

export type ModerationRequest = { trainingSessionId: string; questionId: string; state: QuestionState }
export type ModerationOutcome = { kind: 'done' } | { kind: 'unchanged' } | { kind: 'unknown' } | NoRoom

/** Marks a question as answered, hides it, or shows it again. */
export async function moderateQuestion(
  tx: Tx,
  now: Date,
  actor: Actor,
  { trainingSessionId, questionId: id, state }: ModerationRequest,
): Promise<ModerationOutcome> {
  const found = await findHostedRoom(tx, now, actor, trainingSessionId)
  if (found.kind !== 'open') return found
  await lockRoom(tx, trainingSessionId)
  const before = await findQuestionState(tx, { trainingSessionId, id })
  if (before === null) return { kind: 'unknown' }
  if (before === state) return { kind: 'unchanged' }
  await writeQuestionState(tx, id, state)
  await writeEvent(tx, now, { trainingSessionId, kind: 'question', subjectId: id })
  return { kind: 'done' }
}
