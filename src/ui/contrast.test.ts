import { expect, test } from 'vitest'
import { contrast, formatOklch, legibleOn, parseOklch } from './contrast.ts'

const white = parseOklch('oklch(100% 0 0)')
const black = parseOklch('oklch(0% 0 0)')

test('black on white is 21 to 1, whichever comes first', () => {
  expect(contrast(black, white)).toBeCloseTo(21, 1)
  expect(contrast(white, black)).toBeCloseTo(21, 1)
})

test('a known grey has its known ratio', () => {
  // #767676, the lightest grey that passes on white: 4.54.
  expect(contrast(parseOklch('oklch(56.6% 0 0)'), white)).toBeCloseTo(4.54, 1)
})

test('pure red has its known ratio', () => {
  // #ff0000 on white: 4.00.
  expect(contrast(parseOklch('oklch(62.8% 0.2577 29.23)'), white)).toBeCloseTo(4, 1)
})

test('a colour too close to its ground is moved until it can be read', () => {
  const pale = parseOklch('oklch(90% 0.1 90)')
  expect(contrast(legibleOn(white, pale, 4.5), white)).toBeGreaterThanOrEqual(4.5)
  expect(legibleOn(black, pale, 4.5)).toEqual(pale)
})

test('a colour survives being read and written', () => {
  expect(formatOklch(parseOklch('oklch(35% 0.065 162)'))).toBe('oklch(35% 0.065 162)')
})

test('what is not such a colour is refused', () => {
  expect(() => parseOklch('bottle green')).toThrow('is not a colour')
})
