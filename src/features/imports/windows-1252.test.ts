import { expect, test } from 'vitest'
import { decodeWindows1252 } from './windows-1252.ts'

/** From the index of the WHATWG Encoding Standard, written out. */
const high = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
  0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0x9d, 0x17e, 0x178,
]

test('each of the 256 bytes is the letter that Windows means by it', () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
  const read = decodeWindows1252(bytes).split('')
  const meant = Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(byte >= 0x80 && byte <= 0x9f ? (high[byte - 0x80] ?? 0) : byte),
  )
  expect(read).toEqual(meant)
})

test('the names of towns keep their letters', () => {
  const bytes = Buffer.from([0x56, 0x41, 0x4e, 0x44, 0x8c, 0x55, 0x56, 0x52, 0x45, 0x20, 0x80, 0x92])
  expect(decodeWindows1252(bytes)).toBe('VANDŒUVRE €’')
})
