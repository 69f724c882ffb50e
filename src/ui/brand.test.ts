import { globSync, readFileSync } from 'node:fs'
import { assert, integer, property, record, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  type Brand,
  brandPairs,
  brandStylesheet,
  brandTokens,
  defaultBrand,
  grounds,
  slate,
} from './brand.ts'
import { contrast, parseOklch } from './contrast.ts'

const root = new URL('../../', import.meta.url)
const tokens = readFileSync(new URL('assets/styles/tokens.css', root), 'utf8')
const [dayCss = '', nightCss = ''] = tokens.split('@media')
const day = properties(dayCss)
const night = { ...day, ...properties(nightCss) }

function properties(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(oklch\([^)]*\))/g)].map(([, name, value]) => [name, value]),
  )
}

function tooClose(brand: Brand) {
  return brandPairs(brand).filter(({ ratio, asked }) => ratio < asked)
}

const programmes = globSync('programmes/*/programme.yaml', { cwd: root })

test.each(programmes)('everything painted in the colours of %s can be read', (path) => {
  const { brand } = parse(readFileSync(new URL(path, root), 'utf8')) as { brand: Brand }
  expect(tooClose(brand)).toEqual([])
})

test('everything painted in the default colours can be read', () => {
  expect(tooClose(defaultBrand)).toEqual([])
})

test('whatever three colours a programme chooses, its pages can be read', () => {
  const colour = tuple(
    integer({ min: 0, max: 100 }),
    integer({ min: 0, max: 37 }),
    integer({ min: 0, max: 359 }),
  ).map(([lightness, chroma, hue]) => `oklch(${lightness}% ${chroma / 100} ${hue})`)
  const brand = record({ deep: colour, bright: colour, light: colour })
  assert(
    property(brand, (chosen) => tooClose(chosen).length === 0),
    { numRuns: 300 },
  )
})

test('without a programme the built style sheet carries the same default colours', () => {
  const written = brandTokens(defaultBrand)
  expect(day).toMatchObject(written.day)
  expect(night).toMatchObject(written.night)
})

test('the grounds that brand colours are measured on are those of the style sheet', () => {
  expect(day).toMatchObject(grounds.day)
  expect(night).toMatchObject(grounds.night)
  expect(day['slate']).toBe(slate)
})

const textPairs = [
  ['ink', 'ground'],
  ['ink', 'surface'],
  ['ink', 'sunk'],
  ['ink-soft', 'ground'],
  ['ink-soft', 'surface'],
  ['ink-soft', 'sunk'],
  ['error', 'ground'],
  ['error', 'surface'],
  ['done', 'ground'],
  ['done', 'surface'],
  ['chalk', 'slate'],
  ['chalk-soft', 'slate'],
  ['glow', 'slate'],
] as const

test.each(textPairs)('%s is read on %s by day and by night', (front, back) => {
  for (const time of [day, night]) {
    expect(contrast(parseOklch(time[front] ?? ''), parseOklch(time[back] ?? ''))).toBeGreaterThanOrEqual(4.5)
  }
})

test('the sheet of a brand has its day and its night, and prints by day', () => {
  const sheet = brandStylesheet({ ...defaultBrand, deep: 'oklch(35% 0.1 260)' })
  expect(sheet).toContain(':root{--brand-deep:oklch(35% 0.1 260)')
  expect(sheet).toContain('@media screen and (prefers-color-scheme:dark)')
})
