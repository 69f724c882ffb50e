import { expect, test } from 'vitest'
import { figuresOf, publish, quartilesOf } from './figure.ts'

const day = (number: number) => new Date(Date.UTC(2026, 10, number))

test('quartiles are scores that shops have, and nine shops have none', () => {
  expect(quartilesOf({ 0: 3, 40: 2, 50: 2, 100: 3 })).toEqual({ of: 10, low: 0, middle: 40, high: 100 })
  expect(quartilesOf({ 20: 9 })).toBeNull()
  expect(quartilesOf({ 9: 9, 10: 3, 100: 1 })).toEqual({ of: 13, low: 9, middle: 9, high: 10 })
})

test('a share is of all shops of the group: who did not answer is said so', () => {
  const { items } = figuresOf({ items: { website: { yes: 3, no: 1 } }, scores: {} }, 20)
  expect(items).toEqual({ website: { yes: 15, no: 5, '': 80 } })
})

test('a wider group is the sum of the narrower ones, dated by the newest', () => {
  const counts = (yes: number, score: number) => {
    return { items: { website: { yes, no: 10 - yes } }, scores: { found: { [score]: 10 } } }
  }
  const cells = publish([
    { brick: 'none/commerce/35', businesses: 10, counts: counts(2, 20), countedAt: day(1) },
    { brick: 'none/commerce/*', businesses: 10, counts: counts(8, 80), countedAt: day(2) },
  ])
  expect(cells.map(({ place, businesses }) => [place, businesses])).toEqual([
    ['', 20],
    ['none', 20],
    ['none/commerce', 20],
    ['none/commerce/35', 10],
  ])
  expect(cells[0]?.figures).toEqual({
    items: { website: { yes: 50, no: 50 } },
    axes: { found: { of: 20, low: 20, middle: 20, high: 80 } },
  })
  expect(cells.map(({ countedAt }) => countedAt)).toEqual([day(2), day(2), day(2), day(1)])
})
