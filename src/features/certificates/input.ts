import { z } from 'zod'
import { ownToken } from '../../core/form.ts'

const lettersOnly = /^[\p{Script=Latin}\p{M} '’.-]+$/u

/** The name to print. Letters that no font of ours holds would come out as empty boxes. */
export const certificateForm = z.object({
  reservation: ownToken,
  name: z
    .string({ error: 'name.missing' })
    .transform((name) => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, 'name.missing')
        .max(80, 'name.long')
        .regex(lettersOnly, 'name.letters')
        .refine((name) => (name.match(/\p{L}/gu) ?? []).length >= 2, 'name.missing'),
    ),
})

export const codeParams = z.object({ code: z.string() })
/** What was typed to look a certificate up. */
export const codeQuery = z.object({ code: z.string().max(300).nullable().catch(null).default(null) })
