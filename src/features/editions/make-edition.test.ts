import { expect, test } from 'vitest'
import { transaction, type Db } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { freshDatabase } from '../../testing/database.ts'
import { loadProgramme } from '../programmes/load-programme.ts'
import type { Programme } from '../programmes/programme.ts'
import { keepRelease } from '../programmes/store.ts'
import { familyOf } from './family.ts'
import { makeEdition } from './make-edition.ts'
import { findPeers, listEditions } from './store.ts'

const database = freshDatabase()
const day = (number: number) => new Date(Date.UTC(2026, 10, 1 + number, 9))

/** A programme of its own for each test: its editions are of another family. */
async function aFamily(name: string): Promise<Programme> {
  const real = await loadProgramme('programmes/soutenons-nos-tpe-pme')
  const programme = { ...real, slug: name, hash: name }
  await transaction(database.db, (tx) => keepRelease(tx, day(0), programme))
  return programme
}

type Shops = { count: number; department?: string; website?: string; now?: Date }

/** Shops without employees that finished their diagnostic. */
async function someShops(db: Db, programme: Programme, shops: Shops): Promise<string[]> {
  const { count, department = '35', website = 'yes', now = day(0) } = shops
  const ids: string[] = []
  for (let i = 0; i < count; i += 1) {
    const { id } = await aBusiness(db, { departmentCode: department, sizeBand: '00' })
    const answers = { website, 'map-listing': 'yes', social: 'none', backup: 'yes' }
    await aDiagnostic(db, { programme, businessId: id, answers, isFinished: true, now })
    ids.push(id)
  }
  return ids
}

const at = (db: Db, programme: Programme, place: string) =>
  findPeers(db, { family: familyOf(programme), place, editionId: null })

test('nine shops are not enough, and nothing is kept', async () => {
  const programme = await aFamily('nine')
  await someShops(database.db, programme, { count: 9 })
  // A diagnostic of nobody known to the register does not make it ten.
  await aDiagnostic(database.db, { programme, answers: { website: 'yes' }, isFinished: true })
  expect(await makeEdition(database.db, () => day(1), { programme })).toEqual({
    kind: 'not-enough',
    businesses: 9,
  })
  expect(await listEditions(database.db, familyOf(programme))).toEqual([])
})

test('an edition says how many shops, the quartiles of each axis and the share of each answer', async () => {
  const { db } = database
  const programme = await aFamily('shares')
  await someShops(db, programme, { count: 9 })
  const [again = ''] = await someShops(db, programme, { count: 3, website: 'no' })
  const steps: string[] = []
  const onStep = async (step: string) => void steps.push(step)
  // The same shop a second time: the latest result counts, once.
  const answers = { website: 'yes', 'map-listing': 'no', social: 'none' }
  await aDiagnostic(db, { programme, businessId: again, answers, isFinished: true, now: day(1) })
  const outcome = await makeEdition(db, () => day(2), { programme, onStep })
  expect(outcome).toMatchObject({ kind: 'made', edition: { number: 1, businesses: 12 } })
  expect(steps).toEqual(['gather', 'compare', 'count', 'publish'])
  const peers = await at(db, programme, 'none/commerce/35')
  expect(peers).toMatchObject({
    place: 'none/commerce/35',
    businesses: 12,
    madeAt: day(2),
    countedAt: day(2),
  })
  expect(peers?.figures.items['website']).toEqual({ yes: 83, no: 17 })
  expect(peers?.figures.items).not.toHaveProperty('sector')
  const { found, sell } = peers?.figures.axes ?? {}
  expect(found).toMatchObject({ of: 12 })
  expect(found?.low).toBeLessThanOrEqual(found?.middle ?? 0)
  // Nobody answered anything about selling.
  expect(sell).toBeUndefined()
})

test('who has too few neighbours is compared with a wider group', async () => {
  const { db } = database
  const programme = await aFamily('wider')
  await someShops(db, programme, { count: 14 })
  await someShops(db, programme, { count: 6, department: '29' })
  await someShops(db, programme, { count: 5, department: '22' })
  await makeEdition(db, () => day(1), { programme })
  expect(await at(db, programme, 'none/commerce/35')).toMatchObject({
    place: 'none/commerce/35',
    businesses: 14,
  })
  expect(await at(db, programme, 'none/commerce/29')).toMatchObject({
    place: 'none/commerce',
    businesses: 25,
  })
  expect(await at(db, programme, 'none/construction/29')).toMatchObject({ place: 'none' })
  expect(await at(db, programme, 'from-1-to-9/commerce/29')).toMatchObject({ place: '' })
})

