import { expect, test } from 'vitest'
import { keepRecent } from './recent.ts'

test('visitors of the same ten seconds share one question', async () => {
  let now = 0
  let asked = 0
  const recent = keepRecent(
    10,
    () => new Date(now),
    async () => (asked += 1),
  )
  expect(await Promise.all([recent(), recent()])).toEqual([1, 1])
  now = 9_999
  expect(await recent()).toBe(1)
  now = 10_000
  expect(await recent()).toBe(2)
})

test('a failure is not kept', async () => {
  let fail = true
  const recent = keepRecent(
    10,
    () => new Date(0),
    async () => {
      if (fail) throw new Error('away')
      return 'back'
    },
  )
  await expect(recent()).rejects.toThrow('away')
  fail = false
  expect(await recent()).toBe('back')
})
