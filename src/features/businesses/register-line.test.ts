import { describe, expect, test } from 'vitest'
import { aSiret } from '../../testing/a-business.ts'
import { findColumns } from './register-columns.ts'
import { readLine } from './register-line.ts'

const siret = aSiret()

/** Reads one line given as heading → cell. */
function read(line: Record<string, string>) {
  const found = findColumns(Object.keys(line))
  if (!found.ok) throw new Error(`missing: ${found.missing.join()}`)
  return readLine(found.columns, Object.values(line))
}

function entryOf(line: Record<string, string>) {
  const result = read({ siret, raisonsociale: 'AU PAIN DORÉ', ...line })
  if (!result.ok) throw new Error(result.refusal.reason)
  return result.entry
}

test('a whole line becomes a business', () => {
  const line = {
    enseigne: 'Au pain doré',
    codenaf: '10.71C',
    trancheeffectif: '01',
    numerorue: '3',
    libellerue: 'RUE  DU PORT ',
    codepostal: '35400',
    codecommune: '35288',
    coordinates_x: '-2.02',
    coordinates_y: '48.64',
  }
  expect(entryOf(line)).toEqual({
    siret,
    name: 'AU PAIN DORÉ',
    sign: 'Au pain doré',
    activityCode: '1071C',
    sizeBand: '01',
    street: '3 RUE DU PORT',
    postalCode: '35400',
    communeCode: '35288',
    commune: 'Saint-Malo',
    departmentCode: '35',
    latitude: 48.64,
    longitude: -2.02,
    diffusion: 'O',
  })
})

describe('what is not known stays unknown', () => {
  test.each(['', 'NN', '99'])('headcount "%s"', (trancheeffectif) => {
    expect(entryOf({ trancheeffectif }).sizeBand).toBeNull()
  })

  test('a point in the sea off Ghana, or out of the world', () => {
    expect(entryOf({ coordinates_x: '0', coordinates_y: '0' })).toMatchObject({
      latitude: null,
      longitude: null,
    })
    expect(entryOf({ coordinates_x: '600000', coordinates_y: '2400000' })).toMatchObject({
      latitude: null,
      longitude: null,
    })
  })

  test('a trade code of an older nomenclature', () => {
    const line = {
      activitePrincipaleEtablissement: '5710A',
      nomenclatureActivitePrincipaleEtablissement: 'NAP',
    }
    expect(entryOf(line).activityCode).toBeNull()
  })

  test.each(['000NR', '99999', '', '4900'])('postal code "%s"', (codepostal) => {
    expect(entryOf({ codepostal }).postalCode).toBeNull()
  })
})

test('a postal code that lost its zero gets it back when the commune agrees', () => {
  expect(entryOf({ codepostal: '1400', codecommune: '01001' }).postalCode).toBe('01400')
  expect(entryOf({ codepostal: '4900', codecommune: '49331' }).postalCode).toBeNull()
})

test('a firm and a place that lost their zeros are put together', () => {
  const line = {
    SIREN: String(Number(siret.slice(0, 9))),
    NIC: String(Number(siret.slice(9))),
    NOMEN_LONG: 'AU PAIN DORÉ',
  }
  expect(read(line)).toMatchObject({ ok: true, entry: { siret } })
})

test('a shop without a company name is known by its sign', () => {
  expect(
    read({ siret, denominationUsuelleEtablissement: '', enseigne1Etablissement: 'CHEZ LOU' }),
  ).toMatchObject({ entry: { name: 'CHEZ LOU', sign: null } })
})

test.each(['P', 'N'])(
  'of an owner who asked not to be shown (%s) neither name, sign, street nor point is kept',
  (statutDiffusionEtablissement) => {
    const line = {
      statutDiffusionEtablissement,
      enseigne: 'Chez Lou',
      libellerue: 'RUE DU PORT',
      longitude: '-2',
      latitude: '48',
      codecommune: '35288',
    }
    expect(entryOf(line)).toMatchObject({
      name: '[ND]',
      sign: null,
      street: null,
      latitude: null,
      longitude: null,
      commune: 'Saint-Malo',
      diffusion: 'P',
    })
  },
)

describe('a refused line names the column and what stood there', () => {
  test('a number destroyed by a spreadsheet', () => {
    const refusal = { reason: 'siret.spreadsheet', column: 'N° Siret', value: '5.23844E+13' }
    expect(read({ 'N° Siret': '5.23844E+13', nom: 'Lou' })).toEqual({ ok: false, refusal })
  })

  test('a line without a name', () => {
    expect(read({ siret, raisonsociale: ' ' })).toEqual({
      ok: false,
      refusal: { reason: 'name.missing', column: 'raisonsociale', value: '' },
    })
  })

  test('a name as long as a page', () => {
    expect(read({ siret, nom: 'x'.repeat(251) })).toMatchObject({
      refusal: { reason: 'text.too-long', column: 'nom', value: `${'x'.repeat(120)}…` },
    })
  })

  test('a closed establishment', () => {
    expect(read({ siret, nom: 'Lou', etatAdministratifEtablissement: 'F' })).toMatchObject({
      refusal: { reason: 'establishment.closed' },
    })
  })

  test('a line with a cell too many', () => {
    const found = findColumns(['siret', 'nom'])
    if (!found.ok) throw new Error('unexpected')
    expect(readLine(found.columns, [siret, 'Lou', 'Saint-Malo'])).toMatchObject({
      refusal: { reason: 'line.columns' },
    })
  })
})
