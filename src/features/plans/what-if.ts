import type { Action, ActionId } from '../programmes/action.ts'
import { evaluate } from '../programmes/condition.ts'
import type { Answers, Option, QuestionId } from '../programmes/option.ts'
import type { Programme } from '../programmes/programme.ts'
import { findOption } from '../programmes/question.ts'
import { inferredIn, readAnswers, type Result } from '../diagnostics/result.ts'
import type { AxisScore, Score } from '../diagnostics/score.ts'
import { type Budget, budgetOf, type Cost, costOf, free, plus } from './budget.ts'
import type { Shop } from './candidate.ts'
import { shopOf } from './plan.ts'

export type AxisChange = { before: AxisScore; after: Score }
/** Points of the European index, from sure to possible. */
export type PointRange = { sure: number; possible: number }

/** What would follow if these actions were done. */
export type WhatIf = {
  done: readonly ActionId[]
  /** Among those done: they move no answer, as they only find one out, or lead where the shop is already. */
  still: readonly ActionId[]
  /** Ticked, and not counted: something else must be there first. */
  waiting: readonly ActionId[]
  cost: Cost
  budget: Budget
  axes: readonly AxisChange[]
  dii: { before: PointRange; after: PointRange; of: number }
}

/**
 * Assumes the answers that these actions lead to (their `gain`), and reads them with the engine that made the
 * result. Only the questions of that result count, before and after: one that would come up later is not an
 * answer that changed. No end of an axis falls, and without actions nothing moves.
 */
export function whatIf(programme: Programme, result: Result, actions: readonly Action[]): WhatIf {
  const shop = shopOf(programme, result)
  const assumed = assume(actions, shop)
  const inferred = inferredIn(result)
  const questions = [...shop.questions.values()]
  const read = (answers: Answers) => readAnswers(programme, { questions, answers, inferred })
  const [before, sure, open] = [read(shop.answers), read(assumed.atLeast), read(assumed.open)]
  return {
    done: assumed.done.map(({ id }) => id),
    still: assumed.done
      .filter((action) => stepsOf(action, shop.answers, shop).length === 0)
      .map(({ id }) => id),
    waiting: assumed.waiting.map(({ id }) => id),
    cost: assumed.done.map(costOf).reduce(plus, free),
    budget: budgetOf(programme, shop.answers),
    axes: before.axes.map((axis, i) => ({
      before: axis,
      after: between(sure.axes[i] ?? axis, open.axes[i] ?? axis),
    })),
    dii: {
      before: { sure: before.dii.sure, possible: before.dii.possible },
      after: { sure: sure.dii.sure, possible: open.dii.possible },
      of: before.dii.of,
    },
  }
}

/** The answers that hold at least once this action is done; as they are while it waits for another. */
export function answersAfter(action: Action, shop: Shop): Answers {
  return assume([action], shop).atLeast
}

/** From what is sure at least to what stays possible. */
function between(sure: Score, open: Score): Score {
  if (sure.kind === 'notEnough' || open.kind === 'notEnough') return open
  return { ...open, low: sure.low }
}

type Assumed = {
  /** Every answer is the one the actions lead to, or better. */
  atLeast: Answers
  /** The same, but where nothing was known and an action leads part of the way, more stays possible. */
  open: Answers
  done: Action[]
  waiting: Action[]
}

/** An action whose prerequisite another ticked one brings about follows it; one that stays without waits. */
function assume(actions: readonly Action[], shop: Shop): Assumed {
  const atLeast = new Map(shop.answers)
  const open = new Map(shop.answers)
  const done: Action[] = []
  let waiting = [...actions]
  for (let ready = isReady(waiting, atLeast); ready.length > 0; ready = isReady(waiting, atLeast)) {
    for (const [question, option] of ready.flatMap((action) => stepsOf(action, atLeast, shop))) {
      raise(atLeast, question, option)
      if (option.level === 1 || isKnown(shop.answers.get(question))) raise(open, question, option)
    }
    done.push(...ready)
    waiting = waiting.filter((action) => !ready.includes(action))
  }
  return { atLeast, open, done, waiting }
}

function isReady(actions: readonly Action[], answers: Answers): Action[] {
  return actions.filter(({ prerequisite }) => !prerequisite || evaluate(prerequisite, answers).truth === true)
}

/** The answers of visible questions that this action makes better; what does not apply stays so. */
function stepsOf({ gain }: Action, answers: Answers, { questions }: Shop): [QuestionId, Option][] {
  return gain.flatMap(({ question: id, option }): [QuestionId, Option][] => {
    const question = questions.get(id)
    const target = question ? findOption(question, option) : null
    return target && isBetter(target, answers.get(id)) ? [[id, target]] : []
  })
}

function raise(answers: Map<QuestionId, Option>, question: QuestionId, option: Option): void {
  if (isBetter(option, answers.get(question))) answers.set(question, option)
}

function isBetter({ level }: Option, now: Option | undefined): boolean {
  if (!now || now.level === 'unknown') return true
  return typeof now.level === 'number' && typeof level === 'number' && level > now.level
}

function isKnown(now: Option | undefined): boolean {
  return now !== undefined && now.level !== 'unknown'
}
