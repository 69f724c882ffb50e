/** The counting of an edition, by sets: two hundred thousand results are read once. */
import { sql } from 'kysely'
import { ask, type Tx } from '../../core/db.ts'
import type { AxisId } from '../programmes/question.ts'
import type { QuestionId } from '../programmes/option.ts'
import type { Against, LaidBrick, Leaf } from './bricks.ts'
import type { CountedBrick } from './figure.ts'
import { PLACE_QUESTIONS, type Place } from './place.ts'

/** Only one edition of a family is made at a time; false while another one is. Slow statements may be slow. */
export async function claimFamily(tx: Tx, family: string): Promise<boolean> {
  await sql`set local statement_timeout = 0`.execute(tx)
  // The tables of the count are made in the transaction, before statistics of them exist.
  await sql`set local work_mem = '64MB'`.execute(tx)
  const [row] = await ask(
    tx,
    sql<{
      isOurs: boolean
    }>`select pg_try_advisory_xact_lock(hashtext('edition'), hashtext(${family})) as is_ours`,
  )
  return row?.isOurs ?? false
}

export type Gathering = {
  family: string
  releases: readonly string[]
  engine: string
  axes: readonly AxisId[]
}

/**
 * Gathers the newest result of each business of the register that finished a diagnostic under these releases, as
 * this engine read it.
 * A business that was counted before stays at the place where it was counted.
 */
export async function gatherResults(tx: Tx, { family, releases, engine, axes }: Gathering): Promise<number> {
  const [size, sector] = PLACE_QUESTIONS
  const scores = sql.join(axes.map((_, i) => sql`(result.axes->${sql.lit(i)}->>'low')::smallint`))
  await sql`
    create temporary table edition_live on commit drop as
    with latest as (
      select distinct on (d.business_id) d.business_id, s.id as snapshot_id
      from diagnostics d join snapshots s on s.diagnostic_id = d.id
      where d.business_id is not null and d.finished_at is not null and s.release_id = any(${releases}::text[])
        and s.engine = ${engine}
      order by d.business_id, s.made_at desc, s.last_event_id desc)
    select latest.business_id, latest.snapshot_id, result.answers, array[${scores}] as scores,
      coalesce(counted.place, concat_ws('/', result.answers->${size}->>'option',
        case when result.answers ? ${size} then result.answers->${sector}->>'option' end,
        case when result.answers ?& array[${size}, ${sector}] then b.department_code end)) as place
    from latest
    join snapshots s on s.id = latest.snapshot_id
    cross join lateral jsonb_to_record(s.result) as result (answers jsonb, axes jsonb)
    join businesses b on b.id = latest.business_id
    left join counted_results counted on counted.family = ${family} and counted.business_id = latest.business_id
      and counted.last_edition is null`.execute(tx)
  await sql`analyze edition_live (business_id, snapshot_id, place)`.execute(tx)
  const [row] = await ask(tx, sql<{ count: number }>`select count(*)::int as count from edition_live`)
  return row?.count ?? 0
}

type Compared = { edition: number; place: Place; all: number; same: number }
type Gone = { edition: number; place: Place; gone: number }

/** Each place with its businesses, today and as last counted, against each earlier edition. */
export async function compareLeaves(tx: Tx, family: string, editions: number): Promise<Leaf[]> {
  const live = sql`edition_live`
  const kept = sql`(select * from counted_results where family = ${family} and last_edition is null)`
  const given = { family, editions }
  const [today, todayGone] = [await compare(tx, live, given), await countGone(tx, live, given)]
  const [last, lastGone] = [await compare(tx, kept, given), await countGone(tx, kept, given)]
  const places = new Set([...today, ...todayGone, ...last, ...lastGone].map(({ place }) => place))
  const [findToday, findLast] = [finder(today, todayGone), finder(last, lastGone)]
  const numbers = Array.from({ length: editions }, (_, i) => i + 1)
  return [...places].sort().map((place) => ({
    place,
    businesses: findToday(0, place).fresh,
    live: numbers.map((edition) => findToday(edition, place)),
    kept: numbers.map((edition) => findLast(edition, place)),
  }))
}

type Given = { family: string; editions: number }

