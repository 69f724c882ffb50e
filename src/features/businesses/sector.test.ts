import { expect, test } from 'vitest'
import { findSector, formatSector, rangeOf, resolveSector } from './sector.ts'

const codeOf = (typed: string) => {
  const found = resolveSector(typed)
  return found.kind === 'found' ? found.sector.code : found.kind
}

test.each([
  ['47.76Z', '4776Z'],
  ['4776 z', '4776Z'],
  ['47', '47'],
  ['g', 'G'],
  ['Construction', 'F'],
  ['coiffure', '9602A'],
  ['commerce', 'ambiguous'],
  ['xyzzy', 'unknown'],
  ['99.99Z', 'unknown'],
  ['', 'unknown'],
  ['%', 'unknown'],
])('%j as an activity is %s', (typed, code) => expect(codeOf(typed)).toBe(code))

test('words of several activities name each of them once, larger ones first', () => {
  const found = resolveSector('fleurs')
  expect(found.kind === 'ambiguous' && found.candidates.map(({ code }) => code)).toEqual(['4622', '4776'])
})

test('a part holds exactly its sub-classes', () => {
  const isIn = (code: string, part: string) => {
    const { from, to } = rangeOf(part)
    return code >= from && code < to
  }
  expect(['4511Z', '4776Z', '4799B', '4632C'].every((code) => isIn(code, 'G'))).toBe(true)
  expect(['4399E', '4910Z'].some((code) => isIn(code, 'G'))).toBe(false)
  expect([isIn('4776Z', '477'), isIn('4781Z', '477'), isIn('4776Z', '4776Z')]).toEqual([true, false, true])
  expect([formatSector('4776'), findSector('ZZ')]).toEqual(['47.76', null])
})
