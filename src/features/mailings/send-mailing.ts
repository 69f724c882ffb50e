import type { Tx } from '../../core/db.ts'
import { mayMail, type Actor } from '../accounts/person.ts'
import { isDraft } from './mailing.ts'
import { changeState, lockMailing } from './store.ts'

export type SendOutcome =
  | { kind: 'scheduled' }
  | { kind: 'already-sent' }
  /** Somebody changed the text after this page was shown: it must be looked at again. */
  | { kind: 'changed-meanwhile' }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

export type SendRequest = { id: string; startsAt: Date; seenAt: Date }

/** Lets a mailing go at its moment. Nothing is built yet: who is written to is decided then. */
export async function sendMailing(
  tx: Tx,
  now: Date,
  actor: Actor,
  { id, startsAt, seenAt }: SendRequest,
): Promise<SendOutcome> {
  if (!mayMail(actor)) return { kind: 'forbidden' }
  const mailing = await lockMailing(tx, actor, id)
  if (!mailing) return { kind: 'not-found' }
  if (!isDraft(mailing)) return { kind: 'already-sent' }
  if (mailing.changedAt.getTime() !== seenAt.getTime()) return { kind: 'changed-meanwhile' }
  const moment = startsAt > now ? startsAt : now
  await changeState(tx, id, { state: 'scheduled', startsAt: moment, sentBy: actor.personId })
  return { kind: 'scheduled' }
}