/** Edition 0 counted nobody: against it everybody is new, and so counted. */
function compare(tx: Tx, now: ReturnType<typeof sql>, { family, editions }: Given): Promise<Compared[]> {
  return ask(
    tx,
    sql<Compared>`
      select edition, now.place, count(*)::int as all, count(*) filter (where former.snapshot_id = now.snapshot_id)::int as same
      from generate_series(0, ${editions}::int) edition cross join ${now} now
      left join counted_results former on former.family = ${family} and former.business_id = now.business_id
        and former.first_edition <= edition and (former.last_edition is null or former.last_edition >= edition)
      group by edition, now.place`,
  )
}

/** Businesses that an edition counted and that are there no more. */
function countGone(tx: Tx, now: ReturnType<typeof sql>, { family, editions }: Given): Promise<Gone[]> {
  return ask(
    tx,
    sql<Gone>`
      select edition, former.place, count(*)::int as gone
      from generate_series(1, ${editions}::int) edition
      join counted_results former on former.family = ${family}
        and former.first_edition <= edition and (former.last_edition is null or former.last_edition >= edition)
      where not exists (select from ${now} now where now.business_id = former.business_id)
      group by edition, former.place`,
  )
}

function finder(compared: readonly Compared[], gone: readonly Gone[]) {
  const key = (edition: number, place: Place) => `${edition} ${place}`
  const counted = new Map(compared.map((row) => [key(row.edition, row.place), row]))
  const left = new Map(gone.map((row) => [key(row.edition, row.place), row.gone]))
  return (edition: number, place: Place): Against => {
    const { all, same } = counted.get(key(edition, place)) ?? { all: 0, same: 0 }
    return { same, fresh: all - same, gone: left.get(key(edition, place)) ?? 0 }
  }
}

/** Remembers which place goes into which of the bricks that are counted anew. */
export async function mapBricks(tx: Tx, bricks: readonly LaidBrick[]): Promise<void> {
  const rows = bricks.flatMap(({ brick, leaves }) => leaves.map(({ place }) => ({ brick, place })))
  await sql`
    create temporary table edition_map on commit drop as
    select place, brick from jsonb_to_recordset(${JSON.stringify(rows)}) as t (place text, brick text)`.execute(
    tx,
  )
  await sql`analyze edition_map`.execute(tx)
}

/** Adds up the answers and the sure scores of each mapped brick. */
export async function countBricks(
  tx: Tx,
  { items, axes, now }: { items: readonly QuestionId[]; axes: readonly AxisId[]; now: Date },
): Promise<CountedBrick[]> {
  return ask(
    tx,
    sql<CountedBrick>`
      with sizes as (
        select brick, count(*)::int as businesses from edition_live join edition_map using (place) group by brick),
      answers as (
        select brick, answer.key as name, answer.value->>'option' as value, count(*)::int as count
        from edition_live join edition_map using (place) cross join lateral jsonb_each(answers) answer
        where answer.key = any(${items}::text[]) group by 1, 2, 3),
      scores as (
        select brick, (${axes}::text[])[score.place] as name, score.low::text as value, count(*)::int as count
        from edition_live join edition_map using (place)
        cross join lateral unnest(scores) with ordinality as score (low, place)
        where score.low is not null group by 1, 2, 3)
      select brick, businesses, ${now}::timestamptz as counted_at, jsonb_build_object(
        'items', coalesce(item.counts, '{}'), 'scores', coalesce(score.counts, '{}')) as counts
      from sizes left join (${byName('answers')}) item using (brick) left join (${byName('scores')}) score using (brick)`,
  )
}

/** One object a brick: name → value → count. */
const byName = (table: 'answers' | 'scores') => sql`
  select brick, jsonb_object_agg(name, counts) as counts
  from (select brick, name, jsonb_object_agg(value, count) as counts from ${sql.table(table)} group by brick, name) named
  group by brick`

/** Keeps which result of which business this edition is the first to count, and ends those it counts no more. */
export async function keepCounted(
  tx: Tx,
  { family, number }: { family: string; number: number },
): Promise<void> {
  await sql`
    update counted_results counted set last_edition = ${number - 1}
    where counted.family = ${family} and counted.last_edition is null
      and counted.place in (select place from edition_map)
      and not exists (select from edition_live live
        where live.business_id = counted.business_id and live.snapshot_id = counted.snapshot_id)`.execute(tx)
  await sql`
    insert into counted_results (family, business_id, snapshot_id, place, first_edition)
    select ${family}, live.business_id, live.snapshot_id, live.place, ${number}::int
    from edition_live live join edition_map using (place)
    where not exists (select from counted_results counted where counted.family = ${family}
      and counted.business_id = live.business_id and counted.last_edition is null)`.execute(tx)
}
