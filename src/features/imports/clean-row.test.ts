import { assert, constantFrom, dictionary, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSiret } from '../../testing/a-business.ts'
import { cleanRow } from './clean-row.ts'
import { importFields, type ImportField } from './fields.ts'

type Cells = Partial<Record<ImportField, string>>

/** A row with these cells, under headings that are the names of the fields. */
function clean(cells: Cells) {
  const entries = Object.entries({ name: 'Chez Lou', ...cells }) as [ImportField, string][]
  const mapped = entries.map(([field], place) => ({ place, heading: field, field }))
  return cleanRow(
    mapped,
    entries.map(([, cell]) => cell),
  )
}

function entry(cells: Cells) {
  const row = clean(cells)
  if (row.kind === 'refused') throw new Error(row.refusal.reason)
  return { ...row.entry, notes: row.notes.map(({ code, after }) => [code, after]) }
}

describe('the number of an establishment', () => {
  const siret = aSiret()
  test('is read with its spaces', () => {
    expect(entry({ siret: `${siret.slice(0, 3)} ${siret.slice(3, 9)} ${siret.slice(9)}` })).toMatchObject({
      siret,
      notes: [],
    })
  })
  test('that a spreadsheet rounded is gone, and never made up', () => {
    expect(entry({ siret: '5.23844E+13' })).toMatchObject({ siret: null, notes: [['siret.destroyed', null]] })
  })
  test('gets back the zeros it lost where the check agrees', () => {
    expect(entry({ siret: siret.replace(/^0+/, '').padStart(11, '0') })).toMatchObject({
      siret,
      notes: [['siret.rebuilt', siret]],
    })
    expect(entry({ siren: siret.slice(0, 9), nic: siret.slice(9).replace(/^0+/, '') })).toMatchObject({
      siret,
    })
  })
  test('of another kind is no mistake of the row', () => {
    expect(entry({ siret: 'A94314008001' })).toMatchObject({ siret: null, notes: [['siret.not-one', null]] })
  })
  test('with a slip is refused: it may be somebody else’s', () => {
    expect(clean({ siret: '47945668900016' })).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'siret.checksum', column: 'siret', value: '47945668900016' },
    })
  })
})

describe('postal code and town', () => {
  test.each<[string, Cells, object]>([
    [
      'a lost zero is put back where the town agrees',
      { postalCode: '6000', commune: 'Nice' },
      { postalCode: '06000', communeCode: '06088', notes: [['postal.zero', '06000']] },
    ],
    [
      'and not where it does not',
      { postalCode: '4900', commune: 'Segré-en-Anjou Bleu' },
      { postalCode: null, notes: [['postal.unknown', null]] },
    ],
    [
      'a CEDEX code becomes the one of the town',
      { postalCode: '84703', commune: 'SORGUES CEDEX' },
      { postalCode: '84700', communeCode: '84129', notes: [['postal.cedex', '84700']] },
    ],
    [
      'an INSEE code is told from a postal code',
      { postalCode: '75106', commune: 'Paris' },
      { postalCode: '75006', communeCode: '75106', notes: [['postal.insee', '75006']] },
    ],
    [
      'which 75116 is',
      { postalCode: '75116', commune: 'PARIS' },
      { postalCode: '75116', communeCode: '75116', notes: [] },
    ],
    ['nobody knows', { postalCode: '000NR' }, { postalCode: null, notes: [['postal.unknown', null]] }],
    [
      'a town spelt as on letters',
      { postalCode: '35400', commune: 'ST MALO' },
      { commune: 'Saint-Malo', communeCode: '35288', departmentCode: '35', notes: [] },
    ],
    [
      'a district',
      { postalCode: '13010', commune: 'Marseille 10e  Arrondissement' },
      { communeCode: '13210', notes: [] },
    ],
    [
      'a code that lost its zero',
      { communeCode: '1004', postalCode: '01500' },
      { communeCode: '01004', commune: 'Ambérieu-en-Bugey' },
    ],
    [
      'a whole address in one cell',
      { wholeAddress: '12 rue du Port, 35400 Saint-Malo, France' },
      { street: '12 rue du Port', postalCode: '35400', commune: 'Saint-Malo' },
    ],
    [
      'overseas',
      { postalCode: '97110', commune: 'Pointe-à-Pitre' },
      { departmentCode: '971', communeCode: '97120' },
    ],
  ])('%s', (_what, cells, expected) => expect(entry(cells)).toMatchObject(expected))
})

