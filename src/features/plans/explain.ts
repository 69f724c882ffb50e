import { unreachable } from '../../core/never.ts'
import type { Action, ActionId } from '../programmes/action.ts'
import { evaluate, questionsIn, type Condition, type Reason } from '../programmes/condition.ts'
import type { QuestionId } from '../programmes/option.ts'
import { findAction, findQuestion, type Programme } from '../programmes/programme.ts'
import { budgetOf, costOf, free, overrun, plus, type Budget, type Cost } from './budget.ts'
import { consider, meritBetween, type Candidate, type Merit, type Shop } from './candidate.ts'
import { shopOf, type KeptPlan, type PassedOver } from './plan.ts'
import { answersAfter } from './what-if.ts'

/** Why one action is not in the plan (or that it is), with the answers, the budget or the line that cause it. */
export type Cause =
  | { why: 'in-plan'; because: readonly Reason[] }
  | { why: 'done'; because: readonly Reason[] }
  | { why: 'not-applicable'; because: readonly Reason[] }
  | { why: 'unanswered'; questions: readonly QuestionId[] }
  | { why: 'find-out-first'; because: readonly Reason[]; isPlanned: boolean }
  | { why: 'waits'; because: readonly Reason[]; questions: readonly QuestionId[]; helps: readonly ActionId[] }
  | { why: 'over-minutes' | 'over-euros'; cost: Cost; spent: Cost; budget: Budget; isAlone: boolean }
  | { why: 'same-answer'; line: ActionId; question: QuestionId }
  | { why: 'less-useful'; than: ActionId; merit: Merit | null; because: readonly Reason[] }

export type Explanation = Cause & { action: ActionId }
export type ExplainedPlan = Pick<KeptPlan, 'result' | 'lines' | 'passedOver'>

type Ground = { programme: Programme; plan: ExplainedPlan; shop: Shop }

/** Every action of the catalogue, once, with its one explanation: from the plan as it was made. */
export function explainAll(programme: Programme, plan: ExplainedPlan): Explanation[] {
  const ground = { programme, plan, shop: shopOf(programme, plan.result) }
  return programme.actions.flatMap((action) => {
    const cause = explain(action, ground)
    return cause ? { ...cause, action: action.id } : []
  })
}

function explain(action: Action, ground: Ground): Cause | null {
  const line = ground.plan.lines.find((line) => line.action === action.id)
  if (line) return { why: 'in-plan', because: line.because }
  const passed = ground.plan.passedOver.find((passed) => passed.action === action.id)
  return passed ? explainPassed(action, passed, ground) : null
}

function explainPassed(action: Action, { why, because }: PassedOver, ground: Ground): Cause {
  switch (why) {
    case 'done':
      return { why, because }
    case 'not-applicable':
      return { why, because: because.length > 0 ? because : hiddenBecause(action, ground) }
    case 'not-known':
      if (because.length > 0) return explainFindingOut(because, ground)
      return { why: 'unanswered', questions: withoutAnswer(action.when, ground) }
    case 'prerequisite-missing':
      return explainWaiting(action, because, ground)
    case 'over-minutes':
    case 'over-euros':
      return explainCost(action, why, ground)
    case 'after-the-three':
      return explainPlace(action, because, ground)
    default:
      return unreachable(why)
  }
}

/** No question it looks at was asked: the answers that hid them. */
function hiddenBecause({ when }: Action, { programme, shop }: Ground): Reason[] {
  return questionsIn(when).flatMap((id) => {
    const visibleWhen = findQuestion(programme, id)?.visibleWhen
    return visibleWhen ? evaluate(visibleWhen, shop.answers).because : []
  })
}

function withoutAnswer(condition: Condition, { shop }: Ground): QuestionId[] {
  return questionsIn(condition).filter((question) => !shop.answers.has(question))
}

/**
 * What no action can bring about, such as the trade, does not make an action wait: it is for other shops. And
 * where the missing answer is not known, finding out comes first.
 */
