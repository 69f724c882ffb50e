import type { Action, ActionId } from '../programmes/action.ts'
import type { Reason } from '../programmes/condition.ts'
import type { QuestionId } from '../programmes/option.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Question } from '../programmes/question.ts'
import { walkThrough } from '../diagnostics/diagnostic.ts'
import type { Result } from '../diagnostics/result.ts'
import { weigh } from '../diagnostics/score.ts'
import { type Budget, budgetOf, type Cost, free, overrun, plus } from './budget.ts'
import { byMerit, type Candidate, consider, type LineKind, type RefusalKind, type Shop } from './candidate.ts'

export const MOST_ACTIONS = 3

/** One line of the slate: the action, and the answers that called for it (never none). */
export type PlanLine = { action: ActionId; kind: LineKind; because: readonly Reason[] }

export type WhyNot = RefusalKind | 'over-minutes' | 'over-euros' | 'after-the-three'

/** An action that is not in the plan, and why. */
export type PassedOver = { action: ActionId; why: WhyNot; because: readonly Reason[] }

export type Plan = { budget: Budget; lines: readonly PlanLine[]; passedOver: readonly PassedOver[] }

/** A plan as it was made, with the result it was made from. */
export type KeptPlan = {
  id: string
  releaseId: string
  result: Result
  minutesPerWeek: number
  eurosPerMonth: number
  lines: readonly PlanLine[]
  passedOver: readonly PassedOver[]
  madeAt: Date
  /** What the result is compared with: the newest edition of that day; null when there was none yet. */
  editionId: string | null
}

/**
 * Chooses at most three actions that fit, all together, the minutes per week and euros per month declared.
 * Pure: the same result under the same release always gives an equal plan. Every action of the programme is
 * in it, as a line or passed over with its reason.
 */
export function choosePlan(programme: Programme, result: Result): Plan {
  const shop = shopOf(programme, result)
  const budget = budgetOf(programme, shop.answers)
  const refused: PassedOver[] = []
  const candidates: Candidate[] = []
  for (const action of programme.actions) {
    const verdict = consider(action, shop)
    if ('why' in verdict) refused.push(passOver(action, verdict))
    else candidates.push(verdict)
  }
  const { lines, passedOver } = fill(candidates.toSorted(byMerit), budget)
  return { budget, lines, passedOver: [...passedOver, ...refused] }
}

/** The shop as a result knows it: the questions it sees, and the answers that counted. */
export function shopOf(programme: Programme, result: Result): Shop {
  const { visible, answers } = walkThrough(programme, result.answers)
  const questions = new Map<QuestionId, Question>()
  for (const question of visible) questions.set(question.id, question)
  const weights = new Map(result.axes.map(({ axis, points }) => [axis, weigh(points)]))
  return { questions, answers, weights }
}

type Filling = {
  lines: PlanLine[]
  passedOver: PassedOver[]
  spent: Cost
  /** Questions that the lines so far will change the answer of. */
  promised: Set<QuestionId>
}

/** Takes the best candidates that still fit, one after the other. */
function fill(candidates: readonly Candidate[], budget: Budget): Filling {
  const filling: Filling = { lines: [], passedOver: [], spent: free, promised: new Set() }
  for (const candidate of candidates) {
    const why = hindrance(candidate, filling, budget)
    if (why) filling.passedOver.push(passOver(candidate.action, { why, because: candidate.because }))
    else take(candidate, filling)
  }
  return filling
}

function take({ action, kind, because, cost }: Candidate, filling: Filling): void {
  filling.lines.push({ action: action.id, kind, because })
  filling.spent = plus(filling.spent, cost)
  for (const { question } of action.gain) filling.promised.add(question)
}

function hindrance(candidate: Candidate, { lines, promised, spent }: Filling, budget: Budget): WhyNot | null {
  const alone = overrun(candidate.cost, budget)
  if (alone) return alone
  if (lines.length === MOST_ACTIONS) return 'after-the-three'
  if (candidate.kind === 'find-out' && isAlreadyToFindOut(candidate, lines)) return 'not-known'
  if (isPromised(candidate, promised)) return 'after-the-three'
  return overrun(plus(spent, candidate.cost), budget)
}

/** One line that says "find this out" is enough: what follows from it waits for the answer. */
function isAlreadyToFindOut(candidate: Candidate, lines: readonly PlanLine[]): boolean {
  const toFindOut = lines.filter(({ kind }) => kind === 'find-out').flatMap(({ because }) => because)
  return candidate.because.every(([question]) => toFindOut.some(([known]) => known === question))
}

/** Two lines for one and the same answer would waste one: the second waits until the first is done. */
function isPromised({ action }: Candidate, promised: ReadonlySet<QuestionId>): boolean {
  return action.gain.length > 0 && action.gain.every(({ question }) => promised.has(question))
}

function passOver(action: Action, { why, because }: { why: WhyNot; because: readonly Reason[] }): PassedOver {
  return { action: action.id, why, because }
}
