import type { Condition } from './condition.ts'
import type { OptionId, QuestionId } from './option.ts'
import type { AxisId } from './question.ts'
import type { Text } from './text.ts'
import type { TrainingId } from './training.ts'

export type ActionId = string
export type SourceKey = string

/** Best first: A = experiment, B = comparison, C = correlation or self-declared, D = opinion or nothing found. */
export const grades = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof grades)[number]

export type Evidence = {
  grade: Grade
  sentence: Text
  /** Key into the programme's sources; null only where nothing was found, which is a grade D. */
  source: SourceKey | null
}

/** Something the owner can do. Times in minutes; euros are those of the cheapest sound way, before any aid. */
export type Action = {
  id: ActionId
  axis: AxisId
  /** Begins with its verb. */
  title: Text
  /** The answers that call for it; never true because of a best answer. */
  when: Condition
  /** What must be there first: proposed only when this is true. */
  prerequisite?: Condition
  /** Already done or pointless: not proposed when this is true. */
  unless?: Condition
  /** The answers that hold once it is done; empty for finding out what is not known. */
  gain: readonly { question: QuestionId; option: OptionId }[]
  setupMinutes: number
  weeklyMinutes: number
  eurosOnce: number
  eurosPerMonth: number
  evidence: Evidence
  /** Where to begin today; for an unknown answer, how to find out. */
  firstStep: Text
  /** A free or open way to do it. */
  freeWay: Text
  /** What shows that it is done. */
  proof: Text
  /** A legal or price point that a person must check again, in plain words. */
  verify?: Text
  /** The day after which a law or a price named here must be read again. */
  bestBefore?: string
  trainings: readonly TrainingId[]
  /** The first goals (options of that profile question) it serves. */
  goals: readonly OptionId[]
}
