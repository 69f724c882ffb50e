import type { Tx } from '../../core/db.ts'
import { countAttempt } from '../../core/rate-limit.ts'
import type { QuizQuestion, TrainingId } from '../programmes/training.ts'
import { judge, orderOf, shownQuiz, type QuizAnswers } from './quiz.ts'
import { keepAttempt } from './store.ts'

/** One learns from trying again; a program that tries every answer learns nothing. */
const perPerson = { name: 'quiz-person', max: 30, seconds: 3600 }

export type AnswerRequest = {
  personId: string
  trainingId: TrainingId
  /** The content that asked, and its questions. */
  releaseId: string
  quiz: readonly QuizQuestion[]
  /** An option for every question. */
  answers: QuizAnswers
  formKey: string
}

export type AnswerOutcome = { kind: 'answered'; attemptId: string } | { kind: 'too-many' }

/** Keeps an attempt, judged by the questions as they were asked. Sent twice by one form, it is one attempt: the first. */
export async function answerQuiz(tx: Tx, now: Date, request: AnswerRequest): Promise<AnswerOutcome> {
  const { personId, trainingId, releaseId, quiz, answers, formKey } = request
  if (!(await countAttempt(tx, now, perPerson, personId))) return { kind: 'too-many' }
  const shown = orderOf(shownQuiz(quiz, formKey))
  const about = { personId, trainingId, releaseId, formKey, answeredAt: now }
  const attemptId = await keepAttempt(tx, { ...about, shown, answers, ...judge(quiz, answers) })
  return { kind: 'answered', attemptId }
}
