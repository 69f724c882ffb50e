import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { findBusinessWithin } from '../businesses/store.ts'
import { mayCall } from './call.ts'
import { deleteRefusal, insertCall } from './store.ts'

export type LiftOutcome =
  | { kind: 'lifted' }
  | { kind: 'not-refused' }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

/** The owner wants to hear of us again, or the refusal was noted by mistake: kept as a note with who said so. */
export async function liftRefusal(
  tx: Tx,
  now: Date,
  actor: Actor,
  { businessId, note }: { businessId: string; note: string },
): Promise<LiftOutcome> {
  if (!mayCall(actor)) return { kind: 'forbidden' }
  if (!(await findBusinessWithin(tx, actor, businessId))) return { kind: 'not-found' }
  if (!(await deleteRefusal(tx, businessId))) return { kind: 'not-refused' }
  const said = { outcome: 'note', note, nextCallOn: null, formKey: null } as const
  await insertCall(tx, now, { businessId, madeBy: actor.personId, ...said })
  return { kind: 'lifted' }
}
