import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Slate } from './slate.tsx'

const line = {
  what: 'Répondre aux avis',
  minutes: 30,
  euroCents: 0,
  because: 'Vous avez 14 avis.',
  provenOn: null,
}
const slate = (changes: object = {}) =>
  renderToString(<Slate language="fr" title="Votre ardoise" lines={[{ ...line, ...changes }]} />)

test('a line says what, how long and how much, and why', () => {
  const html = slate({ euroCents: 900, monthly: true })
  expect(html).toContain('<h3>Répondre aux avis</h3>')
  expect(html).toContain('30\u00a0minutes')
  expect(html).toContain('9\u00a0€ par mois')
  expect(html).toContain('Vous avez 14 avis.')
})

test('what costs nothing says so in words', () => {
  expect(slate()).toContain('Sans frais')
})

test('a proven line is crossed out and says since when', () => {
  const html = slate({ provenOn: '12 novembre' })
  expect(html).toContain('<s>Répondre aux avis</s>')
  expect(html).toContain('Fait le 12 novembre')
})

test('a line that is only declared is not crossed out', () => {
  expect(slate()).not.toContain('<s>')
})

test('time that comes back every week says so', () => {
  const line = { what: 'Publier', minutes: 15, weekly: true, euroCents: 0, provenOn: null }
  const html = renderToString(<Slate language="fr" title="Votre plan" lines={[line]} />)
  expect(html).toContain('15\u00a0minutes par semaine')
})
