import { type Condition, questionsIn } from './condition.ts'
import type { Answers, Option } from './option.ts'
import type { Question } from './question.ts'

/** Beyond this, a condition is too rich for anybody to foresee what it does. */
const MOST_COMBINATIONS = 20_000

/**
 * Every way to answer the questions that some conditions look at, or null when there are too many. With
 * `skipping`, to leave a question without an answer is one more way.
 */
export function everyAnswerTo(
  conditions: readonly Condition[],
  questions: ReadonlyMap<string, Question>,
  skipping = false,
): Answers[] | null {
  let space: Map<string, Option>[] = [new Map()]
  for (const id of new Set(conditions.flatMap(questionsIn))) {
    const options = questions.get(id)?.options ?? []
    if (space.length * (options.length + 1) > MOST_COMBINATIONS) return null
    space = space.flatMap((answers) => [
      ...(skipping ? [answers] : []),
      ...options.map((option) => new Map(answers).set(id, option)),
    ])
  }
  return space
}
