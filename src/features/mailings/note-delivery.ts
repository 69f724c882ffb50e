import type { Delivery } from '../../core/bulk-mail.ts'
import type { Tx } from '../../core/db.ts'
import { unreachable } from '../../core/never.ts'
import { classOfBounce } from './bounce.ts'
import { mostPatience, putOffBy } from './pace.ts'
import { markRecipient, type Claimed, type Mark } from './recipient-store.ts'
import { suppress, suppressWeary } from './suppression-store.ts'

/** Until a relay that could not be reached is tried again, in milliseconds. */
const awayFor = 60_000

/** Writes down what came of one mail, and what follows from it for the address. */
export async function noteDelivery(
  tx: Tx,
  now: Date,
  claimed: Pick<Claimed, 'id' | 'attempts' | 'firstTriedAt'>,
  delivery: Delivery,
): Promise<void> {
  const mark = markOf(now, claimed, delivery)
  await markRecipient(tx, now, claimed.id, mark)
  if (mark.state !== 'failed') return
  if (mark.bounce === 'hard')
    await suppress(tx, now, { recipientId: claimed.id, scope: 'all', reason: 'hard-bounce' })
  if (mark.bounce === 'soft') await suppressWeary(tx, now, claimed.id)
}

function markOf(
  now: Date,
  { attempts, firstTriedAt }: Pick<Claimed, 'attempts' | 'firstTriedAt'>,
  delivery: Delivery,
): Mark {
  const { reply } = delivery
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
  switch (delivery.kind) {
    case 'accepted':
      return { state: 'sent', reply }
    case 'refused': {
      const { status } = delivery
      return { state: 'failed', reply, status, bounce: classOfBounce(status, reply) }
    }
    case 'later':
      if (now.getTime() - firstTriedAt.getTime() >= mostPatience)
        return { state: 'failed', reply, status: delivery.status, bounce: 'soft' }
      return { state: 'deferred', reply, notBefore: later(putOffBy(attempts)) }
    case 'away':
      return { state: 'waiting', reply, notBefore: later(awayFor) }
    case 'unknown':
      return { state: 'uncertain', reply }
    default:
      return unreachable(delivery)
  }
}
