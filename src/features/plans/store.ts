import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { KeptPlan, Plan, PlanLine } from './plan.ts'

export type NewPlan = {
  plan: Plan
  snapshotId: string
  diagnosticId: string
  businessId: string | null
  editionId: string | null
  madeAt: Date
}

/** The id of the one plan of this snapshot: kept now, or the one that is there. */
export async function keepPlan(tx: Tx, { plan, snapshotId, ...about }: NewPlan): Promise<string> {
  const { budget, lines, passedOver } = plan
  const minutesPerWeek = Math.round(budget.minutesPerWeek)
  const eurosPerMonth = Math.round(budget.eurosPerMonth)
  const kept = await tx
    .insertInto('plans')
    .values({ ...about, snapshotId, minutesPerWeek, eurosPerMonth, passedOver: JSON.stringify(passedOver) })
    .onConflict((conflict) => conflict.column('snapshotId').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!kept) return findPlanId(tx, snapshotId)
  await insertLines(tx, kept.id, lines)
  return kept.id
}

async function findPlanId(tx: Tx, snapshotId: string): Promise<string> {
  return (
    await tx.selectFrom('plans').select('id').where('snapshotId', '=', snapshotId).executeTakeFirstOrThrow()
  ).id
}

async function insertLines(tx: Tx, planId: string, lines: readonly PlanLine[]): Promise<void> {
  if (lines.length === 0) return
  const rows = lines.map(({ action, kind, because }, i) => {
    return { planId, position: i + 1, actionId: action, kind, because: JSON.stringify(because) }
  })
  await tx.insertInto('planActions').values(rows).execute()
}

/** The newest plan of a diagnostic, or null while there is none. */
export async function findPlan(reader: Reader, diagnosticId: string): Promise<KeptPlan | null> {
  const [plan] = await ask<KeptPlan>(
    reader,
    sql`
      select plan.id, snapshot.release_id, snapshot.result, plan.minutes_per_week, plan.euros_per_month,
        plan.passed_over, plan.made_at, plan.edition_id,
        coalesce((
          select jsonb_agg(jsonb_build_object('action', line.action_id, 'kind', line.kind, 'because', line.because)
            order by line.position)
          from plan_actions line where line.plan_id = plan.id
        ), '[]') as lines
      from plans plan join snapshots snapshot on snapshot.id = plan.snapshot_id
      where plan.diagnostic_id = ${diagnosticId}
      order by snapshot.last_event_id desc, plan.made_at desc
      limit 1`,
  )
  return plan ?? null
}
