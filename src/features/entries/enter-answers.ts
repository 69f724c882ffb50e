import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { MOST_EVENTS } from '../diagnostics/diagnostic.ts'
import { insertAnswers, lockRun, type Releases } from '../diagnostics/store.ts'
import { makePlan } from '../plans/make-plan.ts'
import type { OptionId, QuestionId } from '../programmes/option.ts'
import { findQuestion, type Programme } from '../programmes/programme.ts'
import { findOption } from '../programmes/question.ts'
import { mayEnterAnswers, type SpokenChannel } from './entry.ts'
import { countAnswerEvents, findAnswersAt, findRunById } from './store.ts'

export type EnterRequest = {
  releases: Releases
  diagnosticId: string
  channel: SpokenChannel
  /** The last event the page had seen: what others answered since stays, unless this page changed it too. */
  seenEventId: string
  /** Every answer of the page, changed or not. */
  chosen: Readonly<Record<QuestionId, OptionId>>
  /** With its result and plan. */
  isFinished: boolean
}

export type EnterOutcome =
  | { kind: 'entered'; added: number }
  | { kind: 'unknown-option'; question: QuestionId }
  | { kind: 'too-many' }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

/** Keeps the answers of a page that are new or changed, all or none, with who typed them and how they talked. */
export async function enterAnswers(
  tx: Tx,
  now: Date,
  actor: Actor,
  request: EnterRequest,
): Promise<EnterOutcome> {
  if (!mayEnterAnswers(actor)) return { kind: 'forbidden' }
  const { releases, diagnosticId, channel, chosen } = request
  const found = await findRunById(tx, actor, diagnosticId)
  const run = found && (await lockRun(tx, found.token))
  if (!run) return { kind: 'not-found' }
  const programme = await releases.read(tx, run.releaseId)
  const question = findUnknown(programme, chosen)
  if (question !== null) return { kind: 'unknown-option', question }

  const seen = await findAnswersAt(tx, { diagnosticId, lastEventId: request.seenEventId })
  const changed = Object.entries(chosen).filter(
    ([id, option]) => seen[id] !== option && run.given[id]?.option !== option,
  )
  if ((await countAnswerEvents(tx, diagnosticId)) + changed.length > MOST_EVENTS) return { kind: 'too-many' }
  const about = {
    diagnosticId,
    channel,
    enteredBy: actor.personId,
    answeredAt: now,
    source: 'answered',
  } as const
  await insertAnswers(
    tx,
    changed.map(([questionId, optionId]) => ({ ...about, questionId, optionId })),
  )
  if (request.isFinished) await makePlan(tx, now, { releases, token: run.token })
  return { kind: 'entered', added: changed.length }
}

function findUnknown(programme: Programme, chosen: EnterRequest['chosen']): QuestionId | null {
  const unknown = Object.entries(chosen).find(([id, option]) => {
    const question = findQuestion(programme, id)
    return !question || !findOption(question, option)
  })
  return unknown?.[0] ?? null
}
