/** A month later: what became of a training. Declared by who followed it, and not verified. */
import type { Action, ActionId } from '../programmes/action.ts'
import type { QuestionId } from '../programmes/option.ts'

export const practiceAnswers = ['done', 'not-yet', 'no-help'] as const
export type PracticeAnswer = (typeof practiceAnswers)[number]

export type Practice = {
  said: PracticeAnswer
  /** The line of the plan that it closed, if there is one. */
  action: ActionId | null
  /** The plan did not know of it before. */
  madeProof: boolean
}

/** A line of somebody's plan that the training helps with. */
export type HelpedAction = {
  action: Action
  isDone: boolean
  /** The one question to ask again once it is done. */
  touched: QuestionId | null
}

/** The diagnostic a booking came from, with the lines of its plan that the training helps with. */
export type HelpedPlan = { token: string; actions: readonly HelpedAction[] }
