/** Editions of invented businesses without a database, and the sets of businesses that their figures are about. */
import * as fc from 'fast-check'
import type { Against, Brick, Leaf } from '../features/editions/bricks.ts'
import { cellsOf, layBricks } from '../features/editions/bricks.ts'
import { placeOf, type Place } from '../features/editions/place.ts'

/** A business counted somewhere, with one of its results: answering again gives another. */
export type Counted = { place: Place; result: number }
export type Crowd = ReadonlyMap<number, Counted>

/** What one edition counted, brick by brick: business → result. */
export type Published = { bricks: Map<Brick, Map<number, Counted>>; isAllFresh: boolean }

/** Makes one edition after the other of a crowd that changes in between. */
export function publishAll(crowds: readonly Crowd[]): Published[] {
  const published: Published[] = []
  for (const crowd of crowds) published.push(publishOne(crowd, published))
  return published
}

function publishOne(now: Crowd, earlier: readonly Published[]): Published {
  const before = earlier.map(everybody)
  const last = before.at(-1) ?? new Map<number, Counted>()
  // Who was counted stays at that place, as in PostgreSQL.
  const live = new Map(
    [...now].map(([business, { place, result }]) => [
      business,
      { result, place: last.get(business)?.place ?? place },
    ]),
  )
  const leaves = leavesOf(live, last, before)
  const { bricks, isAllFresh } = layBricks(
    leaves,
    earlier.map(({ bricks }) => [...bricks.keys()]),
  )
  const laid = bricks.map(({ brick, state, leaves }): [Brick, Map<number, Counted>] => {
    const kept = earlier.at(-1)?.bricks.get(brick)
    if (state === 'kept' && kept) return [brick, kept]
    const places = new Set(leaves.map(({ place }) => place))
    return [brick, new Map([...live].filter(([, { place }]) => places.has(place)))]
  })
  return { bricks: new Map(laid), isAllFresh }
}

function everybody({ bricks }: Published): Map<number, Counted> {
  return new Map([...bricks.values()].flatMap((businesses) => [...businesses]))
}

function leavesOf(live: Crowd, last: Crowd, before: readonly Crowd[]): Leaf[] {
  const places = new Set([...live.values(), ...last.values()].map(({ place }) => place))
  return [...places].map((place) => ({
    place,
    businesses: [...live.values()].filter((one) => one.place === place).length,
    live: before.map((then) => compare(live, then, place)),
    kept: before.map((then) => compare(last, then, place)),
  }))
}

function compare(now: Crowd, then: Crowd, place: Place): Against {
  const here = [...now].filter(([, one]) => one.place === place)
  const same = here.filter(([business, { result }]) => then.get(business)?.result === result).length
  const gone = [...then].filter(([business, one]) => one.place === place && !now.has(business)).length
  return { same, fresh: here.length - same, gone }
}

/** Every cell of an edition with the businesses that its figures are about. */
export function cellsIn({ bricks }: Published): Map<Place, Map<number, Counted>> {
  const cells = new Map<Place, Map<number, Counted>>()
  for (const [brick, businesses] of bricks)
    for (const place of cellsOf(brick)) {
      const cell = cells.get(place) ?? new Map<number, Counted>()
      for (const [business, counted] of businesses) cell.set(business, counted)
      cells.set(place, cell)
    }
  return cells
}

/** How many businesses a difference of two published numbers is about. */
export function difference(one: Crowd, other: Crowd): number {
  const differs = (from: Crowd, to: Crowd) =>
    [...from]
      .filter(([business, { result }]) => to.get(business)?.result !== result)
      .map(([business]) => business)
  return new Set([...differs(one, other), ...differs(other, one)]).size
}

const standing = fc.record({
  size: fc.constantFrom('none', 'some', null),
  sector: fc.constantFrom('commerce', 'hospitality', 'building', null),
  department: fc.constantFrom('29', '35', '56', null),
})

/** A group of shops of one place that come, answer again or go between two editions. */
const move = fc.record({
  place: standing.map(placeOf),
  kind: fc.constantFrom('come', 'come', 'come', 'answer-again', 'go'),
  count: fc.integer({ min: 1, max: 24 }),
})

/** What may happen between two editions. */
export const moves = fc.array(move, { minLength: 4, maxLength: 14 })
/** So little that some figures stay as they were. */
export const fewMoves = fc.array(move, { minLength: 1, maxLength: 4 })

type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

/** The moves done one after the other: who is there after each round. */
export function crowdsOf(rounds: readonly (readonly Move[])[]): Crowd[] {
  const now = new Map<number, Counted>()
  let last = 0
  return rounds.map((moves) => {
    for (const { place, kind, count } of moves) {
      const here = [...now].filter(([, one]) => one.place === place).slice(0, count)
      if (kind === 'come') for (let i = 0; i < count; i += 1) now.set((last += 1), { place, result: 0 })
      if (kind === 'answer-again')
        for (const [business, { result }] of here) now.set(business, { place, result: result + 1 })
      if (kind === 'go') for (const [business] of here) now.delete(business)
    }
    return new Map(now)
  })
}
