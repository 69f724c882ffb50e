import { z } from 'zod'

/** Of a value sent several times the last counts, as in forms. */
const lastText = (value: unknown): string => {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value
  return typeof last === 'string' ? last : ''
}

const text = z.unknown().optional().transform(lastText)

/** What the form of the catalogue sends; whether the programme knows these values is not said yet. */
export const catalogueQuery = z.object({ theme: text, besoin: text, duree: text, date: text })

export type CatalogueQuery = z.infer<typeof catalogueQuery>
