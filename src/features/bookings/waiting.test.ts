import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextStates, offerEndsAt, standingOf, type EntryState } from './waiting.ts'

const minute = 60_000
const hour = 60 * minute
const now = new Date('2026-11-23T09:00:00Z')
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * minute)
const lifeWhen = (left: number) => (offerEndsAt(now, inMinutes(left)).getTime() - now.getTime()) / minute

test.each([
  ['a month', 43_200, 1440],
  ['four days', 5760, 1440],
  ['two days', 2880, 720],
  ['a day', 1440, 360],
  ['four hours', 240, 60],
  ['an hour', 60, 15],
  ['twenty minutes', 20, 15],
  ['five minutes', 5, 5],
])('%s before the session an offer lasts as long as it can', (_, left, life) => {
  expect(lifeWhen(left)).toBe(life)
})

const moments = fc.integer({ min: 1, max: 400 * 24 * 60 * minute })

test('an offer lasts a quarter of an hour at least and a day at most, and never ends after the start', () => {
  fc.assert(
    fc.property(moments, (left) => {
      const startsAt = new Date(now.getTime() + left)
      const ends = offerEndsAt(now, startsAt).getTime()
      const life = ends - now.getTime()
      expect(life).toBeGreaterThan(0)
      expect(life).toBeLessThanOrEqual(24 * hour)
      expect(ends).toBeLessThanOrEqual(startsAt.getTime())
      expect(life).toBeGreaterThanOrEqual(Math.min(left, 15 * minute))
    }),
  )
})

test('the nearer the session the shorter the offer, and from an hour on three people can be asked one after the other', () => {
  fc.assert(
    fc.property(moments, moments, (one, other) => {
      const [near, far] = [Math.min(one, other), Math.max(one, other)]
      const life = (left: number) =>
        offerEndsAt(now, new Date(now.getTime() + left)).getTime() - now.getTime()
      expect(life(near)).toBeLessThanOrEqual(life(far))
      const enough = Math.max(near, hour)
      expect(life(enough) * 3).toBeLessThan(enough)
    }),
  )
})

test('every state of an entry is reached from waiting, and what has ended never comes back', () => {
  const reached = new Set<EntryState>(['waiting'])
  for (const state of reached) for (const next of nextStates[state]) reached.add(next)
  expect([...reached].toSorted()).toEqual(Object.keys(nextStates).toSorted())
  const alive = Object.entries(nextStates).filter(([, next]) => next.length > 0)
  expect(alive.map(([state]) => state)).toEqual(['waiting', 'offered'])
})

const session = { startsAt: inMinutes(600), cancelledAt: null }

test('an offer is over at its very minute, even if nobody has ended it yet', () => {
  const entry = { state: 'offered', expiresAt: inMinutes(60), session } as const
  expect(standingOf(entry, new Date(inMinutes(60).getTime() - 1))).toBe('offered')
  expect(standingOf(entry, inMinutes(60))).toBe('lapsed')
})

test('who waits reads that the session has begun, or is called off', () => {
  const entry = { state: 'waiting', expiresAt: null, session } as const
  expect(standingOf(entry, inMinutes(600))).toBe('over')
  expect(standingOf({ ...entry, session: { ...session, cancelledAt: now } }, now)).toBe('called-off')
})
