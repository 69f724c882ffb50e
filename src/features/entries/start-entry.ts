import type { Tx } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import type { Actor } from '../accounts/person.ts'
import { findBusinessWithin } from '../businesses/store.ts'
import { startDiagnostic } from '../diagnostics/start-diagnostic.ts'
import type { Programme } from '../programmes/programme.ts'
import { mayEnterAnswers, type EntryChannel } from './entry.ts'
import { claimForm, findEnteredDiagnostic, linkForm } from './store.ts'

export type StartEntryRequest = {
  /** Of the form: sent twice, it begins one diagnostic. */
  key: string
  programme: Programme
  /** Null: a business that is not in the register. */
  businessId: string | null
  channel: EntryChannel
  language: Language
}

export type StartEntryOutcome =
  | { kind: 'started'; diagnosticId: string; token: string }
  /** This very form was sent before. */
  | { kind: 'started-already'; diagnosticId: string }
  | { kind: 'unknown-business' }
  | { kind: 'forbidden' }

/** Begins a diagnostic for an owner; what the register knows of the business is answered already. */
export async function startEntry(
  tx: Tx,
  now: Date,
  actor: Actor,
  request: StartEntryRequest,
): Promise<StartEntryOutcome> {
  if (!mayEnterAnswers(actor)) return { kind: 'forbidden' }
  const { key, programme, businessId, channel, language } = request
  if (businessId !== null && !(await findBusinessWithin(tx, actor, businessId)))
    return { kind: 'unknown-business' }
  const entry = { channel, enteredBy: actor.personId }
  if (!(await claimForm(tx, { key, ...entry, enteredAt: now }))) {
    return { kind: 'started-already', diagnosticId: (await findEnteredDiagnostic(tx, key)) ?? '' }
  }
  const started = await startDiagnostic(tx, now, { programme, businessId, language, personId: null, entry })
  if (started.kind !== 'started') throw new Error('the business was there a moment ago')
  await linkForm(tx, key, started.diagnosticId)
  return { kind: 'started', diagnosticId: started.diagnosticId, token: started.token }
}
