import type { Tx } from '../../core/db.ts'
import { firstUnanswered, type GivenAnswers } from '../diagnostics/diagnostic.ts'
import { saveAnswer } from '../diagnostics/save-answer.ts'
import { startDiagnostic } from '../diagnostics/start-diagnostic.ts'
import type { Releases } from '../diagnostics/store.ts'
import { makePlan } from '../plans/make-plan.ts'
import { findPlan } from '../plans/store.ts'
import { findAction } from '../programmes/programme.ts'
import { chooseOption } from './answering.ts'
import type { Dice } from './dice.ts'

export type DemoRun = {
  releases: Releases
  businessId: string | null
  personId: string | null
  dice: Dice
  /** How many questions are answered before the owner is called away; null: all of them. */
  stopsAfter: number | null
}
/** A diagnostic made, and the trainings its plan proposes. */
export type DemoDiagnostic = { id: string; trainingIds: readonly string[] }

/** One owner goes through the questionnaire from `now` on, by the same verbs as everybody. */
export async function seedDiagnostic(tx: Tx, now: Date, run: DemoRun): Promise<DemoDiagnostic> {
  const { releases, businessId, personId, dice } = run
  const started = await startDiagnostic(tx, now, {
    programme: releases.current,
    businessId,
    personId,
    language: 'fr',
  })
  if (started.kind !== 'started') throw new Error(`a diagnostic of the demo did not start: ${started.kind}`)
  const { diagnosticId: id, token, given } = started
  const end = await answerQuestions(tx, now, { run, token, given, maturity: dice.share() })
  if (run.stopsAfter !== null) return { id, trainingIds: [] }
  await makePlan(tx, end, { releases, token })
  const lines = (await findPlan(tx, id))?.lines ?? []
  return {
    id,
    trainingIds: lines.flatMap(({ action }) => findAction(releases.current, action)?.trainings ?? []),
  }
}

type Answering = { run: DemoRun; token: string; given: GivenAnswers; maturity: number }

/** @returns when the last answer was given: ten seconds a question. */
async function answerQuestions(
  tx: Tx,
  now: Date,
  { run, token, given: before, maturity }: Answering,
): Promise<Date> {
  const { releases, dice, stopsAfter } = run
  let given = before
  let at = now
  for (let answered = 0; answered !== stopsAfter; answered += 1) {
    const question = firstUnanswered(releases.current, given)
    if (!question) break
    at = new Date(at.getTime() + 10_000)
    const option = chooseOption(question, maturity, dice).id
    const saved = await saveAnswer(tx, at, { releases, token, question: question.id, option, channel: 'web' })
    if (saved.kind !== 'saved') throw new Error(`an answer of the demo was not saved: ${saved.kind}`)
    given = { ...given, [question.id]: { option, source: 'answered' } }
  }
  return at
}
