import { assert, constantFrom, property, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import { newPrintedCode } from '../../core/clock.ts'
import { codeIn, writtenCode } from './certificate.ts'

test('a code has 26 signs, none of which looks like another, and never comes twice', () => {
  const codes = Array.from({ length: 500 }, newPrintedCode)
  for (const code of codes) expect(code).toMatch(/^[a-hj-km-np-z2-9]{26}$/)
  expect(new Set(codes).size).toBe(500)
  expect(26 * Math.log2(31)).toBeGreaterThan(128)
})

test('a code is written in five groups', () => {
  expect(writtenCode('k7qf3mzt8h2wy4pnvd6xrcj5ab')).toBe('K7QF3-MZT8H-2WY4P-NVD6X-RCJ5AB')
})

test('however a code is typed, with spaces, hyphens, capitals or its whole address, it is understood', () => {
  const code = stringMatching(/^[abcdefghjkmnpqrstuvwxyz2-9]{26}$/)
  const between = constantFrom(' ', '-', ' - ', '\u00a0', '\u2013', '\t', '')
  assert(
    property(code, between, (known, gap) => {
      for (const typed of [known, writtenCode(known), Array.from(known).join(gap)])
        expect(codeIn(typed)).toBe(known)
      expect(codeIn(`  https://example.org/certificats/${known.toUpperCase()} `)).toBe(known)
    }),
  )
})

test('what cannot be a code is none', () => {
  const long = 'a'.repeat(27)
  for (const typed of [
    '',
    'K7QF3',
    long,
    `${'a'.repeat(25)}0`,
    `${'a'.repeat(25)}é`,
    'x'.repeat(100_000),
    '../..',
  ])
    expect(codeIn(typed)).toBeNull()
})
