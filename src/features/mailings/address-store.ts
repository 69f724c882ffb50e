/** One address, as far as somebody may see. */
import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { Reach } from '../businesses/reach-store.ts'
import type { AddressSource, KnownAddress, SentMail } from './address.ts'
import { sourceRows } from './contact-store.ts'
import { addressKey } from './suppression-store.ts'
import type { KnownSuppression } from './suppression.ts'

const mailsShown = 50

/** Null for staff of a relay when no business of theirs gave this address; operators may look up any. */
export async function findAddress(db: Reader, reach: Reach, email: string): Promise<KnownAddress | null> {
  const sources = await ask<AddressSource>(db, sql<AddressSource>`${sourceRows(reach, email)}`)
  if (reach.relayId !== null && sources.length === 0) return null
  const key = addressKey(sql`${email}::text`)
  const suppressions = await ask<KnownSuppression>(
    db,
    sql`select scope, reason, suppressed_at from suppressions where address_key = ${key} order by suppressed_at`,
  )
  const mails = await ask<SentMail>(
    db,
    sql`select mailing_id, texts, recipients.state, recipients.ended_at, bounce, reply, legal_basis, notice_version
      from recipients join mailings on mailings.id = mailing_id
      where person_id = (select id from people where email = ${email})
        and (${reach.relayId}::uuid is null or relay_id = ${reach.relayId}::uuid)
      order by recipients.ended_at desc nulls first limit ${mailsShown}`,
  )
  return { email, sources, suppressions, mails }
}

/** Nobody writes to it any more, because it was said to the team. */
export async function suppressAddress(tx: Tx, now: Date, email: string): Promise<void> {
  await sql`insert into suppressions (address_key, reason, suppressed_at)
    values (${addressKey(sql`${email}::text`)}, 'staff', ${now}::timestamptz) on conflict do nothing`.execute(
    tx,
  )
}

/** Takes back what the team noted, and nothing that the person did. */
export async function liftStaffSuppression(tx: Tx, email: string): Promise<void> {
  await sql`delete from suppressions
    where address_key = ${addressKey(sql`${email}::text`)} and reason = 'staff'`.execute(tx)
}
