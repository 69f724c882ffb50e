import { describe, expect, test } from 'vitest'
import {
  departmentOfCommune,
  departmentOfPostalCode,
  findCommune,
  findDepartment,
  listDepartments,
  zoneOfDepartment,
} from './geography.ts'

test('a commune is found by its code, with its postal codes', () => {
  expect(findCommune('35288')).toMatchObject({
    name: 'Saint-Malo',
    departmentCode: '35',
    postalCodes: ['35400'],
  })
  expect(findCommune('99999')).toBeNull()
})

test('a district of Paris is a place of its own', () => {
  expect(findCommune('75111')?.name).toBe('Paris 11e Arrondissement')
})

test('the former code of a merged commune leads to the present one', () => {
  expect(findCommune('35213')?.name).toBe('Saint-Malo')
})

describe('the department of a place', () => {
  test.each([
    ['35288', '35'],
    ['2A004', '2A'],
    ['97105', '971'],
    ['98818', '988'],
  ])('commune %s lies in %s', (commune, department) => {
    expect(departmentOfCommune(commune)).toBe(department)
  })

  test.each([
    ['01400', '01'],
    ['20000', '2A'],
    ['20200', '2B'],
    ['97133', '977'],
    ['97150', '978'],
    ['97400', '974'],
    ['98800', '988'],
  ])('postal code %s lies in %s', (postalCode, department) => {
    expect(departmentOfPostalCode(postalCode)).toBe(department)
  })

  test('no department begins like a code that nobody has', () => {
    expect(departmentOfPostalCode('00123')).toBeNull()
    expect(departmentOfPostalCode('1400')).toBeNull()
  })
})

describe('clocks', () => {
  test('every department has a clock that computers know', () => {
    const zones = listDepartments().map(({ code }) => zoneOfDepartment(code))
    expect(() => zones.map((timeZone) => new Intl.DateTimeFormat('fr', { timeZone }))).not.toThrow()
  })

  test.each([
    ['75', 'Europe/Paris'],
    ['2A', 'Europe/Paris'],
    ['971', 'America/Guadeloupe'],
    ['974', 'Indian/Reunion'],
    ['988', 'Pacific/Noumea'],
    [null, 'Europe/Paris'],
  ])('a shop of %s lives by %s', (department, zone) => {
    expect(zoneOfDepartment(department)).toBe(zone)
  })
})

test('a department has a name', () => {
  expect(findDepartment('2B')?.name).toBe('Haute-Corse')
})
