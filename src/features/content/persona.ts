import type { OptionId, QuestionId } from '../programmes/option.ts'
import { everyQuestion, findAction, type Programme } from '../programmes/programme.ts'
import { DONT_KNOW, type AxisId, type Question } from '../programmes/question.ts'
import { optionNow, questionNow, type Renames } from '../programmes/renames.ts'
import type { Text } from '../programmes/text.ts'
import { visibleQuestions, type GivenAnswers } from '../diagnostics/diagnostic.ts'
import { makeResult } from '../diagnostics/result.ts'
import type { AxisScore } from '../diagnostics/score.ts'
import { costOf, free, plus } from '../plans/budget.ts'
import type { LineKind } from '../plans/candidate.ts'
import { choosePlan } from '../plans/plan.ts'

/** How an invented shop answers every item that it does not answer in its own way. */
export type Everywhere = 'best' | 'worst' | 'unknown' | 'not-applicable'

/** An invented shop whose result the authors of a programme keep an eye on. */
export type Persona = {
  id: string
  name: Text
  everywhere?: Everywhere
  answers: Readonly<Record<QuestionId, OptionId>>
}

/** Lowest and highest, from 0 to 100; null: not enough is known. */
type AxisRange = readonly [low: number, high: number] | null

/** What an invented shop gets, as it is kept beside the programme for the next change to be held against. */
export type PersonaResult = {
  persona: string
  /** Declared time for the questions it is asked. */
  seconds: number
  questions: number
  axes: Readonly<Partial<Record<AxisId, AxisRange>>>
  /** Sure and possible points of the European index. */
  dii: readonly [sure: number, possible: number]
  actions: readonly { action: string; kind: LineKind }[]
  /** Of all its actions over twelve weeks. */
  minutes: number
  /** Of all its actions over three months. */
  euros: number
}

/** Answers in full what a persona answers in short. */
export function givenBy(programme: Programme, { everywhere, answers }: Persona): GivenAnswers {
  const entries = everyQuestion(programme).flatMap((question) => {
    const option = answers[question.id] ?? (everywhere && usualAnswer(question, everywhere))
    return option === undefined ? [] : [[question.id, { option, source: 'answered' as const }] as const]
  })
  return Object.fromEntries(entries)
}

/** The same shop as it would have answered an older content, whose ids were renamed since. */
export function underOldNames(old: Programme, renames: Renames, persona: Persona): Persona {
  const answers = everyQuestion(old).flatMap(({ id, options }) => {
    const now = questionNow(renames, id)
    const option = options.find((one) => optionNow(renames, now, one.id) === persona.answers[now])
    return option ? [[id, option.id] as const] : []
  })
  return { ...persona, answers: Object.fromEntries(answers) }
}

/** A profile question has no better answer; an item that offers no "not applicable" stays open. */
function usualAnswer({ kind, options }: Question, everywhere: Everywhere): OptionId | undefined {
  if (kind === 'profile') return undefined
  if (everywhere === 'unknown') return DONT_KNOW
  const level = { best: 1, worst: 0, 'not-applicable': 'na' }[everywhere]
  return options.find((option) => option.level === level)?.id
}

/** The true result and the true plan of an invented shop. */
export function resultOf(programme: Programme, persona: Persona): PersonaResult {
  const given = givenBy(programme, persona)
  const asked = visibleQuestions(programme, given)
  const result = makeResult(programme, given)
  const { lines } = choosePlan(programme, result)
  const costs = lines.flatMap(({ action }) => findAction(programme, action) ?? []).map(costOf)
  const { minutes, cents } = costs.reduce(plus, free)
  return {
    persona: persona.id,
    seconds: asked.reduce((sum, { seconds }) => sum + seconds, 0),
    questions: asked.length,
    axes: Object.fromEntries(result.axes.map((score) => [score.axis, rangeOf(score)])),
    dii: [result.dii.sure, result.dii.possible],
    actions: lines.map(({ action, kind }) => ({ action, kind })),
    minutes,
    euros: cents / 100,
  }
}

function rangeOf(score: AxisScore): AxisRange {
  return score.kind === 'score' ? [score.low, score.high] : null
}
