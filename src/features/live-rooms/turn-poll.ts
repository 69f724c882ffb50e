import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { closeOpenPoll, findPoll, lockRoom, writeEvent, writePollState } from './change-store.ts'
import { findHostedRoom, type NoRoom } from './find-open-room.ts'

export type TurnRequest = { trainingSessionId: string; pollId: string; state: 'open' | 'closed' }
export type TurnOutcome = { kind: 'done' } | { kind: 'unchanged' } | { kind: 'unknown' } | NoRoom

/** Opens a poll, which closes the one that was open, or closes it. */
export async function turnPoll(
  tx: Tx,
  now: Date,
  actor: Actor,
  { trainingSessionId, pollId, state }: TurnRequest,
): Promise<TurnOutcome> {
  const found = await findHostedRoom(tx, now, actor, trainingSessionId)
  if (found.kind !== 'open') return found
  await lockRoom(tx, trainingSessionId)
  const poll = await findPoll(tx, { trainingSessionId, id: pollId })
  if (!poll) return { kind: 'unknown' }
  // A poll that was never opened has nothing to close.
  if (poll.state === state || (poll.state === 'draft' && state === 'closed')) return { kind: 'unchanged' }
  const closed = state === 'open' ? await closeOpenPoll(tx, trainingSessionId) : null
  await writePollState(tx, pollId, state)
  for (const subjectId of [closed, pollId])
    if (subjectId) await writeEvent(tx, now, { trainingSessionId, kind: 'poll', subjectId })
  return { kind: 'done' }
}
