import type { Tx } from '../../core/db.ts'
import type { OptionId, QuestionId } from '../programmes/option.ts'
import { findQuestion, isClosed, type Programme } from '../programmes/programme.ts'
import { findOption } from '../programmes/question.ts'
import type { AnswerChannel } from './diagnostic.ts'
import { appendAnswer, findReleaseOfRun, type Releases } from './store.ts'

export type AnswerRequest = {
  releases: Releases
  token: string
  question: QuestionId
  option: OptionId
  channel: AnswerChannel
  idempotencyKey?: string
}

/** `programme` is the one the run began with. */
export type AnswerOutcome =
  | { kind: 'saved'; programme: Programme }
  | { kind: 'unknown-question' }
  | { kind: 'unknown-option' }
  | { kind: 'too-many' }
  | { kind: 'closed' }
  | { kind: 'not-found' }

/**
 * Adds one answer; an answer given before is kept behind it. Most runs are under the programme in use: these
 * take one statement, the others are looked up first.
 */
export async function saveAnswer(tx: Tx, now: Date, request: AnswerRequest): Promise<AnswerOutcome> {
  const { releases, token } = request
  const { current } = releases
  if (request.channel === 'web' && isClosed(current, now)) return { kind: 'closed' }
  if (await append(tx, now, { request, programme: current })) return { kind: 'saved', programme: current }
  const releaseId = await findReleaseOfRun(tx, token)
  if (!releaseId) return { kind: 'not-found' }
  const programme = await releases.read(tx, releaseId)
  const verdict = judge(programme, request)
  if (verdict !== 'accepted') return { kind: verdict }
  const isSaved = programme !== current && (await append(tx, now, { request, programme }))
  return isSaved ? { kind: 'saved', programme } : { kind: 'too-many' }
}

type Judged = Pick<AnswerRequest, 'question' | 'option'>

function judge(programme: Programme, { question: id, option }: Judged) {
  const question = findQuestion(programme, id)
  if (!question) return 'unknown-question'
  return findOption(question, option) ? 'accepted' : 'unknown-option'
}

type Appending = { request: AnswerRequest; programme: Programme }

/** False when this programme does not ask that, or the run is not under it, or is full. */
async function append(tx: Tx, now: Date, { request, programme }: Appending): Promise<boolean> {
  if (judge(programme, request) !== 'accepted') return false
  const { idempotencyKey = null } = request
  return appendAnswer(tx, now, { ...request, idempotencyKey, releaseId: programme.hash })
}
