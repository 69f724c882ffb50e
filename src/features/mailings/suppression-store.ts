/** Who is not written to: by address, whatever lists, imports and mailings say. */
import { sql, type RawBuilder } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import { softRule } from './bounce.ts'
import type { KnownSuppression, Scope, SuppressionReason } from './suppression.ts'

/**
 * What an address is known by once nothing else of it is kept. Written into each question: as a function of the
 * database it took ten times as long.
 */
export function addressKey(email: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`sha256(convert_to((select key from suppression_key) || normalised_address(${email}), 'UTF8'))`
}

type Wish = { recipientId: string; scope: Scope; reason: SuppressionReason }

/** Of the address that this mail went to; again is as good as once. False for a mail that is not ours. */
export async function suppress(tx: Tx, now: Date, { recipientId, scope, reason }: Wish): Promise<boolean> {
  const rows = await ask(
    tx,
    sql`insert into suppressions (address_key, scope, reason, suppressed_at, recipient_id)
      select address_key, ${scope}, ${reason}, ${now}::timestamptz, id from recipients where id = ${recipientId}
      on conflict (address_key, scope, reason) do update set reason = excluded.reason
      returning reason`,
  )
  return rows.length > 0
}

/** What somebody chose themselves ends here, and nothing else: complaints and bounces stay. */
export async function liftOwnChoices(tx: Tx, recipientId: string): Promise<void> {
  await sql`delete from suppressions using recipients
    where recipients.id = ${recipientId} and recipients.address_key = suppressions.address_key
      and suppressions.reason = 'unsubscribed'`.execute(tx)
}

/** Of the address that this mail went to, oldest first; null for a mail that is not ours. */
export async function findSuppressions(db: Reader, recipientId: string): Promise<KnownSuppression[] | null> {
  const known = await db
    .selectFrom('recipients')
    .select('id')
    .where('id', '=', recipientId)
    .executeTakeFirst()
  if (!known) return null
  return ask(
    db,
    sql<KnownSuppression>`select scope, suppressions.reason, suppressed_at from suppressions
      join recipients using (address_key) where recipients.id = ${recipientId} order by suppressed_at`,
  )
}

/** Too many of the last mails to this address came back for now: it is left alone from here on. */
export async function suppressWeary(tx: Tx, now: Date, recipientId: string): Promise<boolean> {
  const rows = await ask(
    tx,
    sql`insert into suppressions (address_key, reason, suppressed_at, recipient_id)
      select address_key, 'soft-bounces', ${now}::timestamptz, ${recipientId}::uuid from (
        select address_key, bounce from recipients
        where address_key = (select address_key from recipients where id = ${recipientId})
          and state in ('sent', 'failed')
        order by ended_at desc limit ${softRule.of}
      ) lately
      group by address_key having count(*) filter (where bounce = 'soft') >= ${softRule.bounced}
      on conflict do nothing returning reason`,
  )
  return rows.length > 0
}
