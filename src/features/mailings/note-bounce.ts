import type { Tx } from '../../core/db.ts'
import { markBounce } from './bounce-store.ts'
import type { ReadBounce } from './read-bounce.ts'
import { pauseOnAlarm } from './pause-on-alarm.ts'
import { suppress, suppressWeary } from './suppression-store.ts'

export type BounceOutcome =
  | { kind: 'noted'; bounce: ReadBounce['bounce'] }
  /** The same came before, or worse. */
  | { kind: 'known' }
  /** Of a mail that is not one of ours. */
  | { kind: 'nobodys' }

/** Keeps what came back with the mail it answers; the same message twice counts once. */
export async function noteBounce(tx: Tx, now: Date, read: ReadBounce): Promise<BounceOutcome> {
  const { recipientId, bounce } = read
  if (recipientId === null) return { kind: 'nobodys' }
  const marked = await markBounce(tx, now, { ...read, recipientId })
  if (marked === null) return { kind: 'nobodys' }
  if (!marked.isNews) return { kind: 'known' }
  const all = { recipientId, scope: 'all' } as const
  if (bounce === 'hard') await suppress(tx, now, { ...all, reason: 'hard-bounce' })
  if (bounce === 'complaint') await suppress(tx, now, { ...all, reason: 'complaint' })
  if (bounce === 'soft') await suppressWeary(tx, now, recipientId)
  await pauseOnAlarm(tx, marked.mailingId)
  return { kind: 'noted', bounce }
}
