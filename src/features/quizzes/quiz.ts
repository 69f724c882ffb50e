/** A quiz is shown without its answers, judged by the content that asked it, and kept as it was. */
import { createHash } from 'node:crypto'
import type { QuizQuestion, TrainingId } from '../programmes/training.ts'
import type { Text } from '../programmes/text.ts'

/** What a reader may see before answering: no answer and no reason. */
export type ShownQuestion = {
  id: string
  question: Text
  options: readonly { id: string; text: Text }[]
}

/** Question to the option chosen. */
export type QuizAnswers = Readonly<Record<string, string>>
/** The questions as they stood on the page, each with its options in their order. */
export type ShownOrder = readonly { question: string; options: readonly string[] }[]

export type Score = { rightCount: number; questionCount: number }
export type Attempt = Score & {
  id: string
  trainingId: TrainingId
  /** The content that asked. */
  releaseId: string
  shown: ShownOrder
  answers: QuizAnswers
  answeredAt: Date
}

/**
 * The questions with their options in an order of their own for each form, so that "the second one" helps nobody;
 * the same form always has the same order.
 */
export function shownQuiz(quiz: readonly QuizQuestion[], formKey: string): ShownQuestion[] {
  return quiz.map(({ id, question, options }) => {
    const places = new Map(options.map((option) => [option.id, placeOf([formKey, id, option.id])]))
    const shuffled = options.toSorted((one, other) =>
      placeIn(places, one) < placeIn(places, other) ? -1 : 1,
    )
    return { id, question, options: shuffled.map((option) => ({ id: option.id, text: option.text })) }
  })
}

function placeIn(places: ReadonlyMap<string, string>, { id }: { id: string }): string {
  return places.get(id) ?? ''
}

function placeOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join(':')).digest('hex')
}

export function orderOf(shown: readonly ShownQuestion[]): ShownOrder {
  return shown.map(({ id, options }) => ({ question: id, options: options.map((option) => option.id) }))
}

export function judge(quiz: readonly QuizQuestion[], answers: QuizAnswers): Score {
  const right = quiz.filter(({ id, answer }) => answers[id] === answer)
  return { rightCount: right.length, questionCount: quiz.length }
}

/** Two thirds of the questions, and no more. */
export function isPassed({ rightCount, questionCount }: Score): boolean {
  return rightCount * 3 >= questionCount * 2
}

export type Reviewed = {
  id: string
  question: Text
  isRight: boolean
  options: readonly { id: string; text: Text; isRight: boolean; isChosen: boolean }[]
  why: Text
}

/** An attempt looked at again, in the order in which it was shown, with what was right and why. */
export function reviewOf(
  quiz: readonly QuizQuestion[],
  { shown, answers }: Pick<Attempt, 'shown' | 'answers'>,
): Reviewed[] {
  return shown.flatMap(({ question: id, options: order }) => {
    const asked = quiz.find((question) => question.id === id)
    if (!asked) return []
    const { question, answer, why } = asked
    const options = order.flatMap((option) => asked.options.filter((known) => known.id === option))
    const marked = options.map((option) => ({
      ...option,
      isRight: option.id === answer,
      isChosen: option.id === answers[id],
    }))
    return [{ id, question, isRight: answers[id] === answer, options: marked, why }]
  })
}
