import { everyAnswerTo } from './answer-space.ts'
import { type Condition, evaluate, questionsIn } from './condition.ts'
import type { Answers, Option, QuestionId } from './option.ts'
import type { Question } from './question.ts'

/** The questions that an owner is led through, and the seconds that they declare. */
type Way = { seconds: number; questions: readonly Question[] }

export type Ways = {
  /** Of all ways through the questionnaire, answers skipped included, the one that takes most time. */
  longest: Way
  /** Questions that nobody is shown who answers what comes before. */
  unreachable: readonly Question[]
}

/**
 * Goes every way through a questionnaire in asking order. Computed, not sampled: questions that look at each
 * other are tried together, in every combination; the others add up. Where there are too many combinations
 * to try, all of those questions count, so that the time is never understated.
 */
export function waysThrough(questions: readonly Question[]): Ways {
  const ways = groupsOf(questions).map(waysThroughGroup)
  const asked = new Set(ways.flatMap(({ longest }) => longest.questions))
  return {
    longest: wayOf(questions.filter((question) => asked.has(question))),
    unreachable: ways.flatMap(({ unreachable }) => unreachable),
  }
}

/** The answers that count: an answer to a question that the ones before it hide does not. */
export function standing(questions: readonly Question[], answers: Answers): Answers {
  return walk(questions, ({ id }) => answers.get(id)).standing
}

/** The questions that these answers leave to be asked, in order. */
export function shownTo(questions: readonly Question[], answers: Answers): Question[] {
  return walk(questions, ({ id }) => answers.get(id)).shown
}

/** The questions that are asked, in order, and the answers to them. */
export type Walk = { shown: Question[]; standing: Map<QuestionId, Option> }

/**
 * Goes through questions in asking order, as a question is hidden by answers that stand before it.
 * @param answerTo may look at the answers that stand so far
 */
export function walk(
  questions: readonly Question[],
  answerTo: (question: Question, standing: Answers) => Option | null | undefined,
): Walk {
  const shown: Question[] = []
  const standing = new Map<QuestionId, Option>()
  for (const question of questions) {
    if (question.visibleWhen && evaluate(question.visibleWhen, standing).truth === false) continue
    shown.push(question)
    const option = answerTo(question, standing)
    if (option) standing.set(question.id, option)
  }
  return { shown, standing }
}

/** What decides whether these questions are asked, and whether those are, and so on. */
export function visibilityOf(
  ids: readonly QuestionId[],
  questions: ReadonlyMap<string, Question>,
): Condition[] {
  const found = new Map<QuestionId, Condition>()
  const waiting = [...ids]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const condition = questions.get(id)?.visibleWhen
    if (!condition || found.has(id)) continue
    found.set(id, condition)
    waiting.push(...questionsIn(condition))
  }
  return [...found.values()]
}

function waysThroughGroup(group: readonly Question[]): Ways {
  const conditions = group.flatMap(({ visibleWhen }) => visibleWhen ?? [])
  const space = everyAnswerTo(conditions, new Map(group.map((question) => [question.id, question])), true)
  if (!space) return { longest: wayOf(group), unreachable: [] }
  const ways = space.map((answers) => wayOf(shownTo(group, answers)))
  const most = Math.max(...space.map(({ size }) => size))
  const reached = new Set(ways.flatMap(({ questions }, i) => (space[i]?.size === most ? questions : [])))
  const longest = ways.reduce((one, other) => (other.seconds > one.seconds ? other : one), wayOf([]))
  return { longest, unreachable: group.filter((question) => !reached.has(question)) }
}

function wayOf(questions: readonly Question[]): Way {
  return { seconds: questions.reduce((sum, { seconds }) => sum + seconds, 0), questions }
}

/** Questions that look at each other, directly or not, stand together, in asking order. */
function groupsOf(questions: readonly Question[]): Question[][] {
  const groups: Question[][] = []
  for (const question of questions) {
    const seen = new Set(question.visibleWhen ? questionsIn(question.visibleWhen) : [])
    const joined = groups.filter((group) => group.some(({ id }) => seen.has(id)))
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    const members = new Set([...joined.flat(), question])
    groups.push(questions.filter((one) => members.has(one)))
  }
  return groups
}
