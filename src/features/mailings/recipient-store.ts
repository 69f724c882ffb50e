/** The rows of a mailing: built in one statement, claimed, and marked with what came of each. */
import { sql, type RawBuilder } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import { overseasZones } from '../businesses/geography.ts'
import type { Bounce, Lately } from './bounce.ts'
import { lastMails } from './bounce.ts'
import { judgedRows } from './contact-store.ts'
import { daysOfPeace, noticeVersion, siteBasis, type Mailing } from './mailing.ts'
import { domainsOf, type Destination } from './pace.ts'
import type { Addressee } from './tell-mailing.ts'

const destinationByDomain = JSON.stringify(
  Object.fromEntries(
    Object.entries(domainsOf).flatMap(([destination, domains]) =>
      domains.map((domain) => [domain, destination]),
    ),
  ),
)

/** Every zone that a recipient may be in. */
export const recipientZones: readonly string[] = ['Europe/Paris', ...Object.values(overseasZones)]

/**
 * A row for each person of the audience, with those left out and why; one statement, and again it adds nothing.
 * @returns how many rows were added
 */
export async function buildRecipients(
  tx: Tx,
  now: Date,
  { id, relayId, audience, topic }: Pick<Mailing, 'id' | 'relayId' | 'audience' | 'topic'>,
): Promise<number> {
  const judged = judgedRows(now, { reach: { relayId }, audience, topic })
  const result = await sql`
    insert into recipients (mailing_id, person_id, business_id, email, address_key, language, destination, zone,
      source, collected_at, legal_basis, notice_version, state, skipped_because, ended_at)
    select ${id}::uuid, person_id, business_id, email, address_key, language,
      coalesce(${destinationByDomain}::jsonb ->> lower(split_part(email, '@', 2)), 'other'),
      coalesce(${JSON.stringify(overseasZones)}::jsonb ->> department_code, 'Europe/Paris'),
      source, collected_at, ${siteBasis}, ${noticeVersion},
      case when skipped_because is null then 'waiting' else 'skipped' end, skipped_because,
      case when skipped_because is null then null else ${now}::timestamptz end
    from (${judged}) judged
    on conflict on constraint one_mail_per_person do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

export type Claim = {
  mailing: Pick<Mailing, 'id' | 'topic'>
  destination: Destination
  /** Where it is too early or too late now. */
  quiet: readonly string[]
  limit: number
}
export type Claimed = Addressee & { email: string; language: Language; attempts: number; firstTriedAt: Date }

/** What has happened since the rows were built, and forbids a mail. */
const reasonSince = (now: Date, topic: string): RawBuilder<unknown> => sql`coalesce(
  (select 'refused-contact' from contact_refusals refused where refused.business_id = due.business_id),
  (select reason from suppressions gone where gone.address_key = due.address_key and gone.scope in ('all', ${topic})
    order by suppressed_at limit 1),
  (select 'recently-written-to' from recipients other where other.address_key = due.address_key
    and other.mailing_id <> due.mailing_id and other.state = 'sent'
    and other.ended_at > ${now}::timestamptz - make_interval(days => ${daysOfPeace}) limit 1))`

/** Takes rows that no other worker has; those that must not be written to any more are skipped on the way. */
export async function claimRecipients(
  tx: Tx,
  now: Date,
  { mailing, destination, quiet, limit }: Claim,
): Promise<Claimed[]> {
  const rows = await ask<
    Omit<Claimed, 'business'> & Partial<NonNullable<Claimed['business']>> & { state: string }
  >(
    tx,
    sql`
      with due as (
        select id, mailing_id, business_id, address_key from recipients
        where mailing_id = ${mailing.id} and destination = ${destination} and state in ('waiting', 'deferred')
          and (not_before is null or not_before <= ${now}) and zone <> all(${quiet}::text[])
        order by id limit ${limit} for update skip locked
      ), judged as (
        select due.id, ${reasonSince(now, mailing.topic)} as reason, name, sign, siret, commune
        from due left join businesses on businesses.id = due.business_id and diffusion = 'O'
      )
      update recipients set
        state = case when reason is null then 'claimed' else 'skipped' end, skipped_because = reason,
        ended_at = case when reason is null then null else ${now}::timestamptz end,
        claimed_at = ${now}::timestamptz, attempts = attempts + 1,
        first_tried_at = coalesce(first_tried_at, ${now}::timestamptz)
      from judged where recipients.id = judged.id
      returning recipients.id, email, language, state, attempts, first_tried_at, name, sign, siret, commune`,
  )
  return rows
    .filter(({ state }) => state === 'claimed')
    .map(({ id, email, language, attempts, firstTriedAt, name, sign = null, siret, commune = null }) => ({
      id,
      email,
      language,
      attempts,
      firstTriedAt,
      business: name && siret ? { name, sign, siret, commune } : null,
    }))
}

export type Mark =
  | { state: 'sent'; reply: string }
  | { state: 'failed'; reply: string; bounce: Bounce; status: string | null }
  | { state: 'deferred' | 'waiting'; reply: string; notBefore: Date }
  | { state: 'uncertain'; reply: string }

/** Only who holds the claim marks: a row that was given up meanwhile stays uncertain. */
export async function markRecipient(tx: Tx, now: Date, id: string, mark: Mark): Promise<void> {
  const isEnded = mark.state === 'sent' || mark.state === 'failed'
  await tx
    .updateTable('recipients')
    .set({
      state: mark.state,
      reply: mark.reply,
      endedAt: isEnded ? now : null,
      notBefore: 'notBefore' in mark ? mark.notBefore : null,
      ...('bounce' in mark && { bounce: mark.bounce, bouncedAt: now, bounceStatus: mark.status }),
    })
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .execute()
}

/** Claims of workers that died: nobody knows whether these mails left, so nobody sends them again. */
export async function giveUpClaims(tx: Tx, before: Date): Promise<number> {
  const rows = await tx
    .updateTable('recipients')
    .set({ state: 'uncertain' })
    .where('state', '=', 'claimed')
    .where('claimedAt', '<', before)
    .returning('id')
    .execute()
  return rows.length
}

/** Everybody not written to yet is left out. */
export async function skipWaiting(tx: Tx, now: Date, mailingId: string): Promise<void> {
  await tx
    .updateTable('recipients')
    .set({ state: 'skipped', skippedBecause: 'stopped', endedAt: now })
    .where('mailingId', '=', mailingId)
    .where('state', 'in', ['waiting', 'deferred'])
    .execute()
}

export async function hasWork(db: Reader, mailingId: string): Promise<boolean> {
  const row = await db
    .selectFrom('recipients')
    .select('id')
    .where('mailingId', '=', mailingId)
    .where('state', 'in', ['waiting', 'deferred', 'claimed'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What came of the last mails that left since somebody last resumed it. */
export async function findLately(db: Reader, mailingId: string): Promise<Lately> {
  const [row] = await ask<Lately>(
    db,
    sql`select count(*)::int as sent, count(*) filter (where bounce = 'hard')::int as hard,
        count(*) filter (where bounce = 'policy')::int as policy,
        count(*) filter (where bounce = 'complaint')::int as complaints
      from (select bounce from recipients
        where mailing_id = ${mailingId} and state in ('sent', 'failed') and greatest(ended_at, bounced_at)
          > coalesce((select resumed_at from mailings where id = ${mailingId}), '-infinity')
        order by ended_at desc limit ${lastMails}) lately`,
  )
  return row ?? { sent: 0, hard: 0, policy: 0, complaints: 0 }
}
