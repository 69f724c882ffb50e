import type { Action, ActionId } from '../programmes/action.ts'
import type { QuestionId } from '../programmes/option.ts'
import type { PlanLine } from './plan.ts'

/** An action that its owner says is done. Declared, not verified. */
export type Proof = {
  action: ActionId
  /** What shows it, in the owner's words or as a link; may be empty. */
  note: string
  declaredAt: Date
}

/**
 * The question whose answer the action was about: what it would change, or what it was to find out. It alone is asked
 * again once the action is done; null: nothing that was asked.
 */
export function touchedQuestion({ gain }: Action, line: PlanLine | null): QuestionId | null {
  return gain[0]?.question ?? line?.because[0]?.[0] ?? null
}
