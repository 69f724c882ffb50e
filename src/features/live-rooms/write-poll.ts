import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { insertPoll, lockRoom, writeEvent, type NewPoll } from './change-store.ts'
import { findHostedRoom, type NoRoom } from './find-open-room.ts'

export type WriteOutcome =
  | { kind: 'written'; pollId: string }
  /** This very form has written it: a second click. */
  | { kind: 'already-written' }
  | NoRoom

/** Prepares a poll; nobody but staff sees it before it is opened. */
export async function writePoll(tx: Tx, now: Date, actor: Actor, poll: NewPoll): Promise<WriteOutcome> {
  const { trainingSessionId } = poll
  const found = await findHostedRoom(tx, now, actor, trainingSessionId)
  if (found.kind !== 'open') return found
  await lockRoom(tx, trainingSessionId)
  const pollId = await insertPoll(tx, now, poll)
  if (pollId === null) return { kind: 'already-written' }
  await writeEvent(tx, now, { trainingSessionId, kind: 'poll', subjectId: pollId })
  return { kind: 'written', pollId }
}
