/** Real lists, when they are at hand: what becomes of their rows. Nothing of them is kept here but counts and lines. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { ask } from '../../core/db.ts'
import { countsOf, forgetLists, importList, numbered } from '../../testing/a-list.ts'
import { freshDatabase } from '../../testing/database.ts'
import { openTable, readTable } from './open-table.ts'
import { countNotes, listReport } from './run-store.ts'

const folder = join(import.meta.dirname, '../../../../shared/realdata')
const at = (file: string) => join(folder, file)
const isThere = existsSync(folder)

const database = freshDatabase()
beforeEach(async ({ skip }) => {
  skip(!isThere, `${folder} is not on this machine`)
  await forgetLists(database.db)
})

const countOf = async (table: 'businesses' | 'listings' | 'business_contacts') =>
  Number((await ask(database.db, sql<{ count: string }>`select count(*) from ${sql.table(table)}`))[0]?.count)

async function imported(file: string, source = 'Liste') {
  const { run } = await importList(database.db, { path: at(file), source })
  const notes = await countNotes(database.db, run.id)
  const report = await listReport(database.db, { runId: run.id, limit: 20_000 })
  const refused = report.filter(({ outcome }) => outcome === 'refused')
  return {
    counts: countsOf(run),
    notes: Object.fromEntries(notes.map(({ code, count }) => [code, count])),
    refused,
  }
}

const folderOf = {
  paris: 'merchants/paris-covid',
  alim: 'merchants/alimconfiance',
  mednum: 'merchants/mednum',
}
const parisNotes = { 'phone.several': 4, 'row.same-shop': 3, 'phone.zero': 1, 'website.invalid': 1 }
const paris = { doubtful: 362 }

/** File, what became of its rows, what was noted. */
const expected: readonly (readonly [string, object, object])[] = [
  [
    `${folderOf.alim}/2017-04-11.csv`,
    { doubtful: 1706 },
    {
      'row.same-shop': 121,
      'postal.cedex': 30,
      'commune.unknown': 22,
      'postal.unknown': 15,
      'postal.insee': 2,
    },
  ],
  [
    `${folderOf.alim}/2017-04-19.csv`,
    { created: 3123, changed: 2, unchanged: 309, doubtful: 2 },
    {
      'postal.cedex': 53,
      'commune.unknown': 39,
      'postal.unknown': 18,
      'postal.insee': 3,
      'siret.not-one': 2,
      'row.same-key': 1,
    },
  ],
  [
    `${folderOf.alim}/2019.csv`,
    { created: 15_220, changed: 1, unchanged: 218, doubtful: 22, refused: 2 },
    {
      'commune.unknown': 35,
      'postal.unknown': 26,
      'row.same-key': 22,
      'siret.not-one': 22,
      'postal.cedex': 20,
      'postal.insee': 3,
    },
  ],
  [
    `${folderOf.mednum}/aix-en-provence.json`,
    { created: 11, changed: 13, doubtful: 14 },
    { 'siret.not-one': 12 },
  ],
  [
    `${folderOf.mednum}/angers.json`,
    { doubtful: 63 },
    {
      'hours.read': 36,
      'phone.invalid': 5,
      'website.invalid': 2,
      'email.invalid': 1,
      'email.several': 1,
      'phone.several': 1,
    },
  ],
  [
    `${folderOf.mednum}/bus-france-services-charente.json`,
    { created: 1, unchanged: 11 },
    { 'point.unsure': 2 },
  ],
  [`${folderOf.mednum}/etapes-numerique.json`, { created: 95 }, { 'postal.zero': 8 }],
  [
    `${folderOf.mednum}/fibre-64.json`,
    { doubtful: 61 },
    {
      'hours.read': 22,
      'row.same-shop': 5,
      'point.unsure': 2,
      'commune.unknown': 1,
      'phone.invalid': 1,
      'phone.several': 1,
    },
  ],
  [
    `${folderOf.mednum}/la-creuse.json`,
    { doubtful: 91 },
    { 'hours.read': 26, 'commune.unknown': 1, 'postal.unknown': 1 },
  ],
  [
    `${folderOf.mednum}/maine-et-loire.json`,
    { doubtful: 222, refused: 21 },
    {
      'phone.invalid': 27,
      'postal.cedex': 8,
      'email.website': 6,
      'email.invalid': 3,
      'postal.insee': 1,
      'website.several': 1,
    },
  ],
  [`${folderOf.paris}/2020-04-08.json`, paris, parisNotes],
  [`${folderOf.paris}/paris-covid-libreoffice-windows1252-semicolon.csv`, paris, parisNotes],
  [`${folderOf.paris}/paris-covid-libreoffice.xlsx`, paris, parisNotes],
  [`${folderOf.paris}/paris-covid-livraison.ods`, paris, parisNotes],
  [
    'osm/monaco-shops.geojson',
    { doubtful: 338, refused: 37 },
    { 'postal.unknown': 124, 'row.same-shop': 30, 'hours.read': 6, 'phone.invalid': 2 },
  ],
  [
    'merchants/paris-terrasses-siret-excel.csv',
    { doubtful: 4998, refused: 2 },
    { 'siret.destroyed': 4825, 'row.same-shop': 362 },
  ],
  ['sirene/StockEtablissement-header-3rows.csv', { refused: 3 }, {}],
  ['sirene/etablissements-metz-labonneboite.csv', { created: 17_091 }, {}],
  ['sirene/insee-api-v3-siret-2019-11-30.json', { created: 37, refused: 1 }, {}],
  ['sirene/sirene-2017-format-L2-geo.csv', { created: 2, changed: 1 }, {}],
  ['sirene/sirene-2018-format-L2-monthly.csv', { created: 4 }, {}],
]

