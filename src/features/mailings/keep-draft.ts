import type { Tx } from '../../core/db.ts'
import { mayMail, type Actor } from '../accounts/person.ts'
import { isDraft } from './mailing.ts'
import { insertDraft, lockMailing, updateDraft, type Draft } from './store.ts'

export type DraftOutcome =
  | { kind: 'kept'; mailingId: string }
  /** It has been sent, or is about to be: what people get is what was looked at. */
  | { kind: 'frozen'; mailingId: string }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

/** Keeps the text and the audience of a mailing, a new one without an id. A relay manager's is the relay's for ever. */
export async function keepDraft(
  tx: Tx,
  now: Date,
  actor: Actor,
  { id, ...draft }: Draft & { id: string | null },
): Promise<DraftOutcome> {
  if (!mayMail(actor)) return { kind: 'forbidden' }
  if (id === null) {
    const owned = { relayId: actor.relayId, createdBy: actor.personId }
    return { kind: 'kept', mailingId: await insertDraft(tx, now, { ...draft, ...owned }) }
  }
  const mailing = await lockMailing(tx, actor, id)
  if (!mailing) return { kind: 'not-found' }
  if (!isDraft(mailing)) return { kind: 'frozen', mailingId: id }
  await updateDraft(tx, now, id, draft)
  return { kind: 'kept', mailingId: id }
}
