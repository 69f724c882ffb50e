import { z } from 'zod'

/** A business chosen from the register, or none: the owner would rather not say. */
export const startForm = z.object({ commerce: z.union([z.uuid(), z.literal('')]).default('') })

const words = (longest: number) =>
  z
    .string()
    .trim()
    .transform((typed) => typed.slice(0, longest))
    .catch('')
    .default('')

/** `q`: a name, a street or a SIRET, as typed; `ville`: a town. */
export const searchQuery = z.object({ q: words(100), ville: words(60) })

export const answerForm = z.object({
  option: z.string({ error: 'option.missing' }).min(1, 'option.missing').max(60, 'option.unknown'),
})

/** What a browser sends once it has a network again: as many answers as anybody gives without one. */
export const waitingAnswers = z.object({
  answers: z
    .array(z.object({ key: z.uuid(), question: z.string().max(60), option: z.string().max(60) }))
    .min(1)
    .max(100),
})

export const returnQuery = z.object({ retour: z.enum(['resultat', 'reponses']).optional().catch(undefined) })
