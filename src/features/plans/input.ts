import { z } from 'zod'
import { emailField } from '../accounts/email-field.ts'
import { TICKS } from './urls.ts'

export const mailForm = z.object({ email: emailField })

/** What shows that an action is done: a link, or a few words. */
export const doneForm = z.object({ note: z.string().trim().max(500, 'note.long').default('') })

/** What has just been done, for the page that comes after it. */
export const newsQuery = z.object({ nouvelle: z.enum(['envoye']).optional().catch(undefined) })

const most = 100

/** The ticks of a what-if, one or several; anything else counts as none. Unknown actions are left out later. */
export const whatIfQuery = z.object({
  [TICKS]: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .transform((ticks) => ticks.slice(0, most))
    .catch([])
    .default([]),
})
