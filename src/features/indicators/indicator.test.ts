import { expect, test } from 'vitest'
import { indicatorIds, mixStreet, type StreetShop } from './indicator.ts'
import { texts } from './texts.ts'

const shops = (count: number, step: StreetShop['step']): StreetShop[] =>
  Array.from({ length: count }, (_, index) => ({ activityCode: `${index}`, step }))
const count = (street: readonly StreetShop[], step: StreetShop['step']) =>
  street.filter((shop) => shop.step === step).length

test('every indicator has a name and a definition in both languages', () => {
  for (const language of ['fr', 'en'] as const) {
    for (const id of indicatorIds) {
      for (const count of [1, 2]) expect(texts[language].indicators[id].label(count)).not.toBe('')
      expect(texts[language].indicators[id].definition).toMatch(/\.$/)
    }
  }
})

test('a street shows shops that moved among shops that wait', () => {
  const street = mixStreet(shops(20, 'diagnosed'), shops(20, 'register'), 12)
  expect(street).toHaveLength(12)
  expect(count(street, 'diagnosed')).toBe(8)
  expect(new Set(street.slice(0, 6).map(({ step }) => step)).size).toBe(2)
})

test('while nobody has moved the street is dark, and short when the register is', () => {
  expect(count(mixStreet([], shops(20, 'register'), 12), 'register')).toBe(12)
  expect(mixStreet([], shops(3, 'register'), 12)).toHaveLength(3)
  expect(mixStreet([], [], 12)).toEqual([])
})

test('when all have moved no dark window is drawn', () => {
  expect(count(mixStreet(shops(20, 'booked'), [], 12), 'booked')).toBe(12)
})

test('no shop is drawn twice', () => {
  const street = mixStreet(shops(5, 'diagnosed'), shops(20, 'register'), 12)
  expect(new Set(street).size).toBe(12)
})