describe.each(expected)('%s', (file, counts, notes) => {
  test('comes in with a reason for each refused row, and a second time changes nothing', async () => {
    const first = await imported(file)
    expect(first.counts).toEqual(counts)
    expect(first.notes).toEqual(notes)
    expect(first.refused.filter(({ reason, line }) => reason === null || line < 1)).toEqual([])
    expect(first.refused).toHaveLength('refused' in counts ? Number(counts.refused) : 0)
    const { unchanged: _unchanged, refused: _refused, ...more } = (await imported(file)).counts
    expect(more).toEqual({})
  })
})

const open = (file: string) => openTable({ path: at(file), numbered })

test('the two numbers that are really wrong are refused, at their lines', async () => {
  const { refused } = await imported(`${folderOf.alim}/2019.csv`)
  expect(refused.map(({ line, reason, columnName }) => [line, reason, columnName])).toEqual([
    [15_010, 'siret.checksum', 'SIRET'],
    [15_337, 'siret.checksum', 'SIRET'],
  ])
})

test('post offices, whose numbers break the usual check, come in: 95 of them', async () => {
  await imported(`${folderOf.mednum}/etapes-numerique.json`)
  expect(await database.db.selectFrom('businesses').select('siren').distinct().execute()).toEqual([
    { siren: '356000000' },
  ])
  expect(await countOf('businesses')).toBe(95)
})

test('no number that a spreadsheet ruined is made up', async () => {
  await imported('merchants/paris-terrasses-siret-excel.csv')
  expect(await countOf('businesses')).toBe(0)
  expect(await countOf('listings')).toBe(4998)
})

test('of a town’s list, 361 of 362 shops are known again a month later, however it is written', async () => {
  await imported(`${folderOf.paris}/2020-04-08.json`)
  const later = await imported(`${folderOf.paris}/2020-05-05.json`)
  expect(later.counts).toEqual({ unchanged: 361, doubtful: 549 })
  expect(await countOf('listings')).toBe(362 + 549)
})

test('from one day to the next, a list of inspections brings its 133 new ones and its 5 changes', async () => {
  await imported(`${folderOf.alim}/2017-04-19.csv`)
  const before = await countOf('listings')
  const next = await imported(`${folderOf.alim}/2017-04-20.csv`)
  expect(next.counts).toEqual({ created: 126, changed: 4, unchanged: 3437 })
  // And one more number stands on two rows.
  expect(await countOf('listings')).toBe(before + 133 + 1)
})

test('what is not a list of shops is refused with its reason', async () => {
  expect(await open(`${folderOf.paris}/paris-covid-libreoffice-excel97.xls`)).toEqual({
    kind: 'refused',
    problem: 'xls',
  })
  const encodings = 'merchants/encodings'
  for (const name of [
    'csvdetective-two-sheets.xlsx',
    'csvdetective.ods',
    'insee-canton2017-windows1252-tab-crlf.txt',
  ])
    await expect(imported(`${encodings}/${name}`)).rejects.toThrow('no-name')
})

test('letters of Windows are read as they were written', async () => {
  const opened = await open('merchants/encodings/insee-canton2017-windows1252-tab-crlf.txt')
  if (opened.kind !== 'opened') throw new Error(opened.problem)
  expect(opened.table).toMatchObject({ encoding: 'windows-1252', delimiter: '\t', headerLine: 1 })
  const names: string[] = []
  for await (const { cells } of readTable(opened.table)) names.push(...cells)
  expect(names).toContain('VANDŒUVRE-LES-NANCY')
  expect(names).toContain('Annœullin')
})
