import { expect, test } from 'vitest'
import { comesFromOurPages } from './cross-site.ts'

const own = 'https://pignon.example.org'

test.each([
  ['our own page', { 'sec-fetch-site': 'same-origin' }, true],
  ['an installed app or a bookmark', { 'sec-fetch-site': 'none' }, true],
  ['another site', { 'sec-fetch-site': 'cross-site' }, false],
  ['a neighbour on the same domain', { 'sec-fetch-site': 'same-site', origin: own }, false],
  ['an old browser on our page', { origin: own }, true],
  ['an old browser behind another name', { origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
  ['an old browser on another site', { origin: 'https://evil.example' }, false],
  ['a sandboxed frame', { origin: 'null' }, false],
  ['a program that says nothing', {}, false],
])('a form from %s', (_name, headers, accepted) => {
  expect(comesFromOurPages(headers, own)).toBe(accepted)
})
