import type { Action } from './action.ts'
import { everyAnswerTo } from './answer-space.ts'
import { checkCondition, checkFileName, checkOption, type Questions } from './check-references.ts'
import { type Condition, evaluate, questionsIn, type Reason } from './condition.ts'
import type { Answers } from './option.ts'
import { orDidYouMean } from './nearest.ts'
import type { Filed, Parts, Report } from './parts.ts'
import { findOption } from './question.ts'
import { standing, visibilityOf } from './ways.ts'

/** Reports actions that name what does not exist, can never be proposed, or are proposed for what is done. */
export function checkActions(parts: Parts, questions: Questions, report: Report): void {
  const sources = new Set(parts.sources.value.sources.map((source) => source.key))
  const trainings = new Set(parts.trainings.map((training) => training.value.id))
  for (const part of parts.actions) {
    const before = countingReport(report)
    checkFileName(part, part.value.id, report)
    checkConditions(part, questions, before.report)
    checkGains(part, questions, before.report)
    checkEvidence(part, sources, report)
    checkMentions(part, trainings, questions, report)
    if (before.count() === 0) checkProposals(part, questions, report)
  }
}

function countingReport(report: Report): { report: Report; count: () => number } {
  let count = 0
  return { report: (...problem) => (count++, report(...problem)), count: () => count }
}

function checkConditions({ file, value }: Filed<Action>, questions: Questions, report: Report): void {
  for (const key of ['when', 'prerequisite', 'unless'] as const) {
    const condition = value[key]
    if (condition) checkCondition(condition, questions, { file, path: [key] }, report)
  }
}

function checkGains({ file, value }: Filed<Action>, questions: Questions, report: Report): void {
  for (const [i, gain] of value.gain.entries()) {
    const path = ['gain', i, 'question']
    const question = questions.get(gain.question)
    if (question?.kind !== 'item') {
      report(
        file,
        path,
        `there is no item "${gain.question}"${orDidYouMean(gain.question, questions.keys())}`,
      )
      continue
    }
    checkOption(question, gain.option, { file, path: ['gain', i, 'option'] }, report)
    const level = findOption(question, gain.option)?.level
    if (level === 'na' || level === 'unknown')
      report(file, ['gain', i, 'option'], 'an action leads to a known answer')
  }
}

function checkEvidence({ file, value }: Filed<Action>, sources: ReadonlySet<string>, report: Report): void {
  const { grade, source } = value.evidence
  if (source !== null && !sources.has(source))
    report(file, ['evidence', 'source'], `there is no source "${source}"${orDidYouMean(source, sources)}`)
  if (source === null && grade !== 'D') report(file, ['evidence', 'grade'], 'without a source the grade is D')
}

function checkMentions(
  part: Filed<Action>,
  trainings: ReadonlySet<string>,
  questions: Questions,
  report: Report,
): void {
  const { file, value } = part
  for (const [i, id] of value.trainings.entries()) {
    if (trainings.has(id)) continue
    report(file, ['trainings', i], `there is no training "${id}"${orDidYouMean(id, trainings)}`)
  }
  const goal = questions.get('goal')
  for (const [i, id] of value.goals.entries()) {
    if (goal) checkOption(goal, id, { file, path: ['goals', i] }, report)
  }
}

/** Tries every way to answer what the action looks at; the answer to a question that is hidden is none. */
function checkProposals({ file, value }: Filed<Action>, questions: Questions, report: Report): void {
  const conditions = [value.when, value.prerequisite, value.unless].filter(
    (c): c is Condition => c !== undefined,
  )
  const visibility = visibilityOf(conditions.flatMap(questionsIn), questions)
  const space = everyAnswerTo([...conditions, ...visibility], questions)
  if (!space) return report(file, ['when'], 'this action looks at too many answers: ask for fewer questions')
  const asked = [...questions.values()]
  const proposed = space
    .map((answers) => standing(asked, answers))
    .filter((answers) => isProposed(value, answers))
  if (proposed.length === 0)
    report(file, ['when'], 'no answers ever lead to this action: loosen when, prerequisite or unless')
  const best = proposed.flatMap((answers) => bestReasons(value, answers))[0]
  if (best)
    report(
      file,
      ['when'],
      `the best answer "${best[1]}" to "${best[0]}" leads to this action: name the lower ones, or "below"`,
    )
  const useless = proposed.find((answers) => !gains(value, questions, answers))
  if (useless)
    report(
      file,
      ['gain'],
      `nothing is gained after ${[...useless].map(([q, o]) => `${q}: ${o.id}`).join(', ')}`,
    )
}

function isProposed(action: Action, answers: Answers): boolean {
  return (
    evaluate(action.when, answers).truth === true &&
    (!action.prerequisite || evaluate(action.prerequisite, answers).truth === true) &&
    (!action.unless || evaluate(action.unless, answers).truth !== true)
  )
}

function bestReasons(action: Action, answers: Answers): Reason[] {
  return evaluate(action.when, answers).because.filter(([question]) => answers.get(question)?.level === 1)
}

/** Some answer gets better or becomes known, and none gets worse; finding out is only for what is unknown. */
function gains(action: Action, questions: Questions, answers: Answers): boolean {
  if (action.gain.length === 0) {
    const { because } = evaluate(action.when, answers)
    return because.some(([question]) => answers.get(question)?.level === 'unknown')
  }
  const steps = action.gain.map(({ question, option }) => {
    const asked = questions.get(question)
    const after = asked ? findOption(asked, option)?.level : undefined
    const before = answers.get(question)?.level
    return typeof before === 'number' && typeof after === 'number' ? after - before : 1
  })
  return steps.some((step) => step > 0) && steps.every((step) => step >= 0)
}
