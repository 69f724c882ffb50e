import type { Action } from '../programmes/action.ts'
import type { Answers, Option, QuestionId } from '../programmes/option.ts'
import { findQuestion, type Programme } from '../programmes/programme.ts'

/**
 * What the owner can give. A plan is reckoned over one quarter: setting things up is spread over its twelve
 * weeks, what is bought once over its three months, for all actions of the plan together.
 */
export type Budget = {
  minutesPerWeek: number
  eurosPerMonth: number
  /** Did the owner say so? If not, the smallest offered answer is taken, and the page says it. */
  declared: { minutes: boolean; euros: boolean }
}

export const WEEKS = 12
export const MONTHS = 3

/** Over the quarter, in whole minutes and cents: sums are exact. */
export type Cost = { minutes: number; cents: number }

export const free: Cost = { minutes: 0, cents: 0 }

export function budgetOf(programme: Programme, answers: Answers): Budget {
  const minutes = answers.get('minutes')?.value
  const euros = answers.get('euros')?.value
  return {
    minutesPerWeek: minutes ?? smallest(programme, 'minutes'),
    eurosPerMonth: euros ?? smallest(programme, 'euros'),
    declared: { minutes: minutes !== undefined, euros: euros !== undefined },
  }
}

function smallest(programme: Programme, question: QuestionId): number {
  const options: readonly Option[] = findQuestion(programme, question)?.options ?? []
  const values = options.flatMap(({ value }) => value ?? [])
  return values.length > 0 ? Math.min(...values) : 0
}

export function costOf(action: Action): Cost {
  return {
    minutes: action.setupMinutes + WEEKS * action.weeklyMinutes,
    cents: Math.round(100 * action.eurosOnce) + MONTHS * Math.round(100 * action.eurosPerMonth),
  }
}

export function plus(one: Cost, other: Cost): Cost {
  return { minutes: one.minutes + other.minutes, cents: one.cents + other.cents }
}

/** The first limit that this cost breaks, or null when it fits. */
export function overrun(cost: Cost, budget: Budget): 'over-minutes' | 'over-euros' | null {
  if (cost.minutes > WEEKS * budget.minutesPerWeek) return 'over-minutes'
  return cost.cents > MONTHS * Math.round(100 * budget.eurosPerMonth) ? 'over-euros' : null
}
