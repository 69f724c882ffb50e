import { z } from 'zod'
import type { Text } from './text.ts'

const questionId = z
  .string()
  .regex(/^[FSMP]\d\d-[1-9]\d?$/, 'a question is named after its training and its number: F01-1')
const optionId = z.string().regex(/^[a-z]$/, 'an option is one small letter')

/** The quiz of a training, as its file writes it. */
export function quizField<T extends z.ZodType<Text>>(text: T) {
  const option = z.strictObject({ id: optionId, text })
  const question = z.strictObject({
    id: questionId,
    question: text,
    options: z.array(option).min(2, 'a question has 2 to 5 options').max(5, 'a question has 2 to 5 options'),
    answer: optionId,
    why: text,
  })
  return z.array(question).min(3, 'a quiz has 3 to 5 questions').max(5, 'a quiz has 3 to 5 questions')
}
