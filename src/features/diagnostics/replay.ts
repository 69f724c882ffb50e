import { isDeepStrictEqual } from 'node:util'
import { findQuestion, type Programme } from '../programmes/programme.ts'
import { findOption } from '../programmes/question.ts'
import { noRenames, underNewNames } from '../programmes/renames.ts'
import type { GivenAnswers } from './diagnostic.ts'
import { makeResult, type Result } from './result.ts'

/** Reads the answers of a run of any past release under this one, through all that was renamed since. */
export function replay(programme: Programme, given: GivenAnswers): Result {
  return makeResult(programme, underNewNames(programme.renames ?? noRenames, given))
}

/** Answers of a run of any past release that this one knows nothing of, not even by another name. */
export function forgottenIn(programme: Programme, given: GivenAnswers): string[] {
  const answers = Object.entries(underNewNames(programme.renames ?? noRenames, given))
  return answers
    .filter(([id, { option }]) => {
      const question = findQuestion(programme, id)
      return !question || !findOption(question, option)
    })
    .map(([id, { option }]) => `${id}: ${option}`)
}

/** Is a result that was kept the one that its answers give? */
export function isSameResult(kept: unknown, made: Result): boolean {
  return isDeepStrictEqual(kept, JSON.parse(JSON.stringify(made)))
}
