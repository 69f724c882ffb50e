import type { Language } from '../../core/language.ts'
import { evaluate } from '../programmes/condition.ts'
import type { Answers, Option, OptionId, QuestionId } from '../programmes/option.ts'
import type { Questionnaire } from '../programmes/programme.ts'
import { findOption, type Question } from '../programmes/question.ts'
import { walk } from '../programmes/ways.ts'
import { askingOrder } from './asking-order.ts'

/** `prefilled`: the register suggested it, nobody said it. */
export type AnswerSource = 'answered' | 'prefilled'
/** `inferred`: other answers settle it. Never stored as an event: it holds as long as they do. */
export type StandingSource = AnswerSource | 'inferred'
export type AnswerChannel = 'web' | 'phone' | 'paper' | 'adviser'

export type Given = { option: OptionId; source: StandingSource }
/** The last answer of each question, as stored: questions since hidden or renamed included. */
export type GivenAnswers = Readonly<Record<QuestionId, Given>>

/** One run of the questionnaire. Who holds its token holds the run; there is no other key. */
export type Diagnostic = {
  id: string
  token: string
  /** Hash of the programme's content it began with, and keeps. */
  releaseId: string
  businessId: string | null
  personId: string | null
  /** The run that this one takes up again: its answers are proposed. */
  previousId: string | null
  language: Language
  startedAt: Date
  finishedAt: Date | null
}

/** A diagnostic with its answers. `lastEventId` is "0" while nothing is answered. */
export type Run = Diagnostic & { given: GivenAnswers; lastEventId: string }

/** The most answers, changes included, that one run takes: a hundred changes of heart, not a flood. */
export const MOST_EVENTS = 1000

export type Walk = { visible: Question[]; answers: Map<QuestionId, Option>; inferred: Set<QuestionId> }

/** Goes through the questionnaire in asking order, as answers hide or settle only what comes after them. */
export function walkThrough(programme: Questionnaire, given: GivenAnswers): Walk {
  const inferred = new Set<QuestionId>()
  const { shown, standing } = walk(askingOrder(programme), (question, answers) => {
    const said = saidOption(question, given)
    if (said) return said
    const option = inferredOption(question, answers)
    if (option) inferred.add(question.id)
    return option
  })
  return { visible: shown, answers: standing, inferred }
}

function saidOption(question: Question, given: GivenAnswers): Option | null {
  const answer = given[question.id]
  return answer && answer.source !== 'inferred' ? findOption(question, answer.option) : null
}

function inferredOption(question: Question, answers: Answers): Option | null {
  const rule = question.inferredWhen?.find(({ when }) => evaluate(when, answers).truth === true)
  return rule ? findOption(question, rule.option) : null
}

/** The answers that count, said or inferred: those of questions that are visible, with options that exist. */
export function standingAnswers(programme: Questionnaire, given: GivenAnswers): Answers {
  return walkThrough(programme, given).answers
}

/** The questions that these answers leave visible, profile first, in asking order. */
export function visibleQuestions(programme: Questionnaire, given: GivenAnswers): readonly Question[] {
  return walkThrough(programme, given).visible
}

/** The same, each with where it comes from. */
export function standingGiven(programme: Questionnaire, given: GivenAnswers): GivenAnswers {
  return withSources(walkThrough(programme, given), given)
}

/** The answers of a walk, each with where it comes from. */
export function withSources({ answers, inferred }: Walk, given: GivenAnswers): GivenAnswers {
  const standing: Record<QuestionId, Given> = {}
  for (const [question, { id: option }] of answers) {
    const said = inferred.has(question) ? null : given[question]
    standing[question] = said ?? { option, source: 'inferred' }
  }
  return standing
}

/** The pages to go through: what the register or other answers settle is not asked, until somebody changes it. */
export function pagesOf(programme: Questionnaire, given: GivenAnswers): readonly Question[] {
  return pagesIn(walkThrough(programme, given), given)
}

function pagesIn({ visible, inferred }: Walk, given: GivenAnswers): Question[] {
  return visible.filter(({ id }) => given[id]?.source !== 'prefilled' && !inferred.has(id))
}

/** The pages still without an answer, in asking order. */
export function unansweredPages(programme: Questionnaire, given: GivenAnswers): Question[] {
  const through = walkThrough(programme, given)
  return pagesIn(through, given).filter(({ id }) => !through.answers.has(id))
}

/** The page after this question, which may itself be none of the pages; null at the end. */
export function nextPage(programme: Questionnaire, given: GivenAnswers, after: QuestionId): Question | null {
  const place = placeIn(programme)
  return pagesOf(programme, given).find(({ id }) => place(id) > place(after)) ?? null
}

/** The page after this question where no answer can change it: not hidden, prefilled or inferred. Null: look. */
export function certainNextPage(programme: Questionnaire, after: QuestionId): Question | null {
  const questions = askingOrder(programme)
  const next = questions[questions.findIndex(({ id }) => id === after) + 1]
  return next && !next.visibleWhen && !next.prefill && !next.inferredWhen ? next : null
}

/** The page before this question; null at the beginning. */
export function previousPage(
  programme: Questionnaire,
  given: GivenAnswers,
  before: QuestionId,
): Question | null {
  const place = placeIn(programme)
  return pagesOf(programme, given).findLast(({ id }) => place(id) < place(before)) ?? null
}

/** Where to go on: the first page without an answer; null when every page has one. */
export function firstUnanswered(programme: Questionnaire, given: GivenAnswers): Question | null {
  return unansweredPages(programme, given)[0] ?? null
}

/** `number` from 1 among `total` pages; `minutesLeft` for this page and the unanswered ones after it. */
export type ProgressPoint = { number: number; total: number; minutesLeft: number }

/** Null for a question that is not among the pages (prefilled, inferred or hidden). */
export function progressAt(
  programme: Questionnaire,
  given: GivenAnswers,
  question: QuestionId,
): ProgressPoint | null {
  const pages = pagesOf(programme, given)
  const index = pages.findIndex(({ id }) => id === question)
  if (index === -1) return null
  const left = pages.slice(index).filter(({ id }, i) => i === 0 || !given[id])
  return { number: index + 1, total: pages.length, minutesLeft: minutesFor(left) }
}

/** The time an owner needs for these questions, in whole minutes, never less than one. */
export function minutesFor(questions: readonly Question[]): number {
  const seconds = questions.reduce((sum, question) => sum + question.seconds, 0)
  return Math.max(1, Math.ceil(seconds / 60))
}

function placeIn(programme: Questionnaire): (id: QuestionId) => number {
  const places = new Map(askingOrder(programme).map(({ id }, place) => [id, place]))
  return (id) => places.get(id) ?? -1
}
