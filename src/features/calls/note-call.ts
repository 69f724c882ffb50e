import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { findBusinessWithin } from '../businesses/store.ts'
import { mayCall, type CallOutcome } from './call.ts'
import { insertCall, insertRefusal } from './store.ts'

export type CallRequest = {
  businessId: string
  outcome: CallOutcome
  note: string
  nextCallOn: string | null
  /** Of the page that notes it: its second click notes nothing more. */
  formKey: string | null
}

export type NoteOutcome = { kind: 'noted' } | { kind: 'not-found' } | { kind: 'forbidden' }

/** Notes what came of a call. Who refused is left alone from then on, whatever was agreed before. */
export async function noteCall(
  tx: Tx,
  now: Date,
  actor: Actor,
  { nextCallOn, ...request }: CallRequest,
): Promise<NoteOutcome> {
  if (!mayCall(actor)) return { kind: 'forbidden' }
  const { businessId, outcome } = request
  if (!(await findBusinessWithin(tx, actor, businessId))) return { kind: 'not-found' }
  const isRefusal = outcome === 'refused'
  const call = { ...request, madeBy: actor.personId, nextCallOn: isRefusal ? null : nextCallOn }
  const isNew = await insertCall(tx, now, call)
  if (isNew && isRefusal) await insertRefusal(tx, now, { businessId, notedBy: actor.personId })
  return { kind: 'noted' }
}
