import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aSiret } from '../../testing/a-business.ts'
import { freshDatabase } from '../../testing/database.ts'
import { importRegister, type Progress } from './import-register.ts'
import { findImport, listRefusals } from './import-store.ts'
import { openRegister } from './open-register.ts'
import { readRegister } from './read-register.ts'

const database = freshDatabase()
const now = new Date('2026-11-23T09:00:00Z')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pignon-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  await database.db.deleteFrom('businesses').execute()
})

async function aFile(content: string | Buffer): Promise<string> {
  const path = join(folder, 'commerces.csv')
  await writeFile(path, content)
  return path
}

async function importOf(content: string | Buffer, at = now) {
  return importRegister(database.db, () => at, { file: await aFile(content), source: 'Essai' })
}

async function imported(content: string | Buffer, at = now) {
  const outcome = await importOf(content, at)
  if (outcome.kind === 'unreadable') throw new Error(`unreadable: ${outcome.problem.kind}`)
  return { ...outcome, refusals: await listRefusals(database.db, outcome.importId, 100) }
}

const listAll = () =>
  database.db
    .selectFrom('businesses')
    .select(['siret', 'name', 'diffusion', 'importedAt', 'source'])
    .orderBy('siret')
    .execute()
const heading = 'siret,raisonsociale,libellerue\n'

describe('a file that says less than the one before', () => {
  const full = 'siret,raisonsociale,codenaf,codepostal,codecommune,statutdiffusionetablissement\n'
  const read = (siret: string) =>
    database.db.selectFrom('businesses').selectAll().where('siret', '=', siret).executeTakeFirstOrThrow()

  test('what it does not speak of stays as it was', async () => {
    const siret = aSiret()
    await imported(`${full}${siret},FLEURS DU PORT,4776Z,35400,35288,O\n`)
    const list = await imported(`siret,nom\n${siret},Fleurs du port\n`)
    expect(list.counts).toMatchObject({ changed: 1 })
    expect(await read(siret)).toMatchObject({
      name: 'Fleurs du port',
      activityCode: '4776Z',
      communeCode: '35288',
      commune: 'Saint-Malo',
      departmentCode: '35',
    })
  })

  test('who asked not to be shown stays hidden, until a file says otherwise', async () => {
    const siret = aSiret()
    await imported(`${full}${siret},FLEURS DU PORT,4776Z,35400,35288,P\n`)
    const list = await imported(`siret,nom,libellerue\n${siret},Fleurs du port,QUAI SUD\n`)
    expect(list.counts).toMatchObject({ changed: 0, unchanged: 1 })
    expect(await read(siret)).toMatchObject({ name: '[ND]', street: null, diffusion: 'P' })
    await imported(`${full}${siret},FLEURS DU PORT,4776Z,35400,35288,O\n`)
    expect(await read(siret)).toMatchObject({ name: 'FLEURS DU PORT', diffusion: 'O' })
  })

  test('a new business has nothing where the file says nothing', async () => {
    const siret = aSiret()
    await imported(`siret,nom\n${siret},Fleurs du port\n`)
    expect(await read(siret)).toMatchObject({ activityCode: null, commune: null, diffusion: 'O' })
  })
})

