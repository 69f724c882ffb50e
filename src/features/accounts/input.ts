import { z } from 'zod'
import { ownPath } from '../../core/form.ts'
import { emailField } from './email-field.ts'

export const emailForm = z.object({ email: emailField, retour: ownPath.default('') })

export const codeForm = z.object({
  email: emailField,
  code: z
    .string({ error: 'code.missing' })
    .transform((code) => code.replaceAll(/\D/g, ''))
    .pipe(z.string().length(6, 'code.shape')),
  retour: ownPath.default(''),
})

export const returnQuery = z.object({ retour: ownPath.default('') })

/** `email`: where the code went; null when nothing was asked for yet. */
export const codeQuery = returnQuery.extend({ email: emailField.nullable().catch(null) })
