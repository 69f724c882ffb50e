import { expect, test, vi } from 'vitest'
import { alone, compare, judge, median, perSecond, type Recorded } from './harness.ts'
import { markdown } from './markdown.ts'
import { merge } from './record.ts'

const subject = { name: 'answers', unit: 'answers/s', comparedWith: 'an insert' }
const circumstances = { date: '2026-11-24T10:00:00.000Z', commit: 'abc', node: '24.21.0', cores: 2 }
const recorded = (name: string, value: number): Recorded => ({
  ...alone({ name, value, unit: 'ms' }),
  ...circumstances,
})

test('the middle of some numbers is not moved by one that is far out', () => {
  expect(median([3, 1, 1000])).toBe(3)
  expect(median([4, 1, 2, 3])).toBe(2.5)
})

test('the ratio is that of the middle round, not of the sums', () => {
  const rounds = [
    { ours: 50, limit: 100 },
    { ours: 6, limit: 10 },
    { ours: 700, limit: 1000 },
  ]
  const figure = judge({ ...subject, goal: { of: 'ratio', atLeast: 0.6 } }, rounds)
  expect(figure).toMatchObject({
    value: 50,
    limit: 100,
    ratio: 0.6,
    spread: [0.5, 0.7],
    goal: 'ratio ≥ 0.6',
    met: true,
  })
})

test('a goal that was missed is written as missed', () => {
  const slow = judge({ ...subject, unit: 'ms', goal: { of: 'ratio', atMost: 3 } }, [{ ours: 31, limit: 10 }])
  const heavy = alone({ name: 'weight', value: 14_337, unit: 'bytes', goal: { of: 'value', atMost: 14_336 } })
  expect([slow.met, heavy.met]).toEqual([false, false])
  const page = markdown([
    { ...slow, ...circumstances },
    { ...heavy, ...circumstances },
  ])
  expect(page).toContain('0 of 2 goals are met; missed: answers, weight')
  expect(page).toContain('| weight | 14,337 bytes | – | – | ≤ 14336 bytes | **missed** |')
})

test('both take turns to begin, and the round that warms up does not count', async () => {
  const calls: string[] = []
  const half = (name: string, numbers: number[]) => async () => {
    calls.push(name)
    return numbers.shift() ?? Number.NaN
  }
  const duel = { ...subject, ours: half('ours', [1, 20, 40]), limit: half('limit', [1, 10, 10]) }
  const { ratio } = await compare(duel, { rounds: 2, seconds: 1, stored: 1, rows: 1 })
  expect(ratio).toBe(3)
  expect(calls).toEqual(['ours', 'limit', 'ours', 'limit', 'limit', 'ours'])
})

test('sixteen clients work at the same time until the time is up', async () => {
  // The clock goes on with the work, a millisecond a piece: how fast the machine is decides nothing.
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  let atOnce = 0
  let most = 0
  const rate = await perSecond(
    async () => {
      most = Math.max(most, ++atOnce)
      await Promise.resolve()
      now += 1
      atOnce -= 1
    },
    { clients: 16, seconds: 0.1 },
  )
  vi.restoreAllMocks()
  expect(most).toBe(16)
  expect(now).toBeGreaterThanOrEqual(100)
  expect(rate).toBe(1000)
})

test('a new figure replaces the one of its name and leaves the others alone', () => {
  const merged = merge(
    [recorded('start', 900), recorded('import', 300)],
    [recorded('start', 800), recorded('pages', 1)],
  )
  expect(merged.map(({ name, value }) => [name, value])).toEqual([
    ['start', 800],
    ['import', 300],
    ['pages', 1],
  ])
})
