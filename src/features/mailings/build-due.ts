import type { Tx } from '../../core/db.ts'
import { buildRecipients } from './recipient-store.ts'
import { changeState, lockDueMailing } from './store.ts'

/**
 * Builds the rows of one mailing whose moment has come: all of them or none, and frozen from then on.
 * @returns null when none is due
 */
export async function buildDueMailing(
  tx: Tx,
  now: Date,
): Promise<{ mailingId: string; recipients: number } | null> {
  const mailing = await lockDueMailing(tx, now)
  if (!mailing) return null
  const recipients = await buildRecipients(tx, now, mailing)
  await changeState(tx, mailing.id, { state: 'sending', builtAt: now })
  return { mailingId: mailing.id, recipients }
}
