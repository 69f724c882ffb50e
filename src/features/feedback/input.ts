import { z } from 'zod'
import { ownToken, tokenShape } from '../../core/form.ts'
import { paces, usefulnesses } from './feedback.ts'
import { practiceAnswers } from './practice.ts'

/** One tap, or the word: each button sends its own field, and what it does not send stays as it was. */
export const feedbackForm = z.object({
  reservation: ownToken,
  usefulness: z.enum(usefulnesses).optional().catch(undefined),
  pace: z.enum(paces).optional().catch(undefined),
  word: z.string().max(300, 'word.long').optional(),
})

export const bookingParams = z.object({ token: tokenShape })

/** The button that was tapped: an answer, or `done:` with the action of the plan that is done. */
export const practiceForm = z.object({
  said: z
    .string()
    .transform((said) => {
      const [answer, action = null] = said.split(':')
      return { answer, action }
    })
    .pipe(z.object({ answer: z.enum(practiceAnswers), action: z.string().max(100).nullable() })),
})
