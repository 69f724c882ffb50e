import { z } from 'zod'
import { ownToken } from '../../core/form.ts'
import { languages } from '../../core/language.ts'

const longest = 14_400
const second = z.int().min(0).max(longest)

/** What the script of the page reports; more parts than these no human makes in one visit. */
export const watchedReport = z.strictObject({
  reservation: ownToken,
  played: z.array(z.tuple([second, second]).refine(([from, until]) => until > from)).max(500),
  at: second,
})

/** `t` is a moment, in seconds; `reservation` tells who watches without signing in. */
export const replayQuery = z.object({
  t: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .nullable()
    .catch(null)
    .default(null),
  reservation: ownToken,
})

export const transcriptQuery = z.object({ langue: z.enum(languages).catch('fr').default('fr') })
