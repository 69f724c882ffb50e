import type { QuestionId } from './option.ts'
import type { AxisId } from './question.ts'
import type { Replay } from './replay.ts'
import type { Text } from './text.ts'

/** F01 to P25: a letter (F be found, S sell, M manage, P protect) and a number that never changes. */
export type TrainingId = string

/** A flash training of the catalogue; its dated sessions live elsewhere. */
export type Training = {
  id: TrainingId
  /** French words for the address, unique in the programme. */
  slug: string
  axis: AxisId
  title: Text
  /** What the owner can say afterwards. */
  outcome: Text
  audience: Text
  /** Homework before the session. */
  prepMinutes: number
  /** Length of the live session. */
  minutes: number
  /** Trainings to have followed first. */
  prerequisites: readonly TrainingId[]
  /** What else must be at hand, or a choice of prerequisites, in words. */
  needs?: Text
  doneWhen: Text
  cost: Text
  /** The free or open way shown in the session. */
  freeWay: Text
  /** How to follow it without seeing, without hearing, by keyboard or on paper. Releases kept before have none. */
  accessibility?: Text
  /** Questions of the diagnostic asked again afterwards. */
  items: readonly QuestionId[]
  /** A legal or price point checked again before each session, in plain words. */
  verify?: Text
  /** The day after which a law or a price named here must be read again. */
  bestBefore?: string
  trainer?: { name: string; employer: string }
  /** Absent while there is none to see. */
  replay?: Replay
  /** Who pays or lends tools, or the plain statement that nobody does. */
  sponsor: Text
  /** Asked after the session; absent where nobody has written one. */
  quiz?: readonly QuizQuestion[]
}

/** A question about a training. Its answer and its reason are never shown before somebody has answered. */
export type QuizQuestion = {
  /** The training and a number, as F01-1: unique in the programme. */
  id: string
  question: Text
  options: readonly { id: string; text: Text }[]
  /** The option that is right. */
  answer: string
  why: Text
}
