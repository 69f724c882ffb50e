import type { Tx } from '../../core/db.ts'
import { isStaff, type Actor } from '../accounts/person.ts'
import { attachPerson, findHolder } from './store.ts'

export type ClaimOutcome =
  | { kind: 'claimed' }
  | { kind: 'already-yours' }
  /** Somebody else keeps it. */
  | { kind: 'taken' }
  /** An adviser who helps an owner must not end up as the owner. */
  | { kind: 'staff' }
  | { kind: 'not-found' }

/** Attaches a run that nobody keeps to who has signed in; of two who claim it together, one gets it. */
export async function claimDiagnostic(
  tx: Tx,
  actor: Actor,
  { token }: { token: string },
): Promise<ClaimOutcome> {
  if (isStaff(actor)) return { kind: 'staff' }
  if (await attachPerson(tx, token, actor.personId)) return { kind: 'claimed' }
  const holder = await findHolder(tx, token)
  if (!holder) return { kind: 'not-found' }
  return { kind: holder.personId === actor.personId ? 'already-yours' : 'taken' }
}
