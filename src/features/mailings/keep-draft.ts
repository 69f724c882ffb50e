import type { Tx } from '../../core/db.ts'
import { mayMail, type Actor } from '../accounts/person.ts'
import { findSegment } from '../segments/segment-store.ts'
import { isDraft, type AskedAudience, type Audience } from './mailing.ts'
import { insertDraft, lockMailing, updateDraft, type Draft } from './store.ts'

export type DraftRequest = Omit<Draft, 'audience'> & { id: string | null; audience: AskedAudience }

export type DraftOutcome =
  | { kind: 'kept'; mailingId: string }
  /** It has been sent, or is about to be: what people get is what was looked at. */
  | { kind: 'frozen'; mailingId: string }
  /** Deleted meanwhile, of another relay, or of a version that cannot be read. */
  | { kind: 'unknown-segment' }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

/** Keeps the text and the audience of a mailing, a new one without an id. A relay manager's is the relay's for ever. */
export async function keepDraft(
  tx: Tx,
  now: Date,
  actor: Actor,
  { id, audience: asked, ...words }: DraftRequest,
): Promise<DraftOutcome> {
  if (!mayMail(actor)) return { kind: 'forbidden' }
  const audience = await settleAudience(tx, actor, asked)
  if (!audience) return { kind: 'unknown-segment' }
  const draft = { ...words, audience }
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

/** Of a segment, its rule as it stands now. */
async function settleAudience(tx: Tx, actor: Actor, asked: AskedAudience): Promise<Audience | null> {
  if (asked.kind !== 'segment') return asked
  const segment = await findSegment(tx, actor, asked.id)
  return segment?.rule ? { ...asked, name: segment.name, rule: segment.rule } : null
}
