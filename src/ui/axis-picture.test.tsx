import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type AxisBar, AxisPicture } from './axis-picture.tsx'

const axis = { label: 'Vendre', known: 3, asked: 4 }
const picture = (range: AxisBar['range']) =>
  renderToString(<AxisPicture language="fr" caption="Vos thèmes" axes={[{ ...axis, range }]} />)

test('a sure value is one number, drawn to its length', () => {
  const html = picture({ low: 55, high: 55 })
  expect(html).toContain('55 sur 100')
  expect(html).toContain('<rect class="sure" width="55%"')
})

test('an unsure value is a range, the unsure part in stripes', () => {
  const html = picture({ low: 35, high: 65 })
  expect(html).toContain('Entre 35 et 65 sur 100')
  expect(html).toContain('<rect class="possible" width="65%"')
})

test('too few answers give no number at all', () => {
  const html = picture(null)
  expect(html).toContain('Pas assez de réponses')
  expect(html).not.toContain('class="sure"')
})

test('the table says the same as the picture, with the answers it rests on', () => {
  const html = picture({ low: 35, high: 65 })
  expect(html).toMatch(
    /<th[^>]*scope="row"[^>]*>Vendre<\/th><td class="numeric">35<\/td><td class="numeric">65<\/td>/,
  )
  expect(html).toContain('3 sur 4')
})

test('a clamp under the bar shows where half of the others stand, and the table says it too', () => {
  const html = renderToString(
    <AxisPicture
      language="fr"
      caption="Vos thèmes"
      axes={[{ ...axis, range: { low: 35, high: 35 }, others: { low: 20, high: 60 } }]}
    />,
  )
  expect(html).toContain('<rect x="20%" width="40%"')
  expect(html).toContain('Le crochet, en dessous')
  expect(html).toContain('Les autres')
  expect(html).toContain('20 à 60')
})

test('while nothing is known of others, nothing is said of them', () => {
  const html = picture({ low: 35, high: 65 })
  expect(html).not.toContain('crochet')
  expect(html).not.toContain('autres')
})
