import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { AxisChange, type AxisMove } from './axis-change.tsx'

const moments = { before: 'Aujourd’hui', after: 'Ensuite' }
const picture = (axis: Pick<AxisMove, 'before' | 'after'>) =>
  renderToString(
    <AxisChange
      language="fr"
      caption="Vos thèmes"
      moments={moments}
      axes={[{ label: 'Vendre', sentence: 'Passe de 20 à 45 sur 100.', ...axis }]}
    />,
  )
const bars = (html: string) => html.split('<rect class="sure"').length - 1

test('a theme that moves is drawn at both moments, and said in the table and in a sentence', () => {
  const html = picture({ before: { low: 20, high: 20 }, after: { low: 45, high: 60 } })
  expect(bars(html)).toBe(2)
  expect(html).toMatch(/Vendre<\/th><td>20 sur 100<\/td><td>Entre 45 et 60 sur 100<\/td>/)
  expect(html).toContain('Passe de 20 à 45 sur 100.')
})

test('a theme that does not move is drawn once', () => {
  expect(bars(picture({ before: { low: 20, high: 20 }, after: { low: 20, high: 20 } }))).toBe(1)
})

test('a theme without enough answers stays without a figure', () => {
  const html = picture({ before: null, after: null })
  expect(bars(html)).toBe(0)
  expect(html).toContain('Pas assez de réponses')
})
