import { expect, test } from 'vitest'
import { countedIn } from './format.ts'
import { pluralIn } from './plural.ts'

test.each([
  [0, 'commerce', 'businesses'],
  [1, 'commerce', 'business'],
  [1.5, 'commerce', 'businesses'],
  [2, 'commerces', 'businesses'],
  [1_000_000, 'commerces', 'businesses'],
])('%s is said as each language says it', (count, french, english) => {
  expect(pluralIn('fr')(count, 'commerce', 'commerces')).toBe(french)
  expect(pluralIn('en')(count, 'business', 'businesses')).toBe(english)
})

test('a number is written with its spaces before the word it counts', () => {
  expect(countedIn('fr')(17_091, 'commerce', 'commerces')).toBe('17\u202f091 commerces')
  expect(countedIn('fr')(1, 'commerce', 'commerces')).toBe('1 commerce')
  expect(countedIn('en')(17_091, 'business', 'businesses')).toBe('17,091 businesses')
})
