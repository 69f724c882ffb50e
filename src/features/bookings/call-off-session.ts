import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import {
  findChangeOfForm,
  insertSessionChange,
  lockChangeableSession,
  writeChangedSession,
} from '../training-sessions/change-store.ts'
import { whyUnchangeable, type ChangeableSession, type Unchangeable } from '../training-sessions/change.ts'
import { dropRemindersOfSession } from './belief-store.ts'
import { closeLine } from './close-line.ts'
import { promiseChange } from './promise-change.ts'

export type CallOffRequest = {
  trainingSessionId: string
  /** The session as it was when the page was made. */
  version: number
  /** Why, for those who hold a seat; null when nobody does. */
  message: string | null
  /** Of the page that asks, so that its second click is known as such; null when there is no page. */
  formKey: string | null
}

export type CallOffOutcome =
  | { kind: 'done'; version: number; told: number }
  /** This very page has called it off. */
  | { kind: 'already-done'; version: number }
  /** Somebody else changed the session since the page was made. */
  | { kind: 'changed-meanwhile' }
  /** Somebody holds a seat, and would not learn why it is called off. */
  | { kind: 'message-missing' }
  | Unchangeable
  | { kind: 'not-found' }

/**
 * Calls a session off. In one transaction: the session, the number of each calendar entry, the reminders, and
 * the promise of one mail to each person who holds a seat. Bookings stay as they are: they tell who was to come.
 */
export async function callOffSession(
  tx: Tx,
  now: Date,
  actor: Actor,
  request: CallOffRequest,
): Promise<CallOffOutcome> {
  const { trainingSessionId, version, message, formKey } = request
  const session = await lockChangeableSession(tx, trainingSessionId, actor)
  if (!session) return { kind: 'not-found' }
  const done = formKey === null ? null : await findChangeOfForm(tx, { trainingSessionId, formKey })
  if (done) return { kind: 'already-done', version: done.version }
  const why = whyUnchangeable(session, now, actor)
  if (why) return why
  if (session.version !== version) return { kind: 'changed-meanwhile' }
  if (message === null && session.seatsTaken > 0) return { kind: 'message-missing' }
  const told = await keepCallOff(tx, now, session)
  const change = { kind: 'called-off', message, told, formKey, changedBy: actor.personId } as const
  await insertSessionChange(tx, now, session, change)
  return { kind: 'done', version: session.version + 1, told }
}

async function keepCallOff(tx: Tx, now: Date, session: ChangeableSession): Promise<number> {
  await writeChangedSession(tx, session, { cancelledAt: now })
  await dropRemindersOfSession(tx, now, session.id)
  await closeLine(tx, now, session.id)
  return promiseChange(tx, session)
}
