import type { QuestionId, OptionId } from '../programmes/option.ts'

/** Under this number of businesses nothing is published; PostgreSQL refuses it too. */
export const MIN_BUSINESSES = 10

/**
 * Where a business is counted: `size/sector/department`, the fewer parts the wider, the empty one holding all.
 * What is not known of a business ends its place: without a size nothing more is asked.
 */
export type Place = string

/** Parts of the narrowest place. */
export const DEEPEST = 3

/** The profile questions that make a place, widest first; the department comes from the register. */
export const PLACE_QUESTIONS = ['size', 'sector'] as const

export type Standing = { size: string | null; sector: string | null; department: string | null }

export function depthOf(place: Place): number {
  return place === '' ? 0 : place.split('/').length
}

export function parentOf(place: Place): Place {
  return place.slice(0, Math.max(0, place.lastIndexOf('/')))
}

/** The place and each wider one, down to all. */
export function ancestorsOf(place: Place): Place[] {
  return place === '' ? [''] : [place, ...ancestorsOf(parentOf(place))]
}

export function placeOf({ size, sector, department }: Standing): Place {
  if (size === null) return ''
  if (sector === null) return size
  return department === null ? `${size}/${sector}` : `${size}/${sector}/${department}`
}

export function standingAt(place: Place): Standing {
  const [size = null, sector = null, department = null] = place === '' ? [] : place.split('/')
  return { size, sector, department }
}

/** Where a business stands by its answers and its department in the register. */
export function standingOf(
  answers: Readonly<Record<QuestionId, { option: OptionId }>>,
  department: string | null,
): Standing {
  const [size, sector] = PLACE_QUESTIONS.map((question) => answers[question]?.option ?? null)
  return { size: size ?? null, sector: sector ?? null, department }
}
