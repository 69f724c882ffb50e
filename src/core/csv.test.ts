import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsv } from './csv.ts'

test('a spreadsheet in French opens it by a double click', () => {
  expect(
    writeCsv([
      ['Nom', 'Minutes'],
      ['Zoé', 25],
      [null, 0],
    ]),
  ).toBe('\uFEFFNom;Minutes\r\nZoé;25\r\n;0\r\n')
})

test.each(['=1+1', '+33 6', '-5', '@SUM(A1)', ' =1', '\t=1', '\r=1'])(
  '%j is words, not a formula',
  (cell) => {
    expect(writeCsv([[cell]])).toContain(`'${cell}`)
  },
)

test('whatever people are called, the file has as many lines and cells as the table', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'é', ';', '"', '\n', '\r', ',', "'", ' ', '=') })
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { minLength: 1 }), (rows) => {
      const read: string[][] = parse(writeCsv(rows), { delimiter: ';', bom: true, skip_empty_lines: false })
      const written = rows.map((cells) => cells.map((cell) => (/^\s*=|^\r/.test(cell) ? `'${cell}` : cell)))
      expect(read).toEqual(written)
    }),
  )
})
