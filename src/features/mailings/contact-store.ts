/** Who can be written to, and why: people whose address a business gave by a diagnostic or a booking. */
import { sql, type RawBuilder } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'
import { unreachable } from '../../core/never.ts'
import { isWithin, type Reach } from '../businesses/reach-store.ts'
import { matches } from '../segments/rule-store.ts'
import { readRule } from '../segments/rule.ts'
import {
  daysOfPeace,
  type Audience,
  type AudienceCount,
  type AudienceMember,
  type SkipReason,
  type Topic,
} from './mailing.ts'
import { addressKey } from './suppression-store.ts'

/** Everybody with a known address, once for each business. Further sources are added here and nowhere else. */
const given = sql`
  select person_id, business_id, 'diagnostic' as source, started_at as collected_at from diagnostics
    where person_id is not null and business_id is not null
  union all
  select person_id, business_id, 'booking', booked_at from bookings where business_id is not null`

const finished = sql`select from diagnostics where business_id = businesses.id and finished_at is not null`

/** Kept with the mailing: a rule that no version of ours can read any more means nobody. */
function isOf(reach: Reach, kept: unknown): RawBuilder<unknown> {
  const rule = readRule(kept)
  return rule ? matches(reach, rule) : sql`false`
}

/** The condition of an audience on a business. */
function isMeant(reach: Reach, audience: Audience): RawBuilder<unknown> {
  switch (audience.kind) {
    case 'everybody':
      return sql`true`
    case 'segment':
      return isOf(reach, audience.rule)
    case 'department':
      return sql`businesses.department_code = ${audience.code}`
    case 'not-begun':
      return sql`not exists (select from diagnostics where business_id = businesses.id)`
    case 'unfinished':
      return sql`exists (select from diagnostics where business_id = businesses.id) and not exists (${finished})`
    case 'no-booking':
      return sql`exists (${finished}) and not exists (
        select from bookings where business_id = businesses.id and cancelled_at is null)`
    default:
      return unreachable(audience)
  }
}

/**
 * A row a person: of several businesses, the one that may be shown and was heard of last. Columns `person_id`,
 * `business_id`, `source`, `collected_at`, `email`, `language`, `department_code`, `diffusion`, `address_key`.
 */
export function audienceRows(reach: Reach, audience: Audience): RawBuilder<unknown> {
  return sql`
    select contact.*, ${addressKey(sql`email`)} as address_key
    from (
      select distinct on (person_id) person_id, business_id, given.source, collected_at, department_code, diffusion,
        email, language
      from (${given}) given
        join businesses on businesses.id = business_id
        join people on people.id = person_id
      where ${isWithin(reach)} and ${isMeant(reach, audience)}
      order by person_id, diffusion = 'O' desc, collected_at desc, business_id
    ) contact`
}

/** Where one address comes from, business by business, the newest first. */
export function sourceRows(reach: Reach, email: string): RawBuilder<unknown> {
  return sql`
    select coalesce(sign, name) as name, given.source, max(collected_at) as collected_at
    from (${given}) given join businesses on businesses.id = business_id
    where person_id = (select id from people where email = ${email}) and diffusion = 'O' and ${isWithin(reach)}
    group by businesses.id, given.source order by 3 desc limit 50`
}

/** With `skipped_because`: why a row of the audience is left out, or null. */
export function judgedRows(
  now: Date,
  { reach, audience, topic }: { reach: Reach; audience: Audience; topic: Topic },
): RawBuilder<unknown> {
  return sql`
    select meant.*, case
      when diffusion <> 'O' then 'undisclosed'
      when refused.business_id is not null then 'refused-contact'
      when gone.reason is not null then gone.reason
      when recent.address_key is not null then 'recently-written-to'
    end as skipped_because
    from (${audienceRows(reach, audience)}) meant
      left join contact_refusals refused on refused.business_id = meant.business_id
      left join (
        select distinct on (address_key) address_key, reason from suppressions where scope in ('all', ${topic})
        order by address_key, suppressed_at
      ) gone on gone.address_key = meant.address_key
      left join (
        select distinct address_key from recipients where state = 'sent'
          and ended_at > ${now}::timestamptz - make_interval(days => ${daysOfPeace})
      ) recent on recent.address_key = meant.address_key`
}

/** The audience by person, after a given one; those who may not be shown left out, and nobody else. */
export function listAudience(
  db: Reader,
  reach: Reach,
  audience: Audience,
  { after, limit }: { after: string | null; limit: number },
): Promise<AudienceMember[]> {
  return ask(
    db,
    sql<AudienceMember>`
      select person_id, email, coalesce(sign, name) as name, commune from (${audienceRows(reach, audience)}) meant
        join businesses on businesses.id = business_id
      where meant.diffusion = 'O' and (${after}::uuid is null or person_id > ${after}::uuid)
      order by person_id limit ${limit}`,
  )
}

/** How many would be written to now, and why others would not. */
export async function countAudience(
  db: Reader,
  now: Date,
  wanted: { reach: Reach; audience: Audience; topic: Topic },
): Promise<AudienceCount> {
  const rows = await ask<{ reason: SkipReason | null; count: number }>(
    db,
    sql`select skipped_because as reason, count(*)::int as count from (${judgedRows(now, wanted)}) judged
      group by 1 order by 2 desc`,
  )
  return {
    recipients: rows.find(({ reason }) => reason === null)?.count ?? 0,
    left: rows.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }])),
  }
}
