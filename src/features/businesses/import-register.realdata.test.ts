/** The register of one real town, when it is at hand; nothing of it is kept here but the counts. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../../core/clock.ts'
import { freshDatabase } from '../../testing/database.ts'
import { importRegister } from './import-register.ts'
import { everywhere } from './reach-store.ts'
import { searchBusinesses } from './store.ts'

const file = join(
  import.meta.dirname,
  '../../../../shared/realdata/sirene/etablissements-metz-labonneboite.csv',
)

const database = freshDatabase()
const run = () => importRegister(database.db, systemClock, { file, source: 'Sirene, Metz' })

test('the 17,091 establishments of a town enter the register once, post offices included', async ({
  skip,
}) => {
  skip(!existsSync(file), `${file} is not on this machine`)
  const { db } = database
  expect(await run()).toMatchObject({
    kind: 'imported',
    counts: { lines: 17_091, created: 17_091, changed: 0, unchanged: 0, refused: 0 },
  })

  const count = async (where: (of: typeof all) => typeof all) =>
    Number((await where(all).executeTakeFirstOrThrow()).count)
  const all = db.selectFrom('businesses').select((eb) => eb.fn.countAll<string>().as('count'))
  expect(await count((of) => of)).toBe(17_091)
  expect(await count((of) => of.where('siren', '=', '356000000'))).toBe(7)
  expect(await count((of) => of.where('activityCode', 'like', '47%'))).toBe(2677)
  expect(await count((of) => of.where('activityCode', 'like', '56%'))).toBe(1471)
  expect(await count((of) => of.where('activityCode', 'like', '9602%'))).toBe(410)
  expect(await count((of) => of.where('latitude', 'is', null))).toBe(221)
  expect(await count((of) => of.where('sizeBand', 'is', null))).toBe(5936 + 161)
  expect(await count((of) => of.where('commune', '=', 'Metz'))).toBe(17_090)
  expect(await count((of) => of.where('departmentCode', '=', '57'))).toBe(17_091)
  expect(await count((of) => of.where('diffusion', '=', 'O'))).toBe(17_091)

  const before = await db.selectFrom('businesses').select(['id', 'importedAt']).orderBy('id').execute()
  expect(await run()).toMatchObject({
    kind: 'imported',
    counts: { lines: 17_091, created: 0, changed: 0, unchanged: 17_091, refused: 0 },
  })
  expect(await db.selectFrom('businesses').select(['id', 'importedAt']).orderBy('id').execute()).toEqual(
    before,
  )

  const bakeries = await searchBusinesses(db, {
    words: 'boulangrie',
    town: 'Metz',
    reach: everywhere,
    limit: 10,
  })
  expect(bakeries.length).toBeGreaterThan(5)
})
