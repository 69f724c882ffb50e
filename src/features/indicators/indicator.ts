/** A figure and its definition. Steps are never added up, and each business counts once a step. */

export const indicatorIds = [
  'register',
  'diagnosed',
  'planned',
  'booked',
  'done',
  'diagnosed-unnamed',
  'people-booked',
] as const
export type IndicatorId = (typeof indicatorIds)[number]

/** What is counted: businesses, runs of the diagnostic that named none, or people. */
export type Unit = 'business' | 'diagnostic' | 'person'

export const unitOf: Readonly<Record<IndicatorId, Unit>> = {
  register: 'business',
  diagnosed: 'business',
  planned: 'business',
  booked: 'business',
  done: 'business',
  'diagnosed-unnamed': 'diagnostic',
  'people-booked': 'person',
}

export type Indicator = { id: IndicatorId; value: number; unit: Unit; asOf: Date }
export type Counts = Readonly<Record<IndicatorId, number>>

export function indicatorsOf(counts: Counts, asOf: Date): Indicator[] {
  return indicatorIds.map((id) => ({ id, value: counts[id], unit: unitOf[id], asOf }))
}

/** How far a shop has come, as its window shows it. */
export type Step = 'register' | 'diagnosed' | 'booked'
export type StreetShop = { activityCode: string | null; step: Step }

/** Mixes shops that moved with shops that wait, so that the street shows both; the same rows give the same street. */
export function mixStreet(
  moved: readonly StreetShop[],
  waiting: readonly StreetShop[],
  limit: number,
): StreetShop[] {
  const share = Math.min(moved.length, Math.max(Math.ceil(limit * 0.6), limit - waiting.length))
  const chosen = moved.slice(0, share).map((shop, rank) => ({ shop, place: (rank + 0.5) / share }))
  const rest = waiting.slice(0, limit - share)
  chosen.push(...rest.map((shop, rank) => ({ shop, place: (rank + 0.5) / rest.length })))
  return chosen.sort((one, other) => one.place - other.place).map(({ shop }) => shop)
}
