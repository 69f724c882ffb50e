import { brotliCompressSync } from 'node:zlib'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { shapeOfTrade, shopShapes } from './shop-shape.ts'
import { Street, type StreetWindow } from './street.tsx'

const states = ['dark', 'lit', 'open', 'shining'] as const
const windows: StreetWindow[] = Array.from({ length: 10 }, (_, index) => ({
  shape: shopShapes[index % shopShapes.length] ?? 'office',
  state: states[index % states.length] ?? 'dark',
}))
const table = [{ label: 'Au registre', count: 17_091, state: 'dark' as const }]
const street = (shown = windows) =>
  renderToString(
    <Street language="fr" windows={shown} sentence="1 204 vitrines sont allumées." table={table} />,
  )

test('the picture has the sentence as its name, and the table says the same', () => {
  const html = street()
  expect(html).toContain('role="img" aria-labelledby="street-sentence"')
  expect(html).toContain('<p id="street-sentence">1 204 vitrines sont allumées.</p>')
  expect(html).toContain('17\u202f091')
})

test('there is one front for each shop, in the state it is in', () => {
  const html = street([
    { shape: 'bakery', state: 'open' },
    { shape: 'hair', state: 'dark' },
  ])
  expect(html.match(/class="front /g)).toHaveLength(2)
  expect(html).toContain('class="front open')
  expect(html).toContain('class="front dark')
})

test('a door is open only where the shop acts', () => {
  const doors = (state: StreetWindow['state']) =>
    street([{ shape: 'cafe', state }]).match(/href="#rue-door-open"/g)?.length ?? 0
  expect(states.map(doors)).toEqual([0, 0, 1, 1])
})

test('everything a front borrows has been drawn', () => {
  const html = street()
  const drawn = new Set([...html.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id))
  const borrowed = [...html.matchAll(/href="#(rue-[^"]+)"/g)].map(([, id]) => id)
  expect(borrowed.filter((id) => !drawn.has(id))).toEqual([])
})

test('the same shops always make the same street', () => {
  expect(street()).toBe(street())
})

test('ten fronts weigh less than 6 kB on the way', () => {
  expect(brotliCompressSync(street()).length).toBeLessThan(6_000)
})

test('nothing in the picture needs a style that the security policy refuses', () => {
  expect(street()).not.toContain('style=')
})

test('the trade decides the shape of the shop', () => {
  expect(shapeOfTrade('10.71C')).toBe('bakery')
  expect(shapeOfTrade('4776Z')).toBe('florist')
  expect(shapeOfTrade('47.11F')).toBe('grocery')
  expect(shapeOfTrade('47.71Z')).toBe('clothes')
  expect(shapeOfTrade('96.02A')).toBe('hair')
  expect(shapeOfTrade('56.30Z')).toBe('cafe')
  expect(shapeOfTrade('43.32A')).toBe('workshop')
  expect(shapeOfTrade('69.10Z')).toBe('office')
  expect(shapeOfTrade(null)).toBe('office')
})
