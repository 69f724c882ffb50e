import type { Reader } from '../../core/db.ts'
import { findRun, type Releases } from '../diagnostics/store.ts'
import { touchedQuestion } from '../plans/proof.ts'
import { listProofs } from '../plans/proof-store.ts'
import { findPlan } from '../plans/store.ts'
import { findAction } from '../programmes/programme.ts'
import type { TrainingId } from '../programmes/training.ts'
import type { HelpedAction, HelpedPlan } from './practice.ts'
import { findDiagnosticToken } from './practice-store.ts'

type Asked = { bookingId: string; trainingId: TrainingId }

/** The plan that led to a booking, with its lines that this training helps with; null when no plan did. */
export async function findHelpedPlan(
  db: Reader,
  releases: Releases,
  { bookingId, trainingId }: Asked,
): Promise<HelpedPlan | null> {
  const token = await findDiagnosticToken(db, bookingId)
  const run = token === null ? null : await findRun(db, token)
  const plan = run && (await findPlan(db, run.id))
  if (!run || !plan) return null
  const programme = await releases.read(db, plan.releaseId)
  const done = new Set((await listProofs(db, run.id)).map(({ action }) => action))
  const actions = plan.lines.flatMap((line): HelpedAction[] => {
    const action = findAction(programme, line.action)
    if (!action?.trainings.includes(trainingId)) return []
    return [{ action, isDone: done.has(action.id), touched: touchedQuestion(action, line) }]
  })
  return { token: run.token, actions }
}
