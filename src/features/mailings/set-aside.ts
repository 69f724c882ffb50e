import type { Tx } from '../../core/db.ts'
import { mayMail, type Actor } from '../accounts/person.ts'
import { findAddress, liftStaffSuppression, suppressAddress } from './address-store.ts'

export type AsideOutcome = { kind: 'done' } | { kind: 'not-found' } | { kind: 'forbidden' }

/** Somebody told the team that they want no more mailings, or that this was noted by mistake. */
export async function setAside(
  tx: Tx,
  now: Date,
  actor: Actor,
  { email, isAside }: { email: string; isAside: boolean },
): Promise<AsideOutcome> {
  if (!mayMail(actor)) return { kind: 'forbidden' }
  if (!(await findAddress(tx, actor, email))) return { kind: 'not-found' }
  await (isAside ? suppressAddress(tx, now, email) : liftStaffSuppression(tx, email))
  return { kind: 'done' }
}