describe('a first and a second import', () => {
  const [one, two, three] = [aSiret(), aSiret(), aSiret()]

  test('the same file again changes nothing', async () => {
    const file = `${heading}${one},Fleurs du port,QUAI SUD\n${two},Coiffure Nora,\n`
    expect(await imported(file)).toMatchObject({
      kind: 'imported',
      counts: { lines: 2, created: 2, changed: 0, unchanged: 0, refused: 0 },
    })
    const before = await listAll()
    const later = new Date('2026-12-01T09:00:00Z')
    expect(await imported(file, later)).toMatchObject({
      counts: { lines: 2, created: 0, changed: 0, unchanged: 2, refused: 0 },
    })
    expect(await listAll()).toEqual(before)
  })

  test('a newer file changes what differs, adds what is new and leaves alone what it does not name', async () => {
    await imported(`${heading}${one},Fleurs du port,QUAI SUD\n${two},Coiffure Nora,\n`)
    const newer = `${heading}${two},Coiffure Nora et Lila,\n${three},Cycles Morvan,\n`
    expect(await imported(newer)).toMatchObject({
      counts: { lines: 2, created: 1, changed: 1, unchanged: 0, refused: 0 },
    })
    expect((await listAll()).map(({ name }) => name)).toEqual([
      'Fleurs du port',
      'Coiffure Nora et Lila',
      'Cycles Morvan',
    ])
  })

  test('an owner who now asks not to be shown loses name and street in the register', async () => {
    await imported(`siret,nom,statutDiffusion\n${one},Fleurs du port,O\n`)
    expect(await imported(`siret,nom,statutDiffusion\n${one},Fleurs du port,P\n`)).toMatchObject({
      counts: { changed: 1 },
    })
    expect(await listAll()).toMatchObject([{ name: '[ND]', diffusion: 'P' }])
  })

  test('two imports of the same file at the same moment end with each business once', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `${aSiret()},Commerce ${index},\n`)
    const file = await aFile(heading + lines.join(''))
    const run = () => importRegister(database.db, () => now, { file, source: 'Essai' })
    const outcomes = await Promise.all([run(), run()])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['imported', 'imported'])
    expect(await listAll()).toHaveLength(5000)
  })
})

describe('refused lines', () => {
  test('each has its line number, column, value and reason; the others come in', async () => {
    const [good, closed] = [aSiret(), aSiret()]
    const file = [
      'siret;raisonsociale;etatAdministratifEtablissement',
      `${good};"Chez ""Lou""\net fille";A`,
      '5.23844E+13;Terrasse du parc;A',
      '',
      `${closed};Fermé depuis;F`,
      `${aSiret()};;A`,
      `${aSiret()};Une cellule de trop;A;?`,
      `${good};Le même encore;A`,
      '00588003400012;Un chiffre faux;A',
    ].join('\r\n')
    const { counts, refusals } = await imported(file)
    expect(counts).toEqual({ lines: 7, created: 1, changed: 0, unchanged: 0, refused: 6 })
    expect(refusals.map(({ line, reason, columnName, value }) => [line, reason, columnName, value])).toEqual([
      [4, 'siret.spreadsheet', 'siret', '5.23844E+13'],
      [6, 'establishment.closed', 'etatAdministratifEtablissement', 'F'],
      [7, 'name.missing', 'raisonsociale', ''],
      [8, 'line.columns', null, null],
      [9, 'siret.duplicate', 'SIRET', good],
      [10, 'siret.checksum', 'siret', '00588003400012'],
    ])
    expect(await listAll()).toMatchObject([{ siret: good, name: 'Chez "Lou" et fille' }])
  })

  test('a line of ten megabytes is refused with its number, and the lines around it come in', async () => {
    const [before, after] = [aSiret(), aSiret()]
    const file = `${heading}${before},Avant,\n${aSiret()},${'x'.repeat(10_000_000)},\n${after},Après,\n`
    const { counts, refusals } = await imported(file)
    expect(counts).toMatchObject({ lines: 3, created: 2, refused: 1 })
    expect(refusals).toMatchObject([{ line: 3, reason: 'line.too-long' }])
  })

  test('a long last line without an end is refused too', async () => {
    const { refusals } = await imported(`${heading}${aSiret()},Avant,\n${aSiret()},${'x'.repeat(300_000)}`)
    expect(refusals).toMatchObject([{ line: 3, reason: 'line.too-long' }])
  })

  test('a quote that is never closed stops the import at its line; what came before is kept', async () => {
    const good = aSiret()
    const rest = Array.from({ length: 9000 }, () => `${aSiret()},Commerce,RUE DU PORT\n`).join('')
    const outcome = await imported(`${heading}${good},Avant,\n${aSiret()},"Jamais fermé,\n${rest}`)
    expect(outcome).toMatchObject({ kind: 'broken', line: 3, counts: { created: 1, refused: 1 } })
    expect(outcome.refusals).toMatchObject([{ line: 3, reason: 'line.quote' }])
    expect(await findImport(database.db, outcome.importId)).toMatchObject({ finishedAt: null, created: 1 })
  })

  test('quotes within a name are part of the name', async () => {
    await imported(`${heading}${aSiret()},Garage "Le Piston" SARL,\n`)
    expect(await listAll()).toMatchObject([{ name: 'Garage "Le Piston" SARL' }])
  })
})

