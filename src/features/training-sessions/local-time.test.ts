import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseInstant, localTimeOf, resolveLocalTime, sessionZones } from './local-time.ts'

const paris = (date: string, time: string) => resolveLocalTime({ date, time, zone: 'Europe/Paris' })
const at = (instant: string) => ({ kind: 'exact', instant: new Date(instant) })

test('two in the afternoon in Paris is one o’clock UTC in winter and noon in summer', () => {
  expect(paris('2027-03-27', '14:00')).toEqual(at('2027-03-27T13:00:00Z'))
  expect(paris('2027-03-28', '14:00')).toEqual(at('2027-03-28T12:00:00Z'))
})

test('half past two on the night when summer time begins does not exist; the hours around it do', () => {
  expect(paris('2027-03-28', '02:30')).toEqual({ kind: 'impossible' })
  expect(paris('2027-03-28', '01:30')).toEqual(at('2027-03-28T00:30:00Z'))
  expect(paris('2027-03-28', '03:30')).toEqual(at('2027-03-28T01:30:00Z'))
})

test('half past two on the night when summer time ends comes two times', () => {
  const [first, second] = [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')]
  expect(paris('2026-10-25', '02:30')).toEqual({ kind: 'twice', first, second })
})

test.each([
  ['America/Guadeloupe', '2027-03-30T12:00:00Z'],
  ['Indian/Reunion', '2027-03-30T04:00:00Z'],
  ['Pacific/Tahiti', '2027-03-30T18:00:00Z'],
])('eight in the morning in %s is %s', (zone, instant) => {
  expect(resolveLocalTime({ date: '2027-03-30', time: '08:00', zone })).toEqual(at(instant))
})

test.each(sessionZones)('every zone offered to staff is known: %s', (zone) => {
  expect(resolveLocalTime({ date: '2026-12-01', time: '09:00', zone }).kind).toBe('exact')
})

test('what a clock shows anywhere leads back to the same instant, over both nights of change', () => {
  const minute = 60_000
  const [from, to] = [
    Date.parse('2026-10-24T00:00:00Z') / minute,
    Date.parse('2027-03-29T00:00:00Z') / minute,
  ]
  const nights = [Date.parse('2026-10-25T00:00:00Z') / minute, Date.parse('2027-03-28T00:00:00Z') / minute]
  const near = fc.tuple(fc.constantFrom(...nights), fc.integer({ min: -180, max: 240 }))
  const minutes = fc.oneof(
    fc.integer({ min: from, max: to }),
    near.map(([night, more]) => night + more),
  )
  fc.assert(
    fc.property(minutes, fc.constantFrom(...sessionZones), (count, zone) => {
      const instant = new Date(count * minute)
      const local = localTimeOf(instant, zone)
      const meant = (['first', 'second'] as const).map((which) => chooseInstant(local, which))
      expect(meant).toContainEqual({ kind: 'exact', instant })
    }),
    { numRuns: 500 },
  )
})
