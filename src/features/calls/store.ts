/** All SQL about calls and who to call. */
import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import { isWithin, type Reach } from '../businesses/reach-store.ts'
import { daysOfPeace, type Call, type CallOutcome, type CallToMake } from './call.ts'

export type NewCall = {
  businessId: string
  madeBy: string
  outcome: CallOutcome
  note: string
  nextCallOn: string | null
  formKey: string | null
}

/** False when this very form has noted it already. */
export async function insertCall(tx: Tx, now: Date, call: NewCall): Promise<boolean> {
  const row = await tx
    .insertInto('calls')
    .values({ ...call, madeAt: now })
    .onConflict((conflict) => conflict.constraint('one_call_per_form').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertRefusal(
  tx: Tx,
  now: Date,
  { businessId, notedBy }: { businessId: string; notedBy: string },
): Promise<void> {
  await tx
    .insertInto('contactRefusals')
    .values({ businessId, notedBy, refusedAt: now })
    .onConflict((conflict) => conflict.column('businessId').doNothing())
    .execute()
}

/** @returns false when it had not asked to be left alone. */
export async function deleteRefusal(tx: Tx, businessId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('contactRefusals')
    .where('businessId', '=', businessId)
    .returning('businessId')
    .executeTakeFirst()
  return row !== undefined
}

/** When a business asked to be left alone; null when it did not. */
export async function findRefusal(db: Reader, businessId: string): Promise<Date | null> {
  const query = db.selectFrom('contactRefusals').select('refusedAt').where('businessId', '=', businessId)
  return (await query.executeTakeFirst())?.refusedAt ?? null
}

/** Calls and notes, newest first. */
export function listCalls(db: Reader, businessId: string): Promise<Call[]> {
  return db
    .selectFrom('calls')
    .innerJoin('people', 'people.id', 'madeBy')
    .select((eb) => [
      'calls.id',
      'madeAt',
      eb.fn.coalesce(sql<string>`nullif(people.name, '')`, 'people.email').as('by'),
      eb.ref('outcome').$castTo<CallOutcome>().as('outcome'),
      'note',
      'nextCallOn',
    ])
    .where('businessId', '=', businessId)
    .orderBy('madeAt', 'desc')
    .orderBy('calls.id')
    .limit(100)
    .execute()
}

type Line = Omit<CallToMake, 'lastCall'> & { lastMadeAt: Date | null; lastOutcome: CallOutcome | null }

/** The newest line of each business. */
const lastCall = sql`
  select distinct on (business_id) business_id, made_at, outcome, next_call_on from calls
  order by business_id, made_at desc`

/** Every reason of every business, the most pressing with the lowest rank. */
const reasonsOn = (now: Date, today: string) => sql`
  select business_id, 1 as rank, 'agreed' as reason, made_at as since from last_call
    where next_call_on <= ${today}::date
  union all
  select b.business_id, 2, 'absent', max(session.starts_at) from attendance_declarations said
    join bookings b on b.id = said.booking_id join training_sessions session on session.id = b.training_session_id
    where said.state = 'absent' and said.seat = 0 and b.business_id is not null
      and session.starts_at > ${now}::timestamptz - interval '30 days'
    group by b.business_id
  union all
  select business_id, 3, 'unfinished', max(started_at) from diagnostics
    where business_id is not null and finished_at is null
      and started_at between ${now}::timestamptz - interval '60 days' and ${now}::timestamptz - interval '2 days'
    group by business_id
  union all
  select business_id, 4, 'plan-sleeps', max(finished_at) from diagnostics
    where business_id is not null
      and finished_at between ${now}::timestamptz - interval '90 days' and ${now}::timestamptz - interval '14 days'
    group by business_id`

/** Something happened since that makes the call needless. */
const isOvertaken = sql`(
  reason = 'unfinished' and exists (
    select from diagnostics later where later.business_id = reason.business_id and later.finished_at > reason.since)
  or reason = 'plan-sleeps' and (
    exists (select from bookings where bookings.business_id = reason.business_id and cancelled_at is null
      and booked_at > reason.since)
    or exists (select from action_proofs proof join diagnostics run on run.id = proof.diagnostic_id
      where run.business_id = reason.business_id and proof.declared_at > reason.since)))`

/**
 * Whom to call on a day, most pressing reason first, each business once. Left out: who asked to be left alone or not
 * to be shown, and who was called within the last days, unless this day was agreed.
 * @param today as 2026-12-01, where the shops are.
 */
export async function listCallsToMake(
  db: Reader,
  now: Date,
  { reach, today, limit }: { reach: Reach; today: string; limit: number },
): Promise<CallToMake[]> {
  const lines = await ask<Line>(
    db,
    sql`
      with last_call as (${lastCall}), reason as (${reasonsOn(now, today)}), first_reason as (
        select distinct on (business_id) * from reason where not ${isOvertaken} order by business_id, rank
      )
      select businesses.id as business_id, name, sign, commune, activity_code, department_code, reason, since,
        last_call.made_at as last_made_at, last_call.outcome as last_outcome,
        (select max(made_at) from calls where business_id = businesses.id and outcome in ('reached', 'call-back'))
          as reached_at
      from first_reason
        join businesses on businesses.id = first_reason.business_id
        left join last_call on last_call.business_id = businesses.id
      where diffusion = 'O' and ${isWithin(reach)}
        and not exists (select from contact_refusals where business_id = businesses.id)
        and (reason = 'agreed' or last_call.made_at is null
          or (last_call.made_at < ${now}::timestamptz - make_interval(days => ${daysOfPeace})
            and last_call.next_call_on is null))
      order by rank, since desc, businesses.id limit ${limit}`,
  )
  return lines.map(({ lastMadeAt, lastOutcome, ...line }) => ({
    ...line,
    lastCall: lastMadeAt && lastOutcome ? { madeAt: lastMadeAt, outcome: lastOutcome } : null,
  }))
}
