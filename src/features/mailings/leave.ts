import type { Tx } from '../../core/db.ts'
import { topics, type Topic } from './mailing.ts'
import { liftOwnChoices, suppress } from './suppression-store.ts'

export type LeaveOutcome = { kind: 'left' } | { kind: 'unknown' }

/** No more mailings to the address that this mail went to; again is as good as once. */
export async function leaveMailings(
  tx: Tx,
  now: Date,
  { recipientId }: { recipientId: string },
): Promise<LeaveOutcome> {
  const isKnown = await suppress(tx, now, { recipientId, scope: 'all', reason: 'unsubscribed' })
  return { kind: isKnown ? 'left' : 'unknown' }
}

/** Which mailings this address still gets, of one's own choice: it can be changed, complaints and bounces cannot. */
export async function chooseTopics(
  tx: Tx,
  now: Date,
  { recipientId, wanted }: { recipientId: string; wanted: readonly Topic[] },
): Promise<void> {
  await liftOwnChoices(tx, recipientId)
  const reason = 'unsubscribed'
  if (wanted.length === 0) await suppress(tx, now, { recipientId, scope: 'all', reason })
  else
    for (const scope of topics.filter((topic) => !wanted.includes(topic)))
      await suppress(tx, now, { recipientId, scope, reason })
}