describe('contacts', () => {
  const contacts = (cells: Cells) => entry(cells).contacts.map(({ value }) => value)
  test.each<[string, string[], Cells?]>([
    ['02 99 40 00 01', ['+33299400001']],
    ['Magasin 02 99 40 00 01', ['+33299400001']],
    ['+33 6 39 98 00 01,+33 6 39 98 00 02', ['+33639980001', '+33639980002']],
    ['0639980001 0639980002', ['+33639980001', '+33639980002']],
    ['02.99.40.00.01 ou 02/99/40/00/02', ['+33299400001', '+33299400002']],
    ['299400001', ['+33299400001']],
    ['33639980001', ['+33639980001']],
    ['0590 90 12 34', ['+590590901234'], { postalCode: '97110' }],
    ['0262 20 12 34', ['+262262201234'], { postalCode: '97400' }],
    ['3949', []],
    ['néant', []],
  ])('the telephone %s', (phone, expected, more = {}) =>
    expect(contacts({ phone, ...more })).toEqual(expected),
  )

  test('two e-mail addresses in a cell are two, the first the main one', () => {
    expect(entry({ email: 'Lou@Example.org ; lea@example.org' })).toMatchObject({
      contacts: [
        { kind: 'email', value: 'lou@example.org' },
        { kind: 'email', value: 'lea@example.org' },
      ],
      notes: [['email.several', 'lou@example.org, lea@example.org']],
    })
  })
  test('a web address in the column of e-mails is put where it belongs', () => {
    expect(entry({ email: 'https://lou.example.org/contact' })).toMatchObject({
      contacts: [{ kind: 'website', value: 'https://lou.example.org/contact' }],
      notes: [['email.website', 'https://lou.example.org/contact']],
    })
  })
  test.each([
    ['Http://Lou.example.org', ['http://lou.example.org/']],
    ['www.lou.example.org', ['https://www.lou.example.org/']],
    ['https ://lou.example.org', ['https://lou.example.org/']],
    ['javascript:alert(1)', []],
    ['bientôt', []],
  ])('the web site %s', (website, expected) => expect(contacts({ website })).toEqual(expected))
})

describe('the rest of a row', () => {
  test('a shop that is closed, or has no name, is refused', () => {
    expect(clean({ state: 'INACTIF' })).toMatchObject({ refusal: { reason: 'establishment.closed' } })
    expect(clean({ name: ' ' })).toMatchObject({ refusal: { reason: 'name.missing' } })
  })
  test('a place that is unsure or nowhere is no point on a map', () => {
    const point = { latitude: '48,65', longitude: '-2,02' }
    expect(entry(point)).toMatchObject({ latitude: 48.65, longitude: -2.02, notes: [] })
    expect(entry({ ...point, geoScore: '0.45' })).toMatchObject({
      latitude: null,
      notes: [['point.unsure', null]],
    })
    expect(entry({ latitude: '6716452,2', longitude: '429806,8' })).toMatchObject({ latitude: null })
    expect(entry({ point: "{'lon': -2.02, 'lat': 48.65}" })).toMatchObject({
      latitude: 48.65,
      longitude: -2.02,
    })
    expect(entry({ latitude: '0', longitude: '0' })).toMatchObject({ latitude: null, notes: [] })
  })
  test('who asked not to be shown loses name, street and contacts', () => {
    const hidden = entry({
      diffusion: 'N',
      street: '1 rue du Port',
      phone: '0299400001',
      openingHours: 'Mo 10:00-12:00',
    })
    expect(hidden).toMatchObject({
      name: '[ND]',
      street: null,
      contacts: [],
      openingHours: null,
      diffusion: 'P',
    })
  })
  test('legal name and sign stand beside each other', () => {
    expect(entry({ name: '', legalName: 'SARL LOU', sign: 'Chez Lou' })).toMatchObject({
      name: 'SARL LOU',
      sign: 'Chez Lou',
    })
    expect(entry({ name: 'Chez Lou', legalName: 'SARL LOU' })).toMatchObject({
      name: 'SARL LOU',
      sign: 'Chez Lou',
    })
  })

  test('whatever stands in its cells, a row becomes an entry or a refusal, and nothing is longer than it may be', () => {
    const cells = dictionary(constantFrom(...importFields), string({ unit: 'binary', maxLength: 400 }))
    assert(
      property(cells, (given) => {
        const row = clean(given)
        if (row.kind === 'refused') return
        const { siret, name, postalCode, contacts } = row.entry
        expect(siret === null || /^\d{14}$/.test(siret)).toBe(true)
        expect(postalCode === null || /^\d{5}$/.test(postalCode)).toBe(true)
        expect(name.length).toBeLessThanOrEqual(250)
        expect(contacts.every(({ value }) => !/[\s\p{Cc}]/u.test(value))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
