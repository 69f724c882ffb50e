import { expect, test } from 'vitest'
import { activityLabel, formatActivityCode, parseActivityCode } from './activity.ts'

test('a trade code is read with or without its point', () => {
  expect(parseActivityCode('47.71Z')).toBe('4771Z')
  expect(parseActivityCode('4771z ')).toBe('4771Z')
})

test('a code of another shape is unknown', () => {
  expect(parseActivityCode('57.10')).toBeNull()
  expect(parseActivityCode('')).toBeNull()
})

test('a trade has its official name, and none when the nomenclature lacks it', () => {
  expect(activityLabel('1071C')).toBe('Boulangerie et boulangerie-pâtisserie')
  expect(activityLabel('10.71C')).toBe(activityLabel('1071C'))
  expect(activityLabel('0000Z')).toBeNull()
})

test('a code is printed with its point', () => {
  expect(formatActivityCode('1071C')).toBe('10.71C')
})
