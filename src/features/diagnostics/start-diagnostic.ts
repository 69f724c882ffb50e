import { newToken } from '../../core/clock.ts'
import type { Tx } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import { findBusiness } from '../businesses/store.ts'
import { everyQuestion, isClosed, type Programme } from '../programmes/programme.ts'
import { suggestedOption } from '../programmes/question.ts'
import type { AnswerChannel, GivenAnswers, Run } from './diagnostic.ts'
import { insertAnswers, insertDiagnostic, type NewAnswer } from './store.ts'

export type StartRequest = {
  programme: Programme
  /** Null: the owner would rather not say. */
  businessId: string | null
  language: Language
  personId: string | null
  /** The run taken up again, with its answers. */
  previous?: Pick<Run, 'id' | 'given'>
  /** Left out: the owner begins it, online. */
  entry?: { channel: AnswerChannel; enteredBy: string }
}

export type StartOutcome =
  | { kind: 'started'; diagnosticId: string; token: string; given: GivenAnswers }
  | { kind: 'unknown-business' }
  | { kind: 'closed' }

/**
 * Begins a run under the programme in use; what the register knows of the business is answered already, unless its
 * owner said otherwise the last time. After the programme's last day only staff begin one: paper comes late.
 */
export async function startDiagnostic(tx: Tx, now: Date, request: StartRequest): Promise<StartOutcome> {
  const { programme, businessId, language, personId, previous, entry = { channel: 'web' } } = request
  if (entry.channel === 'web' && isClosed(programme, now)) return { kind: 'closed' }
  const business = businessId === null ? null : await findBusiness(tx, businessId)
  if (businessId !== null && !business && !previous) return { kind: 'unknown-business' }

  const token = newToken()
  const run = { token, businessId, personId, language, releaseId: programme.hash, startedAt: now }
  const diagnosticId = await insertDiagnostic(tx, { ...run, previousId: previous?.id ?? null })
  const event = { diagnosticId, answeredAt: now, ...entry }
  const found = business ? prefilled(programme, business, event) : []
  const answers = found.filter(({ questionId }) => previous?.given[questionId]?.source !== 'answered')
  await insertAnswers(tx, answers)
  return { kind: 'started', diagnosticId, token, given: asGiven(answers) }
}

/** What the register says of a business; null: it does not say. */
type Registered = { activityCode: string | null; sizeBand: string | null }
type Event = Pick<NewAnswer, 'diagnosticId' | 'answeredAt' | 'channel' | 'enteredBy'>

function prefilled(programme: Programme, business: Registered, event: Event): NewAnswer[] {
  const codes = { trade: business.activityCode, headcount: business.sizeBand }
  return everyQuestion(programme).flatMap((question) => {
    const code = question.prefill ? codes[question.prefill] : null
    const option = code ? suggestedOption(question, code) : null
    if (!option) return []
    return {
      ...event,
      questionId: question.id,
      optionId: option.id,
      source: 'prefilled',
    } as const
  })
}

function asGiven(answers: readonly NewAnswer[]): GivenAnswers {
  return Object.fromEntries(
    answers.map(({ questionId, optionId, source }) => [questionId, { option: optionId, source }]),
  )
}
