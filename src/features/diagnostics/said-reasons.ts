import { evaluate, type Reason } from '../programmes/condition.ts'
import { findQuestion, type Programme } from '../programmes/programme.ts'
import { standingAnswers, type GivenAnswers } from './diagnostic.ts'

/**
 * The same reasons in answers that the owner gave: one that was inferred gives way to those that settle it, for
 * nobody can be told "you answered" what nobody asked. Each answer once.
 */
export function saidReasons(programme: Programme, given: GivenAnswers, reasons: readonly Reason[]): Reason[] {
  const said = reasons.flatMap((reason) => behind(programme, given, reason))
  return [...new Map(said.map((reason) => [reason.join(' '), reason])).values()]
}

function behind(programme: Programme, given: GivenAnswers, reason: Reason): readonly Reason[] {
  const [id] = reason
  if (given[id]?.source !== 'inferred') return [reason]
  const answers = standingAnswers(programme, given)
  const rules = findQuestion(programme, id)?.inferredWhen ?? []
  const rule = rules.map(({ when }) => evaluate(when, answers)).find(({ truth }) => truth === true)
  return rule ? saidReasons(programme, given, rule.because) : [reason]
}
