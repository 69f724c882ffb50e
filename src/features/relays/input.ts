import { z } from 'zod'

export const relayForm = z.object({
  name: z.string().trim().min(1, 'name.missing').max(120, 'name.long'),
  phone: z
    .string()
    .max(30, 'phone.long')
    .default('')
    .transform((phone) => phone || null),
  /** A line a territory. */
  territory: z
    .string()
    .max(20_000, 'territory.long')
    .default('')
    .transform((lines) => lines.split(/\r?\n/).map((line) => line.trim()))
    .transform((lines) => [...new Set(lines.filter((line) => line !== ''))])
    .pipe(z.array(z.string()).max(500, 'territory.long')),
})

/** SIRETs as they are pasted from a sheet: a line each. */
export const givenForm = z.object({
  source: z.string().trim().min(1, 'source.missing').max(120, 'name.long'),
  sirets: z
    .string()
    .max(60_000, 'sirets.long')
    .default('')
    .transform((lines) => lines.split(/[\r\n;,\t]+/).map((line) => line.trim()))
    .transform((lines) => [...new Set(lines.filter((line) => line !== ''))])
    .pipe(z.array(z.string()).min(1, 'sirets.missing').max(3000, 'sirets.long')),
})

export const relayParams = z.object({ id: z.uuid() })

const count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .nullable()
  .catch(null)
  .default(null)

/** What was just done, to be said at the top. */
export const relayQuery = z.object({
  fait: z.enum(['ouvert', 'change']).nullable().catch(null).default(null),
  rattaches: count,
  connus: count,
})
