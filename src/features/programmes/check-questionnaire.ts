import { everyAnswerTo } from './answer-space.ts'
import {
  checkCondition,
  checkFileName,
  checkOption,
  checkUnique,
  type Questions,
  type Spot,
} from './check-references.ts'
import { evaluate, questionsIn, type Condition } from './condition.ts'
import { orDidYouMean } from './nearest.ts'
import type { Filed, Parts, Report } from './parts.ts'
import { MOST_SECONDS } from './programme.ts'
import { AXIS_IDS, DONT_KNOW, PROFILE_IDS, type Question } from './question.ts'
import { waysThrough } from './ways.ts'

/** Reports what is wrong among the questions: order, options, time asked of the owner, visibility. */
export function checkQuestionnaire(parts: Parts, questions: Questions, report: Report): void {
  checkOrder(parts, report)
  checkAxes(parts, report)
  checkWays(parts, questions, report)
  for (const part of [...parts.profile, ...parts.items]) {
    checkFileName(part, part.value.id, report)
    checkUnique(optionSpots(part), 'option', report)
    checkVisibility(part, parts, questions, report)
    checkInference(part, parts, questions, report)
  }
  for (const part of parts.items) checkItem(part, report)
  for (const part of parts.profile) checkProfile(part, report)
}

function optionSpots({ file, value }: Filed<Question>) {
  return value.options.map(({ id }, i) => ({ id, at: { file, path: ['options', i, 'id'] } }))
}

function checkOrder({ questionnaire, profile, items }: Parts, report: Report): void {
  const { file, value } = questionnaire
  const spots = (key: 'profile' | 'items') =>
    value[key].map((id, i) => ({ id, at: { file, path: [key, i] } }))
  checkUnique([...spots('profile'), ...spots('items')], 'question', report)
  for (const [key, found] of [
    ['profile', profile],
    ['items', items],
  ] as const) {
    const ids = new Set(found.map((part) => part.value.id))
    for (const { id, at } of spots(key))
      if (!ids.has(id)) report(file, at.path, `no file asks the question "${id}"${orDidYouMean(id, ids)}`)
    for (const part of found) {
      if (!value[key].includes(part.value.id))
        report(part.file, ['id'], `${file} does not list this question`)
    }
  }
  for (const id of PROFILE_IDS) {
    if (!value.profile.includes(id)) report(file, ['profile'], `the profile question "${id}" is needed`)
  }
}

function checkAxes({ questionnaire, items }: Parts, report: Report): void {
  const { file, value } = questionnaire
  checkUnique(
    value.axes.map(({ id }, i) => ({ id, at: { file, path: ['axes', i, 'id'] } })),
    'axis',
    report,
  )
  for (const id of AXIS_IDS) {
    if (!value.axes.some((axis) => axis.id === id)) report(file, ['axes'], `the axis "${id}" is missing`)
    if (!items.some((item) => item.value.axis === id && item.value.weight > 0)) {
      report(file, ['items'], `no item counts for the axis "${id}"`)
    }
  }
}

/** The longest way through fits the time nobody has more of, and some way leads to every question. */
function checkWays({ questionnaire, profile, items }: Parts, questions: Questions, report: Report): void {
  const { longest, unreachable } = waysThrough([...questions.values()])
  const fileOf = new Map([...profile, ...items].map(({ file, value }) => [value.id, file]))
  for (const { id } of unreachable) {
    const path = ['visibleWhen']
    report(fileOf.get(id) ?? questionnaire.file, path, 'no answers ever show this question: loosen it')
  }
  if (longest.seconds <= MOST_SECONDS) return
  const slowest = longest.questions.toSorted((one, other) => other.seconds - one.seconds).slice(0, 3)
  const named = slowest.map(({ id, seconds }) => `${id} (${seconds} s)`).join(', ')
  const words = `the longest way through takes ${longest.seconds} s, at most ${MOST_SECONDS}; its slowest: ${named}`
  report(questionnaire.file, ['items'], words)
}

function checkItem({ file, value }: Filed<Question>, report: Report): void {
  const unsure = value.options.find((option) => option.id === DONT_KNOW)
  if (unsure?.level !== 'unknown')
    report(file, ['options'], `the option "${DONT_KNOW}" (level unknown) is needed`)
  for (const level of [0, 1]) {
    if (!value.options.some((option) => option.level === level))
      report(file, ['options'], `no answer has level ${level}`)
  }
}

function checkProfile({ file, value }: Filed<Question>, report: Report): void {
  const counted = value.id === 'minutes' || value.id === 'euros'
  for (const [i, option] of value.options.entries()) {
    if (counted && option.value === undefined) report(file, ['options', i], 'this option needs a value')
    if (option.register && !value.prefill)
      report(file, ['options', i, 'register'], 'say prefill: trade or headcount')
  }
}

/** Whether a question is asked may hang on earlier ones only. */
function checkVisibility(part: Filed<Question>, parts: Parts, questions: Questions, report: Report): void {
  const { visibleWhen } = part.value
  if (!visibleWhen) return
  const at = { file: part.file, path: ['visibleWhen'] }
  checkCondition(visibleWhen, questions, at, report)
  checkComesAfter(visibleWhen, { part, parts, at }, report)
  const space = everyAnswerTo([visibleWhen], questions)
  if (!space) report(at.file, at.path, 'this condition looks at too many answers')
}

/** What is inferred must be an answer of the question, from answers that come before it and can say so. */
function checkInference(part: Filed<Question>, parts: Parts, questions: Questions, report: Report): void {
  for (const [i, { option, when }] of (part.value.inferredWhen ?? []).entries()) {
    const at = { file: part.file, path: ['inferredWhen', i] }
    checkOption(part.value, option, { ...at, path: [...at.path, 'option'] }, report)
    if (option === DONT_KNOW) report(at.file, at.path, 'what is not known cannot be inferred')
    checkCondition(when, questions, { ...at, path: [...at.path, 'when'] }, report)
    checkComesAfter(when, { part, parts, at }, report)
    const space = everyAnswerTo([when], questions)
    if (!space) report(at.file, at.path, 'this condition looks at too many answers')
    else if (!space.some((answers) => evaluate(when, answers).truth === true)) {
      report(at.file, at.path, 'no answers ever settle this')
    }
  }
}

type Place = { part: Filed<Question>; parts: Parts; at: Spot }

/** A question may hang on earlier ones only, so that no circle can arise. */
function checkComesAfter(condition: Condition, { part, parts, at }: Place, report: Report): void {
  const order = [...parts.questionnaire.value.profile, ...parts.questionnaire.value.items]
  const later = questionsIn(condition).filter((id) => order.indexOf(id) >= order.indexOf(part.value.id))
  for (const id of later) report(at.file, at.path, `"${id}" is not asked before this question`)
}
