import type { Tx } from '../../core/db.ts'
import { countSender, type Sender, type SenderOutcome } from '../../core/rate-limit.ts'

/** Nobody's mailbox is filled by somebody else; a workshop of owners behind one line gets its plans. */
const limits = {
  perAddress: { name: 'plan-mail-address', max: 60, seconds: 900 },
  perMailbox: { name: 'plan-mail-mailbox', max: 5, seconds: 3600 },
}

export function countPlanMail(tx: Tx, now: Date, sender: Sender): Promise<SenderOutcome> {
  return countSender(tx, now, limits, sender)
}
