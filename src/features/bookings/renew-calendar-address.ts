import { newToken } from '../../core/clock.ts'
import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { keepFeedToken } from './calendar-feed-store.ts'

/** Gives who has signed in an address for their calendar; one they had leads nowhere from then on. */
export async function renewCalendarAddress(
  tx: Tx,
  now: Date,
  { personId }: Pick<Actor, 'personId'>,
): Promise<{ kind: 'renewed'; token: string }> {
  const token = newToken()
  await keepFeedToken(tx, now, { personId, token })
  return { kind: 'renewed', token }
}
