/** Takes an import back. */
import type { Clock } from '../../core/clock.ts'
import { transaction, type Db, type Tx } from '../../core/db.ts'
import { canBeUndone } from './list-run.ts'
import type { BusinessFields } from './plan-rows.ts'
import type { Listing } from './listing.ts'
import { lockLists, updateBusiness } from './listing-store.ts'
import { endRun, lockRun } from './run-store.ts'
import {
  deleteChange,
  deleteContactsOf,
  deleteListing,
  findBusinessFields,
  forgetBusiness,
  insertContactsAgain,
  isNamedElsewhere,
  lastChanges,
  restoreListing,
  type Change,
} from './change-store.ts'

export type UndoOutcome =
  /** `kept`: businesses that stay, since somebody needs them or changed them meanwhile. */
  | { kind: 'undone'; kept: number }
  /** It is under way, was a trial, or is undone already. */
  | { kind: 'not-now' }

const changesPerBatch = 200

/**
 * The newest change first, a transaction a batch: killed half-way, a second call does the rest. What a later import, a
 * person or an owner changed since stays.
 */
export async function undoRun(db: Db, clock: Clock, runId: string): Promise<UndoOutcome> {
  let kept = 0
  for (;;) {
    const batch = await transaction(db, (tx) => undoBatch(tx, clock(), runId))
    if (!batch) return { kind: 'not-now' }
    kept += batch.kept
    if (batch.isLast) return { kind: 'undone', kept }
  }
}

async function undoBatch(
  tx: Tx,
  now: Date,
  runId: string,
): Promise<{ isLast: boolean; kept: number } | null> {
  await lockLists(tx)
  const run = await lockRun(tx, runId)
  if (!run || !canBeUndone(run)) return null
  const changes = await lastChanges(tx, { runId, limit: changesPerBatch })
  let kept = 0
  for (const change of changes) if (!(await undoChange(tx, change))) kept += 1
  const isLast = changes.length < changesPerBatch
  if (isLast) await endRun(tx, now, runId, { state: 'undone' })
  return { isLast, kept }
}

/** @returns false when its business stays though the import had brought it, or keeps what was said of it since. */
export async function undoChange(tx: Tx, change: Change): Promise<boolean> {
  await deleteChange(tx, change.id)
  if (change.isOvertaken) return true
  const { listingId, businessId, listingBefore, businessCreated } = change
  if (businessId) {
    await deleteContactsOf(tx, { businessId, listingId, runId: change.runId })
    await insertContactsAgain(tx, businessId, change)
  }
  if (listingBefore) await restoreListing(tx, change.changedAt, listingBefore)
  else await deleteListing(tx, listingId)
  if (!businessId) return true
  return businessCreated
    ? forgetCreated(tx, businessId, change.said)
    : restoreBusiness(tx, businessId, change)
}

/** A business that was corrected since, or that others name, is no longer of this import alone. */
async function forgetCreated(tx: Tx, businessId: string, said: Listing['said'] | null): Promise<boolean> {
  if (await isNamedElsewhere(tx, businessId)) return false
  const now = await findBusinessFields(tx, businessId)
  if (now && said && now.name !== said.name) return false
  return forgetBusiness(tx, businessId)
}

async function restoreBusiness(tx: Tx, businessId: string, { before, after }: Change): Promise<boolean> {
  if (!before || !after) return true
  const now = await findBusinessFields(tx, businessId)
  const fields = Object.keys(after) as (keyof BusinessFields)[]
  if (!now || fields.some((field) => now[field] !== after[field])) return false
  await updateBusiness(tx, businessId, before)
  return true
}
