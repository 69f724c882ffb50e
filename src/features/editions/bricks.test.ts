import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cellsIn,
  crowdsOf,
  difference,
  moves,
  publishAll,
  type Counted,
  type Crowd,
  type Published,
} from '../../testing/editions.ts'

/** So many businesses at each place: `{ 'none/commerce/35': 12 }`. */
function crowd(counts: Record<string, number>): Crowd {
  let number = 0
  const all = Object.entries(counts).flatMap(([place, count]) =>
    Array.from({ length: count }, (): [number, Counted] => [(number += 1), { place, result: 0 }]),
  )
  return new Map(all)
}

const cells = (published: Published | undefined) =>
  Object.fromEntries(
    published ? [...cellsIn(published)].map(([place, { size }]) => [place, size] as const) : [],
  )

const only = (counts: Record<string, number>) => cells(publishAll([crowd(counts)])[0])

test('nine businesses give no figure at all, ten give one', () => {
  expect(only({ 'none/commerce/35': 9 })).toEqual({})
  expect(only({ none: 4, '': 6 })).toEqual({ '': 10 })
})

test('a place with fewer than ten is not shown, nor the only one that would betray it', () => {
  expect(only({ 'none/commerce/35': 40, 'none/commerce/29': 12, 'none/commerce/22': 3 })).toEqual({
    '': 55,
    none: 55,
    'none/commerce': 55,
    'none/commerce/35': 40,
  })
})

test('two hidden places that do not make ten together hide a third', () => {
  const shown = only({
    'none/commerce/35': 40,
    'none/commerce/29': 12,
    'none/commerce/22': 3,
    'none/commerce/56': 4,
  })
  expect(shown).toMatchObject({ 'none/commerce/35': 40 })
  expect(shown).not.toHaveProperty('none/commerce/29')
})

test('hidden places that make ten together hide no other', () => {
  const counts = {
    'none/commerce/35': 40,
    'none/commerce/29': 12,
    'none/commerce/22': 6,
    'none/commerce/56': 6,
  }
  expect(only(counts)).toMatchObject({ 'none/commerce/35': 40, 'none/commerce/29': 12 })
})

test('what is not known of a few businesses hides the next smallest place too', () => {
  expect(only({ 'none/commerce': 2, 'none/commerce/35': 40, 'none/commerce/29': 12 })).not.toHaveProperty(
    'none/commerce/29',
  )
})

test('a few new shops change no figure; once they are ten, they do', () => {
  const first = crowd({ 'none/commerce/35': 20 })
  const with9 = new Map(first).set(100, { place: 'none/commerce/35', result: 0 })
  for (let shop = 101; shop < 109; shop += 1) with9.set(shop, { place: 'none/commerce/35', result: 0 })
  const with10 = new Map(with9).set(109, { place: 'none/commerce/35', result: 0 })
  const [, second, third] = publishAll([first, with9, with10])
  expect(cells(second)['']).toBe(20)
  expect(second?.isAllFresh).toBe(false)
  expect(cells(third)['']).toBe(30)
  expect(third?.isAllFresh).toBe(true)
})

test('one shop that answers again changes no figure', () => {
  const first = crowd({ 'none/commerce/35': 20 })
  const again = new Map(first).set(1, { place: 'none/commerce/35', result: 1 })
  const [one, two] = publishAll([first, again])
  expect(two?.bricks.get('none/commerce/35')).toBe(one?.bricks.get('none/commerce/35'))
})

test('a department that was too thin gets its own figures once enough shops answered everywhere', () => {
  const first = crowd({ 'none/commerce/35': 40, 'none/commerce/29': 7, 'none/commerce/22': 6 })
  const later = new Map(first)
  for (let shop = 100; shop < 112; shop += 1) later.set(shop, { place: 'none/commerce/29', result: 0 })
  for (let shop = 120; shop < 132; shop += 1) later.set(shop, { place: 'none/commerce/22', result: 0 })
  const [one, two] = publishAll([first, later])
  expect(cells(one)).not.toHaveProperty('none/commerce/29')
  expect(cells(two)).toMatchObject({ 'none/commerce/29': 19, 'none/commerce/22': 18, 'none/commerce': 77 })
})

test('a thin department is not told apart while the shops that make it ten are few', () => {
  const first = crowd({ 'none/commerce/35': 40, 'none/commerce/29': 9, 'none/commerce/22': 5 })
  const later = new Map(first)
  later.set(100, { place: 'none/commerce/29', result: 0 })
  for (let shop = 120; shop < 132; shop += 1) later.set(shop, { place: 'none/commerce/22', result: 0 })
  const [, two] = publishAll([first, later])
  expect(cells(two)).not.toHaveProperty('none/commerce/29')
  expect(cells(two)).toMatchObject({ 'none/commerce': 67 })
})

/** Sums that a patient reader could make: each cell, and each cell less the cells shown just inside it. */
function sumsOf(published: Published): Map<string, Crowd> {
  const cells = cellsIn(published)
  const sums = new Map<string, Crowd>(cells)
  for (const [place, businesses] of cells) {
    const inside = [...cells].filter(
      ([other]) => other !== place && other.startsWith(place) && !other.slice(place.length + 1).includes('/'),
    )
    const shown = new Set(inside.flatMap(([, within]) => [...within.keys()]))
    sums.set(`${place} less`, new Map([...businesses].filter(([business]) => !shown.has(business))))
    for (const [other, within] of inside)
      sums.set(
        `${place} less ${other}`,
        new Map([...businesses].filter(([business]) => !within.has(business))),
      )
  }
  return sums
}

const isTold = (businesses: number) => businesses === 0 || businesses >= 10

test('no figure, and no difference between two, within or between editions, is about fewer than ten shops', () => {
  fc.assert(
    fc.property(fc.array(moves, { minLength: 2, maxLength: 4 }), (rounds) => {
      const sums = publishAll(crowdsOf(rounds)).map(sumsOf)
      for (const [edition, here] of sums.entries())
        for (const [name, crowd] of here) {
          expect(isTold(crowd.size), `${name} in ${edition}: ${crowd.size}`).toBe(true)
          for (const [then, there] of sums.slice(0, edition + 1).entries())
            for (const [other, former] of there) {
              const apart = difference(crowd, former)
              if (!isTold(apart)) throw new Error(`${name} in ${edition} and ${other} in ${then}: ${apart}`)
            }
        }
    }),
    { numRuns: 80 },
  )
})

test('however bricks of two editions are added up, ten shops or none lie between the sums', () => {
  const chosen = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 })
  fc.assert(
    fc.property(fc.array(moves, { minLength: 2, maxLength: 5 }), chosen, chosen, (rounds, here, there) => {
      const editions = publishAll(crowdsOf(rounds))
      const add = (published: Published | undefined, taken: boolean[]): Crowd =>
        new Map([...(published?.bricks.values() ?? [])].flatMap((brick, i) => (taken[i] ? [...brick] : [])))
      for (const earlier of editions.slice(0, -1)) {
        const apart = difference(add(editions.at(-1), here), add(earlier, there))
        if (!isTold(apart)) throw new Error(`${apart} shops between two sums`)
      }
    }),
    { numRuns: 300 },
  )
})

test('each business counts once in an edition', () => {
  fc.assert(
    fc.property(fc.array(moves, { minLength: 1, maxLength: 3 }), (rounds) => {
      for (const { bricks } of publishAll(crowdsOf(rounds))) {
        const counted = [...bricks.values()].flatMap((brick) => [...brick.keys()])
        expect(counted).toHaveLength(new Set(counted).size)
      }
    }),
    { numRuns: 60 },
  )
})
