import { z } from 'zod'
import type { Typed } from '../../core/form.ts'
import { importFields, type ImportField } from './fields.ts'
import { outcomes } from './list-run.ts'
import type { Mapping } from './mapping.ts'

/** Who gave the list, as staff will read it: the same name leads to the same list again. */
export const sourceName = z
  .string({ error: 'source.missing' })
  .transform((name) => name.replaceAll(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'source.missing').max(100, 'source.long'))

export const idParams = z.object({ id: z.uuid() })

/** From 1 in addresses, from 0 within. */
const place = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform((written) => Number(written) - 1)
  .nullable()
  .catch(null)
  .default(null)

export const fileQuery = z.object({ source: sourceName.catch(''), feuille: place })

export const lookForm = z.object({
  source: sourceName,
  feuille: place,
  acte: z.enum(['essai', 'relire']).catch('relire'),
})

/** The meaning chosen for each column: fields named by their place. */
export function chosenMapping(typed: Typed, columns: readonly string[]): Mapping {
  return Object.fromEntries(columns.map((heading, at) => [heading, asField(typed[`colonne-${at}`])]))
}

function asField(written: string | undefined): ImportField | null {
  return importFields.find((field) => field === written) ?? null
}

export const rowsQuery = z.object({
  apres: z.coerce.number().int().min(0).catch(0),
  resultat: z.enum(outcomes).nullable().catch(null).default(null),
})

export const matchesQuery = z.object({ apres: z.uuid().nullable().catch(null).default(null) })

export const matchForm = z.object({
  choix: z.union([z.uuid(), z.enum(['siret', 'aucun'])], { error: 'match.missing' }),
  siret: z.string().max(40).catch('').default(''),
})
