import type { Tx } from '../../core/db.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Run } from './diagnostic.ts'
import { makeResult, type Result } from './result.ts'
import { keepSnapshot, lockRun, markFinished, type Releases } from './store.ts'

export type FinishRequest = { releases: Releases; token: string }

export type FinishOutcome =
  | { kind: 'finished'; run: Run; programme: Programme; snapshotId: string; result: Result }
  | { kind: 'not-found' }

/**
 * Takes the snapshot of a run as it stands, questions left or not. The same answers have one snapshot, however
 * often it is asked for; answers changed since make a new one, and the old one stays.
 */
export async function finishDiagnostic(
  tx: Tx,
  now: Date,
  { releases, token }: FinishRequest,
): Promise<FinishOutcome> {
  const run = await lockRun(tx, token)
  if (!run) return { kind: 'not-found' }
  const programme = await releases.read(tx, run.releaseId)
  const result = makeResult(programme, run.given)
  const snapshotId = await keepSnapshot(tx, {
    diagnosticId: run.id,
    lastEventId: run.lastEventId,
    result,
    madeAt: now,
  })
  await markFinished(tx, now, run.id)
  return { kind: 'finished', run, programme, snapshotId, result }
}
