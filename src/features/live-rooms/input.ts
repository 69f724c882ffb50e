import { z } from 'zod'
import { ownToken, tokenShape } from '../../core/form.ts'
import { limits } from './room.ts'

export const questionForm = z.object({
  words: words(limits.question, 'question'),
  page: ownToken,
})

/** Says what is wanted, not "the other way round": a second click must not undo the first. */
export const voteForm = z.object({
  question: z.uuid(),
  vote: z.enum(['1', '0']).transform((vote) => vote === '1'),
})

export const choiceForm = z.object({
  poll: z.uuid(),
  choice: z
    .string()
    .regex(/^[0-5]$/)
    .transform(Number),
})

export const moderationForm = z.object({ question: z.uuid(), state: z.enum(['shown', 'answered', 'hidden']) })

/** One option a line: the simplest thing that works on a telephone. */
export const pollForm = z.object({
  words: words(limits.poll, 'poll'),
  options: z
    .string()
    .default('')
    .transform((lines) => [...new Set(lines.split('\n').map(tidy).filter(Boolean))])
    .pipe(
      z
        .array(z.string().max(limits.option, 'options.long'))
        .min(limits.leastOptions, 'options.few')
        .max(limits.mostOptions, 'options.many'),
    ),
  results: z
    .string()
    .optional()
    .transform((ticked) => ticked === '1'),
  page: ownToken,
})

export const pollStateForm = z.object({ poll: z.uuid(), state: z.enum(['open', 'closed']) })

export const slidesForm = z.object({
  slides: z
    .string()
    .default('')
    .transform((address) => address || null)
    .pipe(
      z
        .url({ protocol: /^https$/, error: 'slides.invalid' })
        .max(500, 'slides.invalid')
        .nullable(),
    ),
})

/** The number the page was made at. */
export const streamQuery = z.object({
  depuis: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .catch(0)
    .default(0),
})

export const seatParams = z.object({ token: tokenShape })
export const sessionParams = z.object({ id: z.uuid() })

function words(most: number, field: string) {
  return z
    .string({ error: `${field}.missing` })
    .transform(tidy)
    .pipe(z.string().min(1, `${field}.missing`).max(most, `${field}.long`))
}

/** One line without blanks around, as it will be read. */
function tidy(written: string): string {
  return written.replaceAll(/\s+/g, ' ').trim()
}
