import { expect, test } from 'vitest'
import { chooseLanguage } from './language.ts'

test.each([
  [undefined, undefined, 'fr'],
  [undefined, 'en-GB,en;q=0.9', 'en'],
  [undefined, 'de, fr;q=0.5, en;q=0.8', 'en'],
  [undefined, 'de', 'fr'],
  [undefined, 'en;q=0, fr', 'fr'],
  ['fr', 'en', 'fr'],
  ['xx', 'en', 'en'],
  [undefined, ';;;,q=,', 'fr'],
])('with the choice %s and a browser that asks for %s, people read %s', (chosen, asked, language) => {
  expect(chooseLanguage(chosen, asked)).toBe(language)
})
