import { z } from 'zod'
import { ownPath } from '../../core/form.ts'
import { languages } from '../../core/language.ts'

export const languageForm = z.object({
  language: z.enum(languages as ['fr', 'en']),
  return: ownPath,
})