test('before a quarter has passed a new edition waits for ten new shops in each figure', async () => {
  const { db } = database
  const programme = await aFamily('quarter')
  await someShops(db, programme, { count: 12 })
  await makeEdition(db, () => day(1), { programme })
  await someShops(db, programme, { count: 9, website: 'no' })
  expect(await makeEdition(db, () => day(2), { programme })).toEqual({ kind: 'too-soon', until: day(92) })
  expect(await makeEdition(db, () => day(92), { programme })).toEqual({ kind: 'nothing-new' })
  await someShops(db, programme, { count: 1, website: 'no' })
  expect(await makeEdition(db, () => day(3), { programme })).toMatchObject({
    kind: 'made',
    edition: { number: 2 },
  })
  expect(await at(db, programme, 'none/commerce/35')).toMatchObject({ businesses: 22 })
})

test('after a quarter, a figure that changed by fewer than ten shops stays as it was, with its date', async () => {
  const { db } = database
  const programme = await aFamily('kept')
  await someShops(db, programme, { count: 12 })
  await someShops(db, programme, { count: 12, department: '29' })
  await makeEdition(db, () => day(1), { programme })
  await someShops(db, programme, { count: 10 })
  await someShops(db, programme, { count: 3, department: '29', website: 'no' })
  const outcome = await makeEdition(db, () => day(100), { programme })
  expect(outcome).toMatchObject({ kind: 'made', edition: { number: 2, businesses: 34 } })
  const kept = await at(db, programme, 'none/commerce/29')
  expect(kept).toMatchObject({ businesses: 12, countedAt: day(1), madeAt: day(100) })
  expect(kept?.figures.items['website']).toEqual({ yes: 100 })
  expect(await listEditions(db, familyOf(programme))).toMatchObject([
    { keptBricks: 1, bricks: 2 },
    { number: 1 },
  ])
})

test('a question worded anew is not counted with the old one', async () => {
  const { db } = database
  const before = await aFamily('worded')
  await someShops(db, before, { count: 12 })
  const helped = {
    ...before,
    hash: 'worded-help',
    questions: before.questions.map((one) => ({ ...one, help: one.title })),
  }
  const reworded = {
    ...before,
    hash: 'worded-anew',
    questions: before.questions.map((one) => (one.id === 'website' ? { ...one, title: one.phone } : one)),
  }
  for (const release of [helped, reworded]) await transaction(db, (tx) => keepRelease(tx, day(1), release))
  expect(await makeEdition(db, () => day(2), { programme: reworded })).toEqual({
    kind: 'not-enough',
    businesses: 0,
  })
  expect(await makeEdition(db, () => day(2), { programme: helped })).toMatchObject({ kind: 'made' })
})

test('of two editions asked for at the same moment, one is made', async () => {
  const { db } = database
  const programme = await aFamily('at-once')
  await someShops(db, programme, { count: 10 })
  const outcomes = await Promise.all([1, 2].map(() => makeEdition(db, () => day(1), { programme })))
  expect(outcomes.filter(({ kind }) => kind === 'made')).toHaveLength(1)
})

test('the database itself refuses a figure about nine shops, and a change of a frozen one', async () => {
  const { db } = database
  const programme = await aFamily('constraints')
  await someShops(db, programme, { count: 10 })
  const outcome = await makeEdition(db, () => day(1), { programme })
  const editionId = outcome.kind === 'made' ? outcome.edition.id : ''
  const cell = { editionId, place: 'few', figures: '{}', countedAt: day(1) }
  const keep = (more: object) =>
    db
      .insertInto('editionCells')
      .values({ ...cell, businesses: 10, ...more })
      .execute()
  await expect(keep({ businesses: 9 })).rejects.toThrow('a_cell_shows_ten_businesses')
  const thin = JSON.stringify({ axes: { found: { of: 9, low: 1, middle: 2, high: 3 } }, items: {} })
  await expect(keep({ figures: thin })).rejects.toThrow('quartiles_of_ten_businesses')
  await expect(db.updateTable('editionCells').set({ businesses: 11 }).execute()).rejects.toThrow(
    'append-only',
  )
})
