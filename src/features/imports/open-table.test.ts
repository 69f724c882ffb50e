import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWorkbook, aZip } from '../../testing/a-workbook.ts'
import { breakOf, openTable, readTable } from './open-table.ts'
import type { Row, Table } from './table.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pignon-table-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function look(content: string | Buffer, sheet: number | null = null) {
  const path = join(folder, 'liste')
  await writeFile(path, content)
  return openTable({ path, sheet, numbered: (place) => `Colonne ${place}` })
}

async function open(content: string | Buffer, sheet: number | null = null): Promise<Table> {
  const opened = await look(content, sheet)
  if (opened.kind === 'refused') throw new Error(opened.problem)
  return opened.table
}

async function rowsOf(table: Table): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of readTable(table)) rows.push(row)
  return rows
}

/** How the reading of a table ended: well, or where it breaks off; null for what nobody foresaw. */
const endOf = (table: Table) => rowsOf(table).then(() => 'well', breakOf)

const list = [
  ['Nom', 'Code postal', 'Ville'],
  ['Crêperie Œillet', '35400', 'Saint-Malo'],
  ['Café de l’Europe', '35400', 'Saint-Malo'],
]
const text = (rows: readonly (readonly string[])[], delimiter = ';', end = '\n') =>
  rows.map((cells) => cells.join(delimiter) + end).join('')
const windows1252 = (words: string) =>
  Buffer.from(words.replaceAll('Œ', '\x8C').replaceAll('’', '\x92'), 'latin1')

describe('a text of cells is read whatever it was written with', () => {
  test.each([';', ',', '\t', '|'])('separated by %j', async (delimiter) => {
    const table = await open(text(list, delimiter))
    expect(table).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter, headerLine: 1 })
    expect(table.columns).toEqual(list[0])
  })

  test.each([
    ['utf-8', (words: string) => words],
    ['utf-8-bom', (words: string) => `\uFEFF${words}`],
    ['windows-1252', windows1252],
  ])('in %s', async (encoding, encode) => {
    const table = await open(encode(text(list, ';', '\r\n')))
    expect(table.encoding).toBe(encoding)
    expect(table.columns).toEqual(list[0])
    expect((await rowsOf(table)).map(({ cells }) => cells)).toEqual(list.slice(1))
  })
})

describe('the headings', () => {
  test('may stand under a title and an empty line', async () => {
    const table = await open(`Union des commerçants;;\n;;\n${text(list)}`)
    expect(table).toMatchObject({ headerLine: 3, columns: list[0] })
    expect((await rowsOf(table)).map(({ line }) => line)).toEqual([4, 5])
  })

  test('may be repeated at the top of each page', async () => {
    expect((await rowsOf(await open(text(list) + text(list)))).map(({ line }) => line)).toEqual([2, 3, 5, 6])
  })

  test('may be missing: columns are numbered', async () => {
    const table = await open(text(list.slice(1)))
    expect(table).toMatchObject({ headerLine: null, columns: ['Colonne 1', 'Colonne 2', 'Colonne 3'] })
    expect(await rowsOf(table)).toHaveLength(2)
  })

  test('of the same name are told apart', async () => {
    expect((await open('Nom;E-mail;E-mail\nA;b@example.org;\n')).columns).toEqual([
      'Nom',
      'E-mail',
      'E-mail (2)',
    ])
  })
})