test('an import killed half-way has kept whole batches, and a second run does the rest', async () => {
  const lines = Array.from({ length: 5000 }, (_, index) => `${aSiret()},Commerce ${index},\n`)
  const file = await aFile(heading + lines.join(''))
  const dies = (progress: Progress) => {
    if (progress.lines === 2000) throw new Error('killed')
  }
  await expect(
    importRegister(database.db, () => now, { file, source: 'Essai', onProgress: dies }),
  ).rejects.toThrow('killed')
  expect((await listAll()).length % 2000).toBe(0)
  const kept = (await listAll()).length
  expect(kept).toBeGreaterThan(0)
  const again = await importRegister(database.db, () => now, { file, source: 'Essai' })
  expect(again).toMatchObject({ counts: { lines: 5000, created: 5000 - kept, unchanged: kept } })
})

test('progress is told after each batch and ends at the end of the file', async () => {
  const lines = Array.from({ length: 4500 }, () => `${aSiret()},Commerce,\n`)
  const told: Progress[] = []
  await importRegister(database.db, () => now, {
    file: await aFile(heading + lines.join('')),
    source: 'Essai',
    onProgress: (progress) => told.push(progress),
  })
  expect(told.map(({ lines: done }) => done)).toEqual([2000, 4000, 4500, 4500])
  expect(told.at(-1)?.done).toBe(1)
})

describe('a file that cannot be read changes nothing', () => {
  const refused = async (content: string | Buffer) => {
    const before = await database.db.selectFrom('imports').select('id').execute()
    const outcome = await importOf(content)
    expect(await database.db.selectFrom('imports').select('id').execute()).toEqual(before)
    return outcome.kind === 'unreadable' ? outcome.problem : outcome
  }
  const windows1252 = Buffer.from(`${heading}${aSiret()},Avant,\n${aSiret()},Caf\u00e9,\n`, 'latin1')

  test('it is empty', async () => expect(await refused('')).toEqual({ kind: 'empty' }))
  test('it is a picture', async () =>
    expect(await refused(Buffer.from([0x89, 0x50, 0, 1, 2]))).toEqual({ kind: 'binary' }))
  test('it is a workbook', async () =>
    expect(await refused(Buffer.from('504b030414000600', 'hex'))).toEqual({ kind: 'workbook' }))
  test('it is in UTF-16', async () =>
    expect(await refused(Buffer.from(`\uFEFF${heading}`, 'utf16le'))).toEqual({ kind: 'utf-16' }))
  test('it is in Windows-1252', async () =>
    expect(await refused(windows1252)).toEqual({ kind: 'not-utf-8', line: 3 }))
  test('it lacks the columns needed', async () => {
    expect(await refused('ville,téléphone\nMetz,03\n')).toEqual({
      kind: 'columns',
      missing: ['siret', 'name'],
      headings: ['ville', 'téléphone'],
    })
  })
  test('it is not there', async () => {
    const outcome = await importRegister(database.db, () => now, {
      file: join(folder, 'absent.csv'),
      source: 'Essai',
    })
    expect(outcome).toEqual({ kind: 'unreadable', problem: { kind: 'missing' } })
  })
  test('it is a folder', async () => {
    const outcome = await importRegister(database.db, () => now, { file: folder, source: 'Essai' })
    expect(outcome).toEqual({ kind: 'unreadable', problem: { kind: 'folder' } })
  })
})

test('headings and nothing else is an import of no line', async () => {
  expect(await imported(heading)).toMatchObject({ kind: 'imported', counts: { lines: 0, created: 0 } })
})

test('a letter cut in two by the reading is still a letter, and line numbers stay true', async () => {
  const lines = Array.from(
    { length: 4000 },
    (_, index) => `${aSiret()},${'é'.repeat(index % 90)}à ${index},\n`,
  )
  const opened = await openRegister(await aFile(`\uFEFF${heading}${lines.join('')}`))
  if (!opened.ok) throw new Error(opened.problem.kind)
  const read: number[] = []
  for await (const { line, cells } of readRegister(opened.register))
    read.push(Number(cells[1]?.split(' ')[1]) - line)
  expect(new Set(read)).toEqual(new Set([-2]))
  expect(read).toHaveLength(4000)
})
