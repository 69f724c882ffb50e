import type { Tx } from '../../core/db.ts'
import { mayMail, type Actor } from '../accounts/person.ts'
import { mayPause, mayStop, type Mailing } from './mailing.ts'
import { skipWaiting } from './recipient-store.ts'
import { changeState, lockMailing } from './store.ts'

export type Steering = 'pause' | 'resume' | 'stop'
export type SteerOutcome =
  | { kind: 'done' }
  /** It was so already, or is over. */
  | { kind: 'nothing-to-do' }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

/**
 * Pauses, resumes or stops a mailing: no row is claimed after this commits; the handful that a worker has in hand
 * still leaves. Who was not written to when it stops never is.
 */
export async function steerMailing(
  tx: Tx,
  now: Date,
  actor: Actor,
  { id, to }: { id: string; to: Steering },
): Promise<SteerOutcome> {
  if (!mayMail(actor)) return { kind: 'forbidden' }
  const mailing = await lockMailing(tx, actor, id)
  if (!mailing) return { kind: 'not-found' }
  if (!maySteer(mailing, to)) return { kind: 'nothing-to-do' }
  switch (to) {
    case 'pause':
      await changeState(tx, id, { state: 'paused', pauseReason: 'staff' })
      break
    case 'resume':
      await changeState(tx, id, { state: mailing.builtAt ? 'sending' : 'scheduled', resumedAt: now })
      break
    case 'stop':
      await skipWaiting(tx, now, id)
      await changeState(tx, id, { state: 'stopped', endedAt: now })
  }
  return { kind: 'done' }
}

function maySteer(mailing: Mailing, to: Steering): boolean {
  if (to === 'pause') return mayPause(mailing)
  return to === 'stop' ? mayStop(mailing) : mailing.state === 'paused'
}