describe('a workbook', () => {
  const scratch = { name: 'Brouillon', rows: [['à rappeler', 3], ['voir Léa']] }
  test('is read at the sheet that looks like a list, not at the one left open', async () => {
    const table = await open(aWorkbook([scratch, { name: 'Adhérents', rows: list }], 0))
    expect(table).toMatchObject({
      format: 'xlsx',
      sheet: 1,
      sheets: [
        { name: 'Brouillon', isActive: true, rows: 2 },
        { name: 'Adhérents', isActive: false, rows: 3 },
      ],
    })
    expect((await rowsOf(table)).map(({ cells }) => cells)).toEqual(list.slice(1))
  })

  test('is read at the sheet that somebody chose', async () => {
    expect(await open(aWorkbook([scratch, { name: 'Adhérents', rows: list }]), 0)).toMatchObject({ sheet: 0 })
    expect(await look(aWorkbook([scratch]), 7)).toEqual({ kind: 'refused', problem: 'no-such-sheet' })
  })

  test('keeps the digits of a number that is whole, and shows one that lost some', async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>SIRET</t></is></c><c r="B1" t="inlineStr"><is><t>Nom</t></is></c></row>
      <row r="2"><c r="A2"><v>5.2384400000012E13</v></c><c r="B2" t="str"><f>"A"&amp;"B"</f><v>AB</v></c></row>
      <row r="3"><c r="A3"><v>5.23844E+13</v></c><c r="C3" t="e"><v>#REF!</v></c></row></sheetData></worksheet>`
    const book = aZip([
      {
        name: 'xl/workbook.xml',
        content: '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: '<R><Relationship Id="a" Target="worksheets/s.xml"/></R>',
      },
      { name: 'xl/worksheets/s.xml', content: sheet },
    ])
    expect((await rowsOf(await open(book))).map(({ cells }) => cells)).toEqual([
      ['52384400000012', 'AB'],
      ['5.23844E+13'],
    ])
  })
})

test('an ODS workbook is read: repeats unfolded, remarks left out, lines and spaces kept, nothing without end', async () => {
  const cell = (text: string, more = '') => `<table:table-cell ${more}>${text}</table:table-cell>`
  const p = (text: string) => `<text:p>${text}</text:p>`
  const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`
  const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">
    <table:table table:name="Brouillon">${row(cell(p('voir Léa')))}</table:table>
    <table:table table:name="Liste">
      ${row(cell(p('Nom')) + cell(p('Ville')) + cell(p('SIRET')))}
      ${row(cell('', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="2"')}
      ${row(cell(`<office:annotation>${p('une remarque')}</office:annotation>${p('Chez<text:s text:c="2"/>Lou')}${p('et fils')}`) + cell(p('Metz'), 'table:number-columns-repeated="1"') + cell(p('5,24E+13'), 'office:value-type="float" office:value="52384400000012"'))}
      ${row(cell(p('Partout')), 'table:number-rows-repeated="1000000000"')}
    </table:table></office:document-content>`
  const settings = '<s xmlns:c="c"><c:config-item c:name="ActiveTable">Brouillon</c:config-item></s>'
  const table = await open(
    aZip([
      { name: 'content.xml', content },
      { name: 'settings.xml', content: settings },
    ]),
  )
  expect(table).toMatchObject({ format: 'ods', sheet: 1, columns: ['Nom', 'Ville', 'SIRET'] })
  expect(table.sheets[0]).toMatchObject({ name: 'Brouillon', isActive: true })
  const rows = await rowsOf(table)
  expect(rows[0]).toEqual({ line: 4, cells: ['Chez  Lou\net fils', 'Metz', '52384400000012'] })
  expect(rows).toHaveLength(1001)
})

describe('records', () => {
  test('of the shape of Insee become rows', async () => {
    const json = {
      header: { total: 1 },
      etablissements: [
        { siret: '1', adresse: { codePostal: '57000' }, periodes: [{ enseigne: 'A' }, { enseigne: 'B' }] },
        { siren: 2 },
      ],
    }
    const table = await open(JSON.stringify(json))
    expect(table).toMatchObject({
      format: 'json',
      columns: ['siret', 'adresse.codePostal', 'periodes.enseigne', 'siren'],
    })
    expect(await rowsOf(table)).toEqual([
      { line: 1, cells: ['1', '57000', 'A', ''] },
      { line: 2, cells: ['', '', '', '2'] },
    ])
  })

  test('of a map bring their point', async () => {
    const feature = {
      type: 'Feature',
      properties: { name: 'A "{[' },
      geometry: { type: 'Point', coordinates: [7.4, 43.7] },
    }
    const table = await open(JSON.stringify({ type: 'FeatureCollection', features: [feature] }))
    expect(table).toMatchObject({
      format: 'geojson',
      columns: ['type', 'properties.name', 'longitude', 'latitude'],
    })
    expect((await rowsOf(table))[0]?.cells).toEqual(['Feature', 'A "{[', '7.4', '43.7'])
  })

  test.each([
    ['[{"a":1},{"a":', 'json'],
    ['{"a":1}', 'json-shape'],
    ['[1,2,3]', 'json-shape'],
    ['[{"a":1}}', 'json'],
    [`[{"a":"${'x'.repeat(1_100_000)}"}]`, 'record-too-long'],
    [`[${'['.repeat(50_000)}`, 'json-shape'],
  ])('cut short or of another shape are refused: %.20s', async (content, problem) => {
    expect(await look(content)).toEqual({ kind: 'refused', problem })
  })
})

