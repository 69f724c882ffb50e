import { sql, type RawBuilder } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'
import { isWithin, type Reach } from '../businesses/reach-store.ts'
import type { Counts, IndicatorId, StreetShop } from './indicator.ts'

/** Its owner saw a result, and had answered at least one question: what the register filled in is no diagnostic. */
const isDiagnosed = sql`(run.finished_at is not null and exists (
  select from answer_events event where event.diagnostic_id = run.id and event.source = 'answered'))`
const isBooked = sql`exists (select from bookings seat where seat.business_id = b.id and seat.cancelled_at is null)`

/**
 * Exact counts in one question, all of the same moment; about a tenth of a second a million businesses. Of a relay:
 * of its businesses only, and nothing of runs and people that name none of them.
 */
export async function readCounts(db: Reader, reach: Reach): Promise<Counts> {
  const [row] = await ask<Record<IndicatorId, string>>(
    db,
    sql`
      select
        (select count(*) from businesses where ${isWithin(reach)}) as register,
        (select count(distinct business_id) from diagnostics run
          where business_id is not null and ${isDiagnosed} and ${isOf(reach, 'run')}) as diagnosed,
        (select count(distinct business_id) from plans where business_id is not null and ${isOf(reach, 'plans')}
          and exists (select from plan_actions where plan_id = plans.id)) as planned,
        (select count(distinct business_id) from bookings
          where business_id is not null and cancelled_at is null and ${isOf(reach, 'bookings')}) as booked,
        (select count(distinct run.business_id) from action_proofs proof
          join diagnostics run on run.id = proof.diagnostic_id where ${isOf(reach, 'run')}) as done,
        (select count(*) from diagnostics run
          where business_id is null and ${isDiagnosed} and ${isOf(reach, 'run')}) as "diagnosed-unnamed",
        (select count(distinct person_id) from bookings
          where cancelled_at is null and ${isOf(reach, 'bookings')}) as "people-booked"`,
  )
  const entries = Object.entries(row ?? {}).map(([id, count]) => [id, Number(count)])
  return Object.fromEntries(entries) as Counts
}

/** What belongs to a business within reach; everything, for who sees everything. */
function isOf(reach: Reach, table: string): RawBuilder<boolean> {
  if (reach.relayId === null) return sql<boolean>`true`
  return sql<boolean>`${sql.ref(`${table}.businessId`)} in (select id from businesses where ${isWithin(reach)})`
}

/** The shops that moved last, newest first: diagnosed, or with a seat in a training. */
export function listMovedShops(db: Reader, limit: number): Promise<StreetShop[]> {
  return ask(
    db,
    sql<StreetShop>`
      select b.activity_code, case when ${isBooked} then 'booked' else 'diagnosed' end as step
      from (
        select business_id, max(moved_at) as moved_at from (
          (select business_id, finished_at as moved_at from diagnostics run
            where business_id is not null and ${isDiagnosed} order by finished_at desc limit ${limit * 10})
          union all
          (select business_id, booked_at from bookings
            where business_id is not null and cancelled_at is null order by booked_at desc limit ${limit * 10})
        ) recent
        group by business_id) moved
      join businesses b on b.id = moved.business_id and b.diffusion = 'O'
      order by moved.moved_at desc, b.id limit ${limit}`,
  )
}

/** Shops of the register that have not begun; any will do, the same ones each time. */
export function listWaitingShops(db: Reader, limit: number): Promise<StreetShop[]> {
  return ask(
    db,
    sql<StreetShop>`
      select b.activity_code, 'register' as step from businesses b
      where b.diffusion = 'O' and b.activity_code is not null and b.activity_code < '97'
        and not ${isBooked}
        and not exists (select from diagnostics run where run.business_id = b.id and ${isDiagnosed})
      order by b.siret desc limit ${limit}`,
  )
}
