import { describe, expect, test } from 'vitest'
import type { ListEntry } from './list-entry.ts'
import { matchKeyOf, plainName, plainStreet, rowKeyOf, saidHashOf } from './listing.ts'

const shop: ListEntry = {
  siret: null,
  name: 'Boulangerie Lou & Fils SARL',
  sign: null,
  street: '12, bd St-Michel',
  postalCode: '35400',
  commune: 'Saint-Malo',
  communeCode: '35288',
  departmentCode: '35',
  activityCode: null,
  sizeBand: null,
  latitude: null,
  longitude: null,
  diffusion: 'O',
  openingHours: null,
  contacts: [],
  isOptOut: false,
}

describe('two spellings of a shop are the same', () => {
  test.each([
    ['BOULANGERIE LOU ET FILS', 'Boulangerie Lou & Fils, SARL'],
    ['Chez Œillet', 'oeillet'],
    ['L’Épi d’Or', 'L EPI D OR'],
  ])('%s and %s', (one, other) => expect(plainName(one)).toBe(plainName(other)))

  test('a shop called by its legal form only keeps its name', () =>
    expect(plainName('Chez SARL')).toBe('chez sarl'))

  test('streets too', () => {
    expect(plainStreet('12, bd St-Michel')).toBe(plainStreet('12 BOULEVARD SAINT MICHEL'))
    const other = { ...shop, name: 'BOULANGERIE LOU ET FILS', street: '12 Boulevard Saint Michel' }
    expect(matchKeyOf(other)).toBe(matchKeyOf(shop))
    expect(matchKeyOf({ ...shop, street: '14 bd St-Michel' })).not.toBe(matchKeyOf(shop))
  })
})

test('a row is known again by its own number, else by its SIRET, else by name and address', () => {
  expect(rowKeyOf('A12', shop)).toBe('A12')
  expect(rowKeyOf(null, { ...shop, siret: '00000001000019' })).toBe('00000001000019')
  expect(rowKeyOf(null, shop)).toBe('~boulangerie lou fils|35400|12 boulevard saint michel')
})

test('two readings that say the same are the same', () => {
  expect(saidHashOf({ ...shop })).toBe(saidHashOf(shop))
  expect(saidHashOf({ ...shop, street: null })).not.toBe(saidHashOf(shop))
})