describe('what cannot be read is refused with its reason', () => {
  const long = (count: number, cell = 'a') => Array.from({ length: count }, () => cell).join(';')
  const bomb = '<worksheet><sheetData>' + '<row/>'.repeat(3_000_000)
  const fields = (count: number) =>
    JSON.stringify([Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, 1]))])
  test.each([
    ['nothing', '', 'empty'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'xls'],
    ['UTF-16', Buffer.from('\uFEFFnom;ville', 'utf16le'), 'utf-16'],
    ['a picture', Buffer.from([0x89, 0x50, 0, 1, 2]), 'binary'],
    ['control signs', `nom;ville\n${'\u0001\u0002'.repeat(50)}\n`, 'binary'],
    ['a thousand columns', `${long(1000)}\n${long(1000)}\n`, 'too-many-columns'],
    ['100,000 columns', `${long(100_000)}\n${long(100_000)}\n`, 'too-many-columns'],
    ['100,000 fields', fields(100_000), 'record-too-long'],
    ['a thousand fields', fields(1000), 'too-many-columns'],
    ['another archive', aZip([{ name: 'a.txt', content: 'a' }]), 'other-zip'],
    ['a broken archive', Buffer.from('504b030414000600080000', 'hex'), 'workbook-broken'],
    ['an archive that would burst', aZip([{ name: 'xl/workbook.xml', content: bomb }]), 'workbook-too-big'],
    [
      'one that says it holds 4 GB',
      aZip([{ name: 'xl/workbook.xml', content: 'a', claims: 4_000_000_000 }]),
      'workbook-too-big',
    ],
    [
      'one that holds more than it says',
      aZip([{ name: 'content.xml', content: bomb.slice(0, 900_000), claims: 10 }]),
      'workbook-broken',
    ],
    [
      'entities that grow',
      aZip([
        { name: 'content.xml', content: '<!DOCTYPE a [<!ENTITY b "bbbb">]><a><table><p>&b;</p></table></a>' },
      ]),
      'workbook-broken',
    ],
    ['headings and nothing else', 'Nom;Ville\n', 'no-row'],
  ])('%s', async (_what, content, problem) => {
    expect(await look(content)).toEqual({ kind: 'refused', problem })
  })

  test('a file that is not there, a folder', async () => {
    const numbered = String
    expect(await openTable({ path: join(folder, 'absent'), numbered })).toEqual({
      kind: 'refused',
      problem: 'missing',
    })
    expect(await openTable({ path: folder, numbered })).toEqual({ kind: 'refused', problem: 'folder' })
  })

  test('random bytes, with any beginning, end in a refusal or in rows', async () => {
    const beginnings = ['', '504b0304', '504b0506', 'd0cf11e0', '5b7b', 'efbbbf', '7b22', 'fffe']
    for (const [at, beginning] of [...beginnings, ...beginnings].entries()) {
      const opened = await look(Buffer.concat([Buffer.from(beginning, 'hex'), randomBytes(50 + at * 997)]))
      const end = opened.kind === 'refused' ? opened.problem : await endOf(opened.table)
      expect(end).not.toBeNull()
    }
  })
})
