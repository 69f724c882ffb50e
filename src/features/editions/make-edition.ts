import type { Clock } from '../../core/clock.ts'
import { transaction, type Db, type Tx } from '../../core/db.ts'
import { engine } from '../diagnostics/result.ts'
import type { Programme } from '../programmes/programme.ts'
import { layBricks, type LaidBrick } from './bricks.ts'
import {
  claimFamily,
  compareLeaves,
  countBricks,
  gatherResults,
  keepCounted,
  mapBricks,
} from './count-store.ts'
import { nextQuarter, type Edition, type WorkStep } from './edition.ts'
import { familyOf } from './family.ts'
import { publish, type CountedBrick } from './figure.ts'
import { MIN_BUSINESSES } from './place.ts'
import {
  findLatestEdition,
  insertCounted,
  insertEdition,
  listAsked,
  listBricks,
  listCountedBricks,
} from './store.ts'

export type EditionRequest = { programme: Programme; onStep?: (step: WorkStep) => Promise<void> }

export type EditionOutcome =
  | { kind: 'made'; edition: Edition; cells: number }
  /** Somebody else is making one. */
  | { kind: 'at-work' }
  | { kind: 'not-enough'; businesses: number }
  /** Less than a quarter ago, and not every figure has changed by ten businesses. */
  | { kind: 'too-soon'; until: Date }
  /** No figure has changed by ten businesses: the edition would be the last one again. */
  | { kind: 'nothing-new' }

/**
 * Counts the newest result of each business and freezes the figures, all or nothing. Long: half a minute for some
 * hundred thousand results. The figures of a place that changed by fewer than ten businesses are those of before.
 */
export function makeEdition(db: Db, clock: Clock, request: EditionRequest): Promise<EditionOutcome> {
  const { programme, onStep = async () => {} } = request
  const now = clock()
  const family = familyOf(programme)
  return transaction(db, async (tx) => {
    if (!(await claimFamily(tx, family))) return { kind: 'at-work' }
    const latest = await findLatestEdition(tx, family)
    await onStep('gather')
    const businesses = await gatherResults(tx, {
      family,
      engine,
      ...(await releasesOf(tx, programme, family)),
    })
    if (!latest && businesses < MIN_BUSINESSES) return { kind: 'not-enough', businesses }
    await onStep('compare')
    const earlier = await listBricks(tx, family)
    const wall = layBricks(await compareLeaves(tx, family, earlier.length), earlier)
    const fresh = wall.bricks.filter(({ state }) => state === 'fresh')
    if (latest && !wall.isAllFresh && now < nextQuarter(latest))
      return { kind: 'too-soon', until: nextQuarter(latest) }
    if (fresh.length === 0) return { kind: 'nothing-new' }
    await onStep('count')
    const counted = await countAnew(tx, { fresh, programme, now })
    const kept = latest ? await takeOver(tx, latest.id, wall.bricks) : []
    await onStep('publish')
    return freeze(tx, { programme, family, number: earlier.length + 1, now, bricks: [...counted, ...kept] })
  })
}

async function releasesOf(tx: Tx, { slug, axes }: Programme, family: string) {
  const all = await listAsked(tx, slug)
  const releases = all.filter((asked) => familyOf(asked) === family).map(({ id }) => id)
  return { releases, axes: axes.map(({ id }) => id) }
}

type Count = { fresh: readonly LaidBrick[]; programme: Programme; now: Date }

async function countAnew(tx: Tx, { fresh, programme, now }: Count): Promise<CountedBrick[]> {
  await mapBricks(tx, fresh)
  const items = programme.questions.map(({ id }) => id)
  return countBricks(tx, { items, axes: programme.axes.map(({ id }) => id), now })
}

async function takeOver(tx: Tx, latestId: string, bricks: readonly LaidBrick[]): Promise<CountedBrick[]> {
  const kept = new Set(bricks.flatMap(({ brick, state }) => (state === 'kept' ? [brick] : [])))
  return (await listCountedBricks(tx, latestId)).filter(({ brick }) => kept.has(brick))
}

type Freezing = {
  programme: Programme
  family: string
  number: number
  now: Date
  bricks: readonly CountedBrick[]
}

async function freeze(
  tx: Tx,
  { programme, family, number, now, bricks }: Freezing,
): Promise<Extract<EditionOutcome, { kind: 'made' }>> {
  const cells = publish(bricks)
  const businesses = bricks.reduce((sum, brick) => sum + brick.businesses, 0)
  const edition = { number, businesses, madeAt: now }
  const id = await insertEdition(tx, { programme: programme.slug, family, ...edition })
  await insertCounted(tx, id, { bricks, cells })
  await keepCounted(tx, { family, number })
  return { kind: 'made', edition: { id, ...edition }, cells: cells.length }
}
