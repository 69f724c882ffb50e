import { describe, expect, test } from 'vitest'
import { aSiret } from '../../testing/a-business.ts'
import { canBeImported, mappingOf, proposeMapping, type Mapping } from './mapping.ts'
import type { Table } from './table.ts'

function aTable(columns: readonly string[], ...rows: readonly (readonly string[])[]): Table {
  const sample = rows.map((cells, at) => ({ line: at + 2, cells }))
  const text = {
    encoding: 'utf-8' as const,
    delimiter: ';',
    sheets: [],
    sheet: null,
    headerLine: 1,
    total: null,
  }
  return { path: '', size: 0, format: 'csv', ...text, columns, sample }
}

const mapped = (columns: readonly string[], rows: readonly (readonly string[])[], remembered: Mapping = {}) =>
  mappingOf(proposeMapping(aTable(columns, ...rows), remembered))

describe('what a column means', () => {
  test.each([
    ['Numéro  SIRET', aSiret(), 'siret'],
    ['fields.nom_du_commerce', 'Chez Lou', 'name'],
    ['Shop name', 'Chez Lou', 'name'],
    ['Code Postal', '35400', 'postalCode'],
    ['ZIP code', '35400', 'postalCode'],
    ['N° adhérent', '12', 'key'],
    ['APET700', '4776Z', 'activity'],
    ['E-mail', 'lou@example.org', 'email'],
    ['contact:phone', '02 99 40 00 01', 'phone'],
    ['Do not contact', 'yes', 'optOut'],
  ])('is known by its heading: %s', (heading, value, field) => {
    expect(mapped([heading], [[value]])).toEqual({ [heading]: field })
  })

  test.each([
    [aSiret(), 'siret'],
    ['lou@example.org', 'email'],
    ['+33 2 99 40 00 01', 'phone'],
    ['12 rue du Port, 35400 Saint-Malo', 'wholeAddress'],
    ['48.65012, -2.02123', 'point'],
    ['47.76Z', 'activity'],
    ['Mo-Fr 09:00-12:00', 'openingHours'],
    ['35400', 'postalCode'],
  ])('is known by what stands under a heading nobody knows: %s', (value, field) => {
    const [proposal] = proposeMapping(aTable(['zzz'], [value], [value]))
    expect(proposal).toMatchObject({ field, sureness: 'guess', why: 'contents' })
  })

  test('is not believed against its contents', () => {
    expect(mapped(['latitude', 'x'], [['6716452,21', 'a']])).toEqual({})
    expect(
      mapped(
        ['Nom', 'id'],
        [
          ['A', '1'],
          ['B', '1'],
        ],
      ),
    ).toEqual({ Nom: 'name' })
  })

  test('is given once, to the better column; two telephones are two', () => {
    const columns = ['Nom', 'Raison sociale', 'Téléphone', 'Portable', 'Ville', 'Localité']
    expect(mapped(columns, [['Lou', 'SARL LOU', '0299400001', '0639980001', 'Metz', 'Metz']])).toEqual({
      Nom: 'name',
      'Raison sociale': 'legalName',
      Téléphone: 'phone',
      Portable: 'phone',
      Ville: 'commune',
    })
  })

  test('is what a person said the last time, even that it is of no use', () => {
    const remembered = { Nom: null, Boutique: 'name' } as const
    const proposals = proposeMapping(
      aTable(['Nom', 'Boutique', 'Ville'], ['Lou', 'Fleurs', 'Metz']),
      remembered,
    )
    expect(proposals.map(({ field, why }) => [field, why])).toEqual([
      [null, 'remembered'],
      ['name', 'remembered'],
      ['commune', 'heading'],
    ])
  })
})

test('without a name there is nothing to import', () => {
  expect(canBeImported({ SIRET: 'siret', Ville: 'commune' })).toBe(false)
  expect(canBeImported({ Enseigne: 'sign' })).toBe(true)
})
