import { grades, type Action } from '../programmes/action.ts'
import { evaluate, questionsIn, type Reason, type Verdict } from '../programmes/condition.ts'
import type { Answers, OptionId, QuestionId } from '../programmes/option.ts'
import { findOption, type AxisId, type Question } from '../programmes/question.ts'
import type { AxisWeight } from '../diagnostics/score.ts'
import { costOf, type Cost } from './budget.ts'

/** `find-out`: the answer that would call for it is not known; its first step is to find out. */
export type LineKind = 'do' | 'find-out'

/** What is known of one shop: the questions it sees, its answers, and what they weigh on each axis. */
export type Shop = {
  questions: ReadonlyMap<QuestionId, Question>
  answers: Answers
  weights: ReadonlyMap<AxisId, AxisWeight>
}

export type Candidate = {
  action: Action
  kind: LineKind
  /** At least one: the answers that call for it. */
  because: readonly Reason[]
  cost: Cost
  servesGoal: boolean
  /** What it brings, weighted by how far its axes are from full: comparable between actions of one shop. */
  gain: number
}

/** Why an action is not for this shop now, and the answers that say so. */
export type Refusal = { why: RefusalKind; because: readonly Reason[] }
export type RefusalKind = 'done' | 'not-applicable' | 'prerequisite-missing' | 'not-known'

/** Asks whether an action may be proposed to this shop at all, whatever it costs. */
export function consider(action: Action, shop: Shop): Candidate | Refusal {
  const when = evaluate(action.when, shop.answers)
  const refusal = refuse(action, when, shop)
  if (refusal) return refusal
  const { truth, because } = when
  const kind = truth === 'unknown' || action.gain.length === 0 ? 'find-out' : 'do'
  const goal = shop.answers.get('goal')?.id
  return {
    action,
    kind,
    because,
    cost: costOf(action),
    servesGoal: goal !== undefined && action.goals.includes(goal),
    gain: gainOf(action, because, shop),
  }
}

function refuse(action: Action, when: Verdict, { questions, answers }: Shop): Refusal | null {
  const unless = action.unless ? evaluate(action.unless, answers) : null
  if (unless?.truth === true) return { why: 'done', because: unless.because }
  if (when.truth === false) return refuseByAnswers(action, when, answers)
  if (when.truth === 'unknown' && when.because.length === 0) {
    const isAsked = questionsIn(action.when).some((id) => questions.has(id))
    return { why: isAsked ? 'not-known' : 'not-applicable', because: [] }
  }
  const before = action.prerequisite ? evaluate(action.prerequisite, answers) : null
  if (before && before.truth !== true) return { why: 'prerequisite-missing', because: before.because }
  return null
}

function refuseByAnswers(action: Action, { because }: Verdict, answers: Answers): Refusal {
  const isDone = action.gain.length > 0 && action.gain.every((gain) => isReached(gain, answers))
  return { why: isDone ? 'done' : 'not-applicable', because }
}

/** The answer is the one the action leads to, or a better one. */
function isReached(gain: { question: string; option: OptionId }, answers: Answers): boolean {
  const now = answers.get(gain.question)
  return now !== undefined && (now.id === gain.option || now.level === 1)
}

/** What may set one candidate before another, in this order. */
export type Merit = 'certainty' | 'goal' | 'gain' | 'evidence' | 'cost'

type Comparison = (one: Candidate, other: Candidate) => number

/** What is certain before what is to be found out; then the goal, the weakest axes, the evidence, the cost. */
const merits: Readonly<Record<Merit, Comparison>> = {
  certainty: (one, other) => Number(one.kind === 'find-out') - Number(other.kind === 'find-out'),
  goal: (one, other) => Number(other.servesGoal) - Number(one.servesGoal),
  gain: (one, other) => other.gain - one.gain,
  evidence: (one, other) =>
    grades.indexOf(one.action.evidence.grade) - grades.indexOf(other.action.evidence.grade),
  cost: (one, other) => one.cost.cents - other.cost.cents || one.cost.minutes - other.cost.minutes,
}
const meritOrder = Object.keys(merits) as Merit[]

/** The merit that sets these two apart; null when they are equal in all. */
export function meritBetween(one: Candidate, other: Candidate): Merit | null {
  return meritOrder.find((merit) => merits[merit](one, other) !== 0) ?? null
}

/** Which of two candidates goes first. The id settles ties, so that the same answers give the same plan. */
export function byMerit(one: Candidate, other: Candidate): number {
  const merit = meritBetween(one, other)
  return merit ? merits[merit](one, other) : one.action.id < other.action.id ? -1 : 1
}

/** Finding out is worth half of what is not known: it shows the way, and does not walk it. */
const FINDING_OUT = 0.5

function gainOf(action: Action, because: readonly Reason[], shop: Shop): number {
  let sum = 0
  for (const gain of action.gain) sum += stepOf(gain, shop)
  if (action.gain.length === 0) for (const reason of because) sum += toFindOut(reason, shop)
  // Rounded, so that the order of additions cannot decide between equal actions.
  return Math.round(1e6 * sum) / 1e6
}

function stepOf(gain: { question: QuestionId; option: OptionId }, shop: Shop): number {
  const question = shop.questions.get(gain.question)
  const after = question && findOption(question, gain.option)?.level
  if (!question || typeof after !== 'number') return 0
  const before = shop.answers.get(question.id)?.level
  const climbed = after - (typeof before === 'number' ? before : 0)
  return Math.max(0, climbed) * shareOf(question, shop)
}

function toFindOut([id]: Reason, shop: Shop): number {
  const question = shop.questions.get(id)
  return question ? FINDING_OUT * shareOf(question, shop) : 0
}

/** The question's part of its axis, more when the axis is weak: from 0 to 1. */
function shareOf({ axis, weight }: Question, { weights }: Shop): number {
  const total = axis === null ? undefined : weights.get(axis)
  if (!total || total.attainable === 0) return 0
  return (weight / total.attainable) * (1 - total.earned / total.attainable)
}
