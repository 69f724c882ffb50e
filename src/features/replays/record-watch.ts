import type { Tx } from '../../core/db.ts'
import type { Part } from './played.ts'
import { growWatch, listUnwatched, lockWatch, type Whose } from './store.ts'
import { believe, budgetOf, clip, resumeAfter } from './watch.ts'

export type WatchReport = Whose & {
  /** How long the replay lasts. */
  seconds: number
  /** Parts that were played, in any order, told before or not. */
  played: readonly Part[]
  /** Where the replay stands now. */
  at: number
}

export type WatchOutcome =
  | { kind: 'recorded' }
  /** More was told than time has passed: a part of it is kept, the rest may be told again later. */
  | { kind: 'too-fast' }

/**
 * Adds what was played to what the person has watched of the replay. Told twice or in another order, it makes the
 * same set; never more seconds than twice the time since the first report, and thirty.
 */
export async function recordWatch(tx: Tx, now: Date, report: WatchReport): Promise<WatchOutcome> {
  const { seconds, played, at, ...whose } = report
  const watch = await lockWatch(tx, now, { ...whose, seconds })
  const fresh = await listUnwatched(tx, whose, clip(played, seconds))
  const budget = budgetOf(watch, now)
  const believed = believe(fresh, budget)
  await growWatch(tx, now, { ...whose, parts: believed, resumeAt: resumeAfter(at, seconds) })
  const told = fresh.reduce((sum, [from, until]) => sum + until - from, 0)
  return { kind: told > budget ? 'too-fast' : 'recorded' }
}
