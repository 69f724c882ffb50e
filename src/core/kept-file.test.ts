import { expect, test } from 'vitest'
import { hasNewest, tagOf } from './kept-file.ts'

const changedAt = new Date('2026-11-23T09:00:00.400Z')
const tag = tagOf('the list of today')
const sentOn = (day: string) => ({ 'if-modified-since': day })

test('who has this very content is not sent it again, whatever compressed it and whatever else they keep', () => {
  for (const tags of [tag, tag.slice(2), `"another", ${tag}`, '*'])
    expect(hasNewest({ 'if-none-match': tags }, { tag, changedAt })).toBe(true)
  expect(hasNewest({ 'if-none-match': tagOf('the list of yesterday') }, { tag, changedAt })).toBe(false)
  expect(hasNewest({}, { tag, changedAt })).toBe(false)
})

test('who only knows the day has the newest from the second of the change on; nonsense counts as nothing', () => {
  expect(hasNewest(sentOn('Mon, 23 Nov 2026 09:00:00 GMT'), { tag, changedAt })).toBe(true)
  expect(hasNewest(sentOn('Mon, 23 Nov 2026 08:59:59 GMT'), { tag, changedAt })).toBe(false)
  expect(hasNewest(sentOn('soon'), { tag, changedAt })).toBe(false)
})

test('another content counts more than a day that fits', () => {
  const headers = { 'if-none-match': '"another"', ...sentOn('Mon, 23 Nov 2026 10:00:00 GMT') }
  expect(hasNewest(headers, { tag, changedAt })).toBe(false)
})
