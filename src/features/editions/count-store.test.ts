import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { transaction, type Db } from '../../core/db.ts'
import { aSiret } from '../../testing/a-business.ts'
import { freshDatabase } from '../../testing/database.ts'
import {
  cellsIn,
  crowdsOf,
  fewMoves,
  moves,
  publishAll,
  type Counted,
  type Crowd,
} from '../../testing/editions.ts'
import { engine } from '../diagnostics/result.ts'
import { loadProgramme } from '../programmes/load-programme.ts'
import type { Programme } from '../programmes/programme.ts'
import { keepRelease } from '../programmes/store.ts'
import { familyOf } from './family.ts'
import { makeEdition } from './make-edition.ts'
import { standingAt } from './place.ts'
import { findLatestEdition } from './store.ts'

const database = freshDatabase()
const quarter = (number: number) => new Date(Date.UTC(2026, 3 * number, 2))

async function aFamily(name: string): Promise<Programme> {
  const real = await loadProgramme('programmes/soutenons-nos-tpe-pme')
  const programme = { ...real, slug: name, hash: name }
  await transaction(database.db, (tx) => keepRelease(tx, quarter(0), programme))
  return programme
}

/** Odd results have a website. */
const hasWebsite = ({ result }: Counted) => result % 2 === 1

/** Brings PostgreSQL from the crowd it knows to this one: shops come, answer again, or are theirs no more. */
async function bring(
  db: Db,
  programme: Programme,
  before: Crowd,
  now: Crowd,
  ids: Map<number, string>,
  at: Date,
) {
  const fresh = [...now].filter(([shop, { result }]) => before.get(shop)?.result !== result)
  const gone = [...before.keys()].filter((shop) => !now.has(shop))
  for (const [shop, { place }] of fresh) if (!ids.has(shop)) ids.set(shop, await aShop(db, place))
  const idOf = (shop: number) => ids.get(shop) ?? ''
  if (gone.length > 0)
    await db
      .updateTable('diagnostics')
      .set({ businessId: null })
      .where('businessId', 'in', gone.map(idOf))
      .execute()
  for (const [shop, counted] of fresh) await answer(db, programme, { businessId: idOf(shop), counted, at })
}

async function aShop(db: Db, place: string): Promise<string> {
  const { department } = standingAt(place)
  const shop = {
    siret: aSiret(),
    name: 'SHOP',
    departmentCode: department,
    source: 'test',
    importedAt: quarter(0),
  }
  return (await db.insertInto('businesses').values(shop).returning('id').executeTakeFirstOrThrow()).id
}

type Answered = { businessId: string; counted: Counted; at: Date }

async function answer(db: Db, programme: Programme, { businessId, counted, at }: Answered): Promise<void> {
  const { size, sector } = standingAt(counted.place)
  const answers = {
    ...(size !== null && { size: { option: size } }),
    ...(sector !== null && { sector: { option: sector } }),
    website: { option: hasWebsite(counted) ? 'yes' : 'no' },
  }
  const result = JSON.stringify({ answers, axes: programme.axes.map(() => ({ low: 10 * counted.result })) })
  const run = { releaseId: programme.hash, businessId, language: 'fr', startedAt: at, finishedAt: at }
  const token = `${businessId}-${counted.result}`
  const { id } = await db
    .insertInto('diagnostics')
    .values({ ...run, token })
    .returning('id')
    .executeTakeFirstOrThrow()
  const kept = { diagnosticId: id, releaseId: programme.hash, engine, lastEventId: '0', madeAt: at }
  await db
    .insertInto('snapshots')
    .values({ ...kept, result })
    .execute()
}

/** Place → how many shops the newest edition tells of there, and how many in a hundred have a website. */
async function told(db: Db, programme: Programme): Promise<Record<string, [number, number]>> {
  const edition = await findLatestEdition(db, familyOf(programme))
  if (!edition) return {}
  const cells = await db
    .selectFrom('editionCells')
    .select(['place', 'businesses', 'figures'])
    .where('editionId', '=', edition.id)
    .execute()
  return Object.fromEntries(
    cells.map(({ place, businesses, figures }) => {
      const { items } = figures as { items: { website?: { yes?: number } } }
      return [place, [businesses, items.website?.yes ?? 0]]
    }),
  )
}

let families = 0

// The rules are tried on hundreds of crowds in bricks.test.ts: this joins them to what PostgreSQL does.
test('edition after edition, PostgreSQL tells of exactly the shops that the rules allow', async () => {
  const { db } = database
  await fc.assert(
    fc.asyncProperty(fc.tuple(moves, fewMoves, fewMoves, moves, fewMoves), async (rounds) => {
      const programme = await aFamily(`crowd-${(families += 1)}`)
      const ids = new Map<number, string>()
      const crowds = crowdsOf(rounds)
      const allowed = publishAll(crowds)
      for (const [round, crowd] of crowds.entries()) {
        await bring(db, programme, crowds[round - 1] ?? new Map(), crowd, ids, quarter(2 * round))
        await makeEdition(db, () => quarter(2 * round + 1), { programme })
        const published = allowed[round]
        const expected = [...(published ? cellsIn(published) : [])].map(([place, shops]) => {
          const share = (100 * [...shops.values()].filter(hasWebsite).length) / shops.size
          return [place, [shops.size, Math.round(share)]]
        })
        expect(await told(db, programme)).toEqual(Object.fromEntries(expected))
      }
    }),
    { numRuns: 4 },
  )
})
