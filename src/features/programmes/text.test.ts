import { expect, test } from 'vitest'
import { typeset } from './text.ts'

test('French words never break before their punctuation, inside guillemets or inside a number', () => {
  expect(typeset("C'est à vous ? Oui : « 10 000 € », soit 5 %.", 'fr')).toBe(
    'C’est à vous\u202f? Oui\u00a0: «\u00a010\u202f000\u00a0€\u00a0», soit 5\u00a0%.',
  )
})

test('English words get their apostrophe and no French spaces', () => {
  expect(typeset(" I don't know: over 10 % ", 'en')).toBe('I don’t know: over 10%')
})

test('setting words twice changes nothing', () => {
  const once = typeset("L'avez-vous ? « Oui » : 2 000 000 de fois !", 'fr')
  expect(typeset(once, 'fr')).toBe(once)
})
