import type { Tx } from '../../core/db.ts'
import { finishDiagnostic, type FinishRequest } from '../diagnostics/finish-diagnostic.ts'
import { familyOf } from '../editions/family.ts'
import { findLatestEdition } from '../editions/store.ts'
import { choosePlan } from './plan.ts'
import { keepPlan } from './store.ts'

export type PlanOutcome = { kind: 'made'; planId: string } | { kind: 'not-found' }

/**
 * Ends a run with its result and its plan, together; two clicks make one of each. The plan names the edition that
 * the result is compared with, so that a newer one changes nothing of what was told.
 */
export async function makePlan(tx: Tx, now: Date, request: FinishRequest): Promise<PlanOutcome> {
  const finished = await finishDiagnostic(tx, now, request)
  if (finished.kind === 'not-found') return finished
  const { run, programme, snapshotId, result } = finished
  const plan = choosePlan(programme, result)
  const edition = await findLatestEdition(tx, familyOf(programme))
  const planId = await keepPlan(tx, {
    plan,
    editionId: edition?.id ?? null,
    snapshotId,
    diagnosticId: run.id,
    businessId: run.businessId,
    madeAt: now,
  })
  return { kind: 'made', planId }
}
