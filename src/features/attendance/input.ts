import { z } from 'zod'
import { placeOfField, declaredStates, type Mark } from './declaration.ts'

export const sessionParams = z.object({ id: z.uuid() })

/** A booking, and which of its seats. */
const placeShape = z.string().regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(_[12])?$/)

const state = z.enum(declaredStates)
const mark = z.tuple([z.union([state, z.literal('')]), state])

/** One field a line, and the button that was pressed; what is no line of ours is left out. */
export const declareForm = z.record(z.string(), z.string()).transform((fields) => ({
  marks: Object.entries(fields).flatMap(([field, value]) => readMark(field, value)),
  rest: fields['reste'] === 'present' ? ('present' as const) : null,
}))

function readMark(field: string, value: string): Mark[] {
  const place = placeShape.safeParse(placeOfField(field))
  const read = mark.safeParse(value.split(':'))
  if (!place.success || !read.success) return []
  const [was, now] = read.data
  return [{ place: place.data, state: now, was: was || null }]
}

const ids = z
  .string()
  .max(1000)
  .transform((words) => words.split('.').filter((id) => placeShape.safeParse(id).success))
  .catch([])
  .default([])

/** What was just saved, to be told at the top of the page. */
export const savedQuery = z.object({
  note: z
    .string()
    .regex(/^\d{1,14}$/)
    .transform((milliseconds) => new Date(Number(milliseconds)))
    .nullable()
    .catch(null)
    .default(null),
  repris: ids,
  partis: ids,
})

const day = z.iso.date().nullable().catch(null).default(null)

/** The first and the last day of the figures; what is no day is replaced by the usual ones. */
export const figuresQuery = z.object({ du: day, au: day })
