import { array, assert, double, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { depthOf, leftToday, putOffBy, quietZones, refilled, usualPace } from './pace.ts'

const now = new Date('2026-11-23T09:00:00Z')
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)

test('a bucket never holds more than its depth, and never loses by waiting', () => {
  const anyBucket = record({
    tokens: double({ min: 0, max: 1e6, noNaN: true }),
    perMinute: integer({ min: 1, max: 1e6 }),
    one: integer({ min: -1e9, max: 1e9 }),
    other: integer({ min: 0, max: 1e9 }),
  })
  assert(
    property(anyBucket, ({ tokens, perMinute, one, other }) => {
      const bucket = { tokens: Math.min(tokens, depthOf(perMinute)), filledAt: now }
      const soon = refilled(bucket, after(one), perMinute)
      const later = refilled(bucket, after(one + other), perMinute)
      expect(soon).toBeLessThanOrEqual(depthOf(perMinute))
      expect(later).toBeGreaterThanOrEqual(soon)
    }),
  )
})

test('in an hour no more leaves than an hour holds, whatever the rhythm of asking', () => {
  assert(
    property(array(integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 60 }), (steps) => {
      const perMinute = 60
      let bucket = { tokens: depthOf(perMinute), filledAt: now }
      let at = 0
      let left = 0
      for (const step of steps) {
        at += step
        const held = refilled(bucket, after(at), perMinute)
        left += Math.floor(held)
        bucket = { tokens: held - Math.floor(held), filledAt: after(at) }
      }
      expect(left).toBeLessThanOrEqual(depthOf(perMinute) + (at / 60_000) * perMinute)
    }),
  )
})

test('a clock that is set back fills nothing and takes nothing away', () => {
  expect(refilled({ tokens: 3, filledAt: now }, after(-3_600_000), 600)).toBe(3)
})

test('a new sender begins with few, and more each day', () => {
  expect(leftToday(usualPace, 0, 499)).toBe(1)
  expect(leftToday(usualPace, 0, 600)).toBe(0)
  expect(leftToday(usualPace, 4, 0)).toBe(10_000)
  expect(leftToday(usualPace, 5, 1_000_000)).toBeGreaterThan(1_000_000)
})

test('nobody is written to before eight and after eight in the evening, by their own clock', () => {
  const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Cayenne', 'Pacific/Noumea']
  expect(quietZones(usualPace, now, zones)).toEqual(['America/Cayenne', 'Pacific/Noumea'])
  expect(quietZones(usualPace, new Date('2026-07-01T18:30:00Z'), zones)).toEqual([
    'Europe/Paris',
    'Indian/Reunion',
    'Pacific/Noumea',
  ])
  expect(quietZones({ ...usualPace, hours: null }, now, zones)).toEqual([])
})

test('who says later is asked later and later, four hours apart at most', () => {
  expect([1, 2, 3, 10].map((attempt) => putOffBy(attempt) / 60_000)).toEqual([5, 10, 20, 240])
})
