import { expect, test } from 'vitest'
import { isDue } from './follow-up.ts'

const endsAt = new Date('2026-11-24T13:30:00Z')
const after = (days: number, minutes = 0) => new Date(endsAt.getTime() + days * 86_400_000 + minutes * 60_000)

test.each([
  { kind: 'day-after', first: 1, last: 4 },
  { kind: 'month-after', first: 30, last: 37 },
] as const)('the mail $kind is due for some days and never after them', ({ kind, first, last }) => {
  expect(isDue(kind, endsAt, after(first, -1))).toBe(false)
  expect(isDue(kind, endsAt, after(first))).toBe(true)
  expect(isDue(kind, endsAt, after(last, -1))).toBe(true)
  expect(isDue(kind, endsAt, after(last))).toBe(false)
})
