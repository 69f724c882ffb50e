import { z } from 'zod'
import { ownToken } from '../../core/form.ts'
import { callOutcomes } from './call.ts'

/** What an adviser notes of a call. */
export const callForm = z
  .object({
    outcome: z.enum(callOutcomes, { error: 'outcome.missing' }),
    note: z.string().max(2000, 'note.long').default(''),
    next: z
      .string()
      .default('')
      .transform((day) => day || null)
      .pipe(z.iso.date('next.invalid').nullable()),
    page: ownToken,
  })
  .refine(({ outcome, note }) => outcome !== 'note' || note !== '', { path: ['note'], error: 'note.missing' })
  .refine(({ outcome, next }) => outcome !== 'call-back' || next !== null, {
    path: ['next'],
    error: 'next.missing',
  })

export const businessParams = z.object({ id: z.uuid() })
