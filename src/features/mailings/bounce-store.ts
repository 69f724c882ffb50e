/** What came back, on the row of the mail that left. */
import { sql } from 'kysely'
import { ask, type Tx } from '../../core/db.ts'
import type { Bounce } from './bounce.ts'

type Came = { recipientId: string; bounce: Bounce; status: string | null; words: string }

/** The worst counts: a complaint more than a mailbox that is gone, that more than one that is full. */
const gravity = sql`array['soft', 'policy', 'hard', 'complaint']`

/** Null for a mail that never left from here. `isNews`: it was not known yet. */
export async function markBounce(
  tx: Tx,
  now: Date,
  { recipientId, bounce, status, words }: Came,
): Promise<{ mailingId: string; isNews: boolean } | null> {
  const [held] = await ask<{ mailingId: string; isNews: boolean }>(
    tx,
    sql`select mailing_id, (bounce is null
        or array_position(${gravity}, ${bounce}) > array_position(${gravity}, bounce)) as is_news
      from recipients where id = ${recipientId} and state in ('sent', 'failed', 'uncertain') for update`,
  )
  if (!held?.isNews) return held ?? null
  await tx
    .updateTable('recipients')
    .set({ bounce, bouncedAt: now, bounceStatus: status, reply: words })
    .where('id', '=', recipientId)
    .execute()
  return held
}
