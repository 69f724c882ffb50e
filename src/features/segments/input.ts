import { z } from 'zod'
import { askedSchema } from './asked.ts'

export const tagForm = z.object({ tag: z.string().default('') })

/** A tag for a whole list: the filters come along unseen. */
export const tagListForm = askedSchema.extend({ tag: z.string().default('') })

const name = z.string({ error: 'name.missing' }).trim().min(1, 'name.missing').max(80, 'name.long')

export const segmentForm = askedSchema.extend({ name })
export const renameForm = z.object({ name })

export const idParams = z.object({ id: z.uuid() })

/** What was just done to a segment. */
export const segmentQuery = z.object({
  fait: z.enum(['garde', 'renomme']).nullable().catch(null).default(null),
})

/** Whose segments: of a relay, for who may look at all. */
export const segmentsQuery = z.object({
  relais: z.uuid().nullable().catch(null).default(null),
  fait: z.literal('supprime').nullable().catch(null).default(null),
})