function explainWaiting(action: Action, because: readonly Reason[], ground: Ground): Cause {
  const helps = helpsOf(action, ground)
  const levels = because.map(([question]) => ground.shop.answers.get(question)?.level)
  const lasting = because.filter(([question]) => isAboutTheShop(question, ground))
  if (helps.length === 0 && lasting.length > 0) return { why: 'not-applicable', because: lasting }
  if (helps.length === 0 && levels.length > 0 && levels.every((level) => level === 'unknown'))
    return explainFindingOut(because, ground)
  const questions = action.prerequisite ? withoutAnswer(action.prerequisite, ground) : []
  return { why: 'waits', because, questions, helps }
}

/** The actions that may be proposed to this shop and bring the prerequisite about: the plan's alone, if any. */
function helpsOf({ prerequisite }: Action, { programme, plan, shop }: Ground): ActionId[] {
  const helps = programme.actions
    .filter((other) => !('why' in consider(other, shop)))
    .filter((other) => prerequisite && evaluate(prerequisite, answersAfter(other, shop)).truth === true)
    .map(({ id }) => id)
  const planned = helps.filter((id) => plan.lines.some(({ action }) => action === id))
  return planned.length > 0 ? planned : helps
}

function isAboutTheShop(question: QuestionId, { programme }: Ground): boolean {
  return findQuestion(programme, question)?.kind === 'profile'
}

function explainFindingOut(because: readonly Reason[], { plan }: Ground): Cause {
  const found = plan.lines.filter(({ kind }) => kind === 'find-out').flatMap((line) => line.because)
  const isPlanned = because.some(([question]) => found.some(([planned]) => planned === question))
  return { why: 'find-out-first', because, isPlanned }
}

function explainCost(action: Action, why: 'over-minutes' | 'over-euros', ground: Ground): Cause {
  const { programme, plan, shop } = ground
  const budget = budgetOf(programme, shop.answers)
  const lines = plan.lines.flatMap((line) => findAction(programme, line.action) ?? [])
  const cost = costOf(action)
  return {
    why,
    cost,
    spent: lines.map(costOf).reduce(plus, free),
    budget,
    isAlone: overrun(cost, budget) === why,
  }
}

/** Behind the lines of the plan: for an answer that one of them changes already, or for its merit. */
function explainPlace(action: Action, because: readonly Reason[], { programme, plan, shop }: Ground): Cause {
  const lines = plan.lines.flatMap((line) => findAction(programme, line.action) ?? [])
  const promise = (question: QuestionId) =>
    lines.find((line) => line.gain.some((gain) => gain.question === question))
  const [first] = action.gain
  const line =
    first && action.gain.every(({ question }) => promise(question)) ? promise(first.question) : null
  if (first && line) return { why: 'same-answer', line: line.id, question: first.question }
  const last = lines.at(-1)
  const [one, other] = [last && candidate(last, shop), candidate(action, shop)]
  const merit = one && other ? meritBetween(one, other) : null
  return { why: 'less-useful', than: last?.id ?? action.id, merit, because }
}

function candidate(action: Action, shop: Shop): Candidate | null {
  const verdict = consider(action, shop)
  return 'why' in verdict ? null : verdict
}

/** What the owner may try in a what-if: the lines of the plan, and the others that would bring something. */
export type Offer = { planned: Action[]; others: Action[] }

export function offerOf(programme: Programme, plan: ExplainedPlan): Offer {
  const explanations = explainAll(programme, plan)
  const pick = (...kinds: readonly Cause['why'][]) =>
    explanations
      .filter((cause) => kinds.includes(cause.why) && !(cause.why === 'waits' && cause.helps.length === 0))
      .flatMap(({ action }) => findAction(programme, action) ?? [])
  return {
    planned: plan.lines.flatMap(({ action }) => findAction(programme, action) ?? []),
    others: [...pick('less-useful', 'same-answer'), ...pick('over-minutes', 'over-euros'), ...pick('waits')],
  }
}
