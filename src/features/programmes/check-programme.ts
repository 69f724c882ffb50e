import { checkActions } from './check-actions.ts'
import { checkBenchmarks } from './check-benchmarks.ts'
import { checkCrosswalk } from './check-crosswalk.ts'
import { checkQuestionnaire } from './check-questionnaire.ts'
import { checkUnique, type Questions } from './check-references.ts'
import { checkRenames } from './check-renames.ts'
import { checkQuizzes } from './check-quizzes.ts'
import { checkTrainings } from './check-trainings.ts'
import type { Parts, Report } from './parts.ts'

/**
 * Reports every place where well-formed files disagree: references that lead nowhere, a questionnaire that
 * asks too much time, an action nobody can get or that is proposed for what is done already, a training
 * without its prerequisite, a European point read twice or not at all.
 */
export function checkProgramme(parts: Parts, report: Report): void {
  const questions = inAskingOrder(parts)
  checkQuestionnaire(parts, questions, report)
  checkTrainings(parts, questions, report)
  checkQuizzes(parts, report)
  checkActions(parts, questions, report)
  checkCrosswalk(parts, questions, report)
  checkRenames(parts, questions, report)
  checkBenchmarks(parts, questions, report)
  const { partners, sources } = parts
  const partnerSpots = partners.value.partners.map(({ id }, i) => ({
    id,
    at: { file: partners.file, path: ['partners', i, 'id'] },
  }))
  const sourceSpots = sources.value.sources.map(({ key }, i) => ({
    id: key,
    at: { file: sources.file, path: ['sources', i, 'key'] },
  }))
  checkUnique(partnerSpots, 'partner', report)
  checkUnique(sourceSpots, 'source', report)
}

/** A question that the order leaves out is told elsewhere; here it comes last. */
function inAskingOrder({ questionnaire, profile, items }: Parts): Questions {
  const order = [...questionnaire.value.profile, ...questionnaire.value.items]
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  const asked = [...profile, ...items].map(({ value }) => value)
  return new Map(asked.toSorted((one, other) => place(one.id) - place(other.id)).map((one) => [one.id, one]))
}
