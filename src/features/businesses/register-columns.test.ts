import { expect, test } from 'vitest'
import { findColumns } from './register-columns.ts'

test('columns are found by their headings, whatever case, accents, spaces and order', () => {
  const found = findColumns(['Ville', 'N° SIRET', 'Raison sociale', 'Code  Postal'])
  expect(found).toMatchObject({
    ok: true,
    columns: { places: { commune: 0, siret: 1, name: 2, postalCode: 3 } },
  })
})

test('the headings of Insee’s own file are known', () => {
  const found = findColumns([
    'siren',
    'nic',
    'siret',
    'statutDiffusionEtablissement',
    'etatAdministratifEtablissement',
    'enseigne1Etablissement',
    'codeCommuneEtablissement',
  ])
  expect(found).toMatchObject({
    ok: true,
    columns: { places: { siret: 2, diffusion: 3, state: 4, sign: 5, communeCode: 6 } },
  })
})

test('firm and place apart make a number', () => {
  expect(findColumns(['SIREN', 'NIC', 'NOMEN_LONG'])).toMatchObject({ ok: true })
})

test('without a number or a name the missing ones are named', () => {
  expect(findColumns(['ville', 'téléphone'])).toEqual({ ok: false, missing: ['siret', 'name'] })
  expect(findColumns(['siret', 'téléphone'])).toEqual({ ok: false, missing: ['name'] })
})
