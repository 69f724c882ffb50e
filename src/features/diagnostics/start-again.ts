import type { Tx } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import type { Programme } from '../programmes/programme.ts'
import { startDiagnostic } from './start-diagnostic.ts'
import { findOpenRunAfter, lockRun } from './store.ts'

/** `token`: of the run to take up again, which has its result; `personId`: who has signed in here, if anybody. */
export type AgainRequest = {
  programme: Programme
  token: string
  language: Language
  personId: string | null
}

export type AgainOutcome =
  | { kind: 'started'; token: string }
  /** Begun before and not finished: it goes on. */
  | { kind: 'going-on'; token: string }
  | { kind: 'unfinished' }
  | { kind: 'closed' }
  | { kind: 'not-found' }

/**
 * Takes stock of the same business again, under the programme in use. Two clicks make one run: the first holds the
 * old one while the second looks. Nothing is copied: the old answers are proposed, question by question.
 */
export async function startAgain(tx: Tx, now: Date, request: AgainRequest): Promise<AgainOutcome> {
  const { token, ...start } = request
  const previous = await lockRun(tx, token)
  if (!previous) return { kind: 'not-found' }
  if (!previous.finishedAt) return { kind: 'unfinished' }
  const open = await findOpenRunAfter(tx, previous.id)
  if (open !== null) return { kind: 'going-on', token: open }
  const started = await startDiagnostic(tx, now, { ...start, businessId: previous.businessId, previous })
  if (started.kind === 'closed') return started
  if (started.kind !== 'started') throw new Error(`a run could not be taken up again: ${started.kind}`)
  return { kind: 'started', token: started.token }
}
