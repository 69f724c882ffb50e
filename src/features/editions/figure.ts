import type { OptionId, QuestionId } from '../programmes/option.ts'
import { cellsOf, type Brick } from './bricks.ts'
import { MIN_BUSINESSES, type Place } from './place.ts'

/** Stands among the answers for those who gave none. */
export const SKIPPED = ''

/** Added up over businesses: how many gave each answer, and how many have each sure score, axis by axis. */
export type Counts = {
  items: Readonly<Record<QuestionId, Readonly<Record<OptionId, number>>>>
  scores: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** Half of the businesses stand from `low` to `high`, and as many above `middle` as below; `of` have a score. */
export type Quartiles = { of: number; low: number; middle: number; high: number }

/** What is shown of a cell: quartiles of the axes that ten businesses have a score on, and shares in per cent. */
export type Figures = {
  axes: Readonly<Record<string, Quartiles>>
  items: Readonly<Record<QuestionId, Readonly<Record<OptionId, number>>>>
}

/** A brick with what it adds to the figures, and when it was last counted. */
export type CountedBrick = { brick: Brick; businesses: number; counts: Counts; countedAt: Date }

/** `countedAt`: the newest of its parts. */
export type Cell = { place: Place; businesses: number; figures: Figures; countedAt: Date }

type Sum = { businesses: number; items: Tally; scores: Tally; countedAt: Date }
type Tally = Record<string, Record<string, number>>

/** Adds bricks up to the cells they lie in, widest first. */
export function publish(bricks: readonly CountedBrick[]): Cell[] {
  const sums = new Map<Place, Sum>()
  for (const brick of bricks)
    for (const place of cellsOf(brick.brick)) sums.set(place, plus(sums.get(place), brick))
  return [...sums]
    .map(([place, { businesses, countedAt, ...tallies }]) => {
      return { place, businesses, countedAt, figures: figuresOf(tallies, businesses) }
    })
    .sort((one, other) => one.place.length - other.place.length)
}

function plus(sum: Sum | undefined, { businesses, counts, countedAt }: CountedBrick): Sum {
  const into = sum ?? { businesses: 0, items: {}, scores: {}, countedAt }
  add(into.items, counts.items)
  add(into.scores, counts.scores)
  into.businesses += businesses
  if (countedAt > into.countedAt) into.countedAt = countedAt
  return into
}

function add(into: Tally, more: Counts['items']): void {
  for (const [name, values] of Object.entries(more)) {
    const known = (into[name] ??= {})
    for (const [value, count] of Object.entries(values)) known[value] = (known[value] ?? 0) + count
  }
}

/**
 * Shares are of all businesses of the cell, those who skipped the question included: a share among the few who
 * answered would tell of fewer than ten.
 */
export function figuresOf({ items, scores }: Counts, businesses: number): Figures {
  const share = (count: number) => Math.round((100 * count) / businesses)
  const axes = Object.entries(scores).flatMap(([axis, histogram]) => {
    const quartiles = quartilesOf(histogram)
    return quartiles ? [[axis, quartiles] as const] : []
  })
  const shares = Object.entries(items).map(([question, answers]) => {
    const skipped = businesses - Object.values(answers).reduce((sum, count) => sum + count, 0)
    return [question, mapValues(skipped > 0 ? { ...answers, [SKIPPED]: skipped } : answers, share)]
  })
  return { axes: Object.fromEntries(axes), items: Object.fromEntries(shares) as Figures['items'] }
}

/** By nearest rank, so that a quartile is a score somebody has; null for fewer than ten businesses. */
export function quartilesOf(histogram: Readonly<Record<string, number>>): Quartiles | null {
  const scores = Object.entries(histogram)
    .map(([score, count]) => ({ score: Number(score), count }))
    .sort((one, other) => one.score - other.score)
  const of = scores.reduce((sum, { count }) => sum + count, 0)
  if (of < MIN_BUSINESSES) return null
  const at = (part: number) => {
    let left = Math.ceil(part * of)
    return scores.find(({ count }) => (left -= count) <= 0)?.score ?? 0
  }
  return { of, low: at(0.25), middle: at(0.5), high: at(0.75) }
}

function mapValues(
  values: Readonly<Record<string, number>>,
  change: (value: number) => number,
): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))
}
