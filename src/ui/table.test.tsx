import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Table } from './table.tsx'

const columns = [{ heading: 'Commerce' }, { heading: 'Réponses', numeric: true }]

test('a wide table can be reached and scrolled by keyboard, under its name', () => {
  const html = renderToString(
    <Table caption="Commerces suivis" columns={columns} rows={[['Keller', '22']]} />,
  )
  expect(html).toContain('<section class="table-frame" aria-label="Commerces suivis" tabindex="0">')
  expect(html).toContain('<caption>Commerces suivis</caption>')
})

test('each line is named by its first cell, and figures are set as figures', () => {
  const html = renderToString(<Table caption="Suivi" columns={columns} rows={[['Keller', '22']]} />)
  expect(html).toContain('<th scope="row">Keller</th><td class="numeric">22</td>')
})
