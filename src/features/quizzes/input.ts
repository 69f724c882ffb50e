import { z } from 'zod'
import { ownToken } from '../../core/form.ts'
import type { QuizQuestion } from '../programmes/training.ts'

/** What the form carries unseen: the booking that led here, the form itself, and the content that asked. */
export const carriedForm = z.object({
  reservation: ownToken,
  page: ownToken,
  release: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .nullable()
    .catch(null)
    .default(null),
})

/** One answer a question: an option of it, or the question counts as not answered. */
export function quizForm(quiz: readonly QuizQuestion[]) {
  const error = 'question.unanswered'
  const fields = quiz.map(({ id, options }) => {
    const known = options.map((option) => option.id)
    return [id, z.string({ error }).refine((option) => known.includes(option), error)] as const
  })
  return z.object(Object.fromEntries(fields))
}

export const attemptParams = z.object({ slug: z.string(), attempt: z.uuid() })
