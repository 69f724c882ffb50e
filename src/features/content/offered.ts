import type { Action } from '../programmes/action.ts'
import { everyAnswerTo } from '../programmes/answer-space.ts'
import { type Condition, evaluate, questionsIn } from '../programmes/condition.ts'
import type { Answers, OptionId } from '../programmes/option.ts'
import { everyQuestion, type Programme } from '../programmes/programme.ts'
import type { Question } from '../programmes/question.ts'
import { visibilityOf } from '../programmes/ways.ts'
import type { GivenAnswers } from '../diagnostics/diagnostic.ts'
import { makeResult } from '../diagnostics/result.ts'
import { choosePlan } from '../plans/plan.ts'

/**
 * Actions that no shop is ever offered, whatever time and money it declares and whatever it wants first: not
 * on its slate, and not beside it either, as another way to what a line of the slate brings about. Tried on
 * shops where all else is in place.
 */
export function neverOffered(programme: Programme): Action[] {
  const questions = new Map(everyQuestion(programme).map((question) => [question.id, question]))
  const wishes = PLANNED.map((id): Condition => ({ is: [id, ''] }))
  const budgets = everyAnswerTo(wishes, questions) ?? []
  return programme.actions.filter((action) => {
    const conditions = [action.when, action.prerequisite, action.unless].filter(
      (condition): condition is Condition => condition !== undefined,
    )
    const visibility = visibilityOf(conditions.flatMap(questionsIn), questions)
    const shops = everyAnswerTo([...conditions, ...visibility], questions) ?? []
    return !shops.some((answers) =>
      budgets.some((budget) => isOffered(programme, action, new Map([...answers, ...budget]))),
    )
  })
}

/** What a plan is made to fit. */
const PLANNED = ['minutes', 'euros', 'goal']

function isOffered(programme: Programme, action: Action, answers: Answers): boolean {
  if (evaluate(action.when, answers).truth !== true) return false
  const entries = everyQuestion(programme).map((question) => {
    const option = answers.get(question.id)?.id ?? bestOf(question)
    return [question.id, { option, source: 'answered' as const }]
  })
  const given: GivenAnswers = Object.fromEntries(entries)
  const { lines, passedOver } = choosePlan(programme, makeResult(programme, given))
  const isThis = (one: { action: string }) => one.action === action.id
  // What comes after the three fits the shop's time and money: "why not" names it, "what if" tries it.
  return lines.some(isThis) || passedOver.some((one) => isThis(one) && one.why === 'after-the-three')
}

function bestOf({ options }: Question): OptionId {
  return (options.find(({ level }) => level === 1) ?? options[0])?.id ?? ''
}
