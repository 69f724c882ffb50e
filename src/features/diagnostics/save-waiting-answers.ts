import type { Tx } from '../../core/db.ts'
import type { WaitingAnswer } from './offline.ts'
import { saveAnswer } from './save-answer.ts'
import { findKnownKeys, lockRun, type Releases } from './store.ts'

export type WaitingRequest = { releases: Releases; token: string; answers: readonly WaitingAnswer[] }

/** `refused`: keys of answers that this questionnaire does not have; the others are kept. */
export type WaitingOutcome =
  | { kind: 'saved'; refused: readonly string[] }
  | { kind: 'too-many' }
  | { kind: 'closed' }
  | { kind: 'not-found' }

/**
 * Adds answers in the order in which they were given. Each has a key of its own: a browser that does not know whether
 * we got them sends them again, and each is kept once.
 */
export async function saveWaitingAnswers(
  tx: Tx,
  now: Date,
  { releases, token, answers }: WaitingRequest,
): Promise<WaitingOutcome> {
  const run = await lockRun(tx, token)
  if (!run) return { kind: 'not-found' }
  const known = new Set(
    await findKnownKeys(
      tx,
      run.id,
      answers.map(({ key }) => key),
    ),
  )
  const refused: string[] = []
  for (const { key, question, option } of answers) {
    if (known.has(key)) continue
    known.add(key)
    const request = { releases, token, question, option, channel: 'web', idempotencyKey: key } as const
    const { kind } = await saveAnswer(tx, now, request)
    if (kind === 'not-found' || kind === 'too-many' || kind === 'closed') return { kind }
    if (kind !== 'saved') refused.push(key)
  }
  return { kind: 'saved', refused }
}
