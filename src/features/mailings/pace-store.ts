/** How many mails may leave now: counted in the database, for all workers together. */
import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import { depthOf, refilled } from './pace.ts'

/**
 * What a bucket holds now, and nobody else takes from it before this transaction ends. Take buckets in one order
 * everywhere.
 */
export async function lockBucket(tx: Tx, now: Date, bucket: string, perMinute: number): Promise<number> {
  await tx
    .insertInto('mailBuckets')
    .values({ bucket, tokens: depthOf(perMinute), filledAt: now })
    .onConflict((conflict) => conflict.column('bucket').doNothing())
    .execute()
  const held = await tx
    .selectFrom('mailBuckets')
    .select(['tokens', 'filledAt'])
    .where('bucket', '=', bucket)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return Math.floor(refilled(held, now, perMinute))
}

type Draw = { bucket: string; perMinute: number; mails: number }

/** Takes mails out of a bucket that is locked. */
export async function drawFrom(tx: Tx, now: Date, { bucket, perMinute, mails }: Draw): Promise<void> {
  const { tokens, filledAt } = await tx
    .selectFrom('mailBuckets')
    .select(['tokens', 'filledAt'])
    .where('bucket', '=', bucket)
    .executeTakeFirstOrThrow()
  const held = refilled({ tokens, filledAt }, now, perMinute) - mails
  await tx
    .updateTable('mailBuckets')
    .set({ tokens: held, filledAt: now })
    .where('bucket', '=', bucket)
    .execute()
}

export type MailingDay = { number: number; sent: number }

/** Which day with mailings it is, from 0, and how many mails it has had. @param day as 2026-12-01 */
export async function findMailingDay(db: Reader, day: string): Promise<MailingDay> {
  const [row] = await ask<MailingDay>(
    db,
    sql`select count(*) filter (where day < ${day}::date)::int as number,
      coalesce(sum(sent) filter (where day = ${day}::date), 0)::int as sent from mailing_days`,
  )
  return row ?? { number: 0, sent: 0 }
}

export async function countOnDay(tx: Tx, day: string, mails: number): Promise<void> {
  await tx
    .insertInto('mailingDays')
    .values({ day, sent: mails })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet({ sent: sql`mailing_days.sent + excluded.sent` }),
    )
    .execute()
}
