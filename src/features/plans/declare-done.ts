import type { Tx } from '../../core/db.ts'
import { findRun, type Releases } from '../diagnostics/store.ts'
import type { ActionId } from '../programmes/action.ts'
import { findAction } from '../programmes/programme.ts'
import type { QuestionId } from '../programmes/option.ts'
import { touchedQuestion } from './proof.ts'
import { deleteProof, keepProof, listProofs } from './proof-store.ts'
import { findPlan } from './store.ts'

export type DoneRequest = { releases: Releases; token: string; action: ActionId }

/** `touched`: the one question to ask again, if any. */
export type DoneOutcome =
  | { kind: 'done'; touched: QuestionId | null }
  | { kind: 'not-in-plan' }
  | { kind: 'not-found' }

/** The owner says that an action of the plan is done, with what shows it, if anything. Said twice, it is done once. */
export async function declareDone(
  tx: Tx,
  now: Date,
  { releases, token, action: id, note }: DoneRequest & { note: string },
): Promise<DoneOutcome> {
  const run = await findRun(tx, token)
  if (!run) return { kind: 'not-found' }
  const plan = await findPlan(tx, run.id)
  const line = plan?.lines.find((line) => line.action === id) ?? null
  const isKnown = (await listProofs(tx, run.id)).some((proof) => proof.action === id)
  const action = plan && findAction(await releases.read(tx, plan.releaseId), id)
  if (!action || !(line || isKnown)) return { kind: 'not-in-plan' }
  await keepProof(tx, { diagnosticId: run.id, action: id, note, declaredAt: now })
  return { kind: 'done', touched: touchedQuestion(action, line) }
}

export type UndoneOutcome = { kind: 'undone' } | { kind: 'not-found' }

/** Takes it back; what was not declared stays so. */
export async function takeBackDone(
  tx: Tx,
  { token, action }: Omit<DoneRequest, 'releases'>,
): Promise<UndoneOutcome> {
  const run = await findRun(tx, token)
  if (!run) return { kind: 'not-found' }
  await deleteProof(tx, { diagnosticId: run.id, action })
  return { kind: 'undone' }
}
