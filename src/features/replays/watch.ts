/** How much of what a browser reports is believed. */
import { lengthOf, type Part } from './played.ts'

/** Twice as fast as life is the fastest anybody watches. */
const fastest = 2
/** Seconds believed before any time has passed: the first report comes some way into the replay. */
const margin = 30
/** So close to the end, one has seen it and starts again. */
const endSeconds = 5

export type Watch = { firstWatchedAt: Date; watchedSeconds: number }

/** Seconds that can have been watched since the first report, and were not counted yet. */
export function budgetOf({ firstWatchedAt, watchedSeconds }: Watch, now: Date): number {
  const passed = Math.max(0, now.getTime() - firstWatchedAt.getTime()) / 1000
  return Math.max(0, Math.floor(passed * fastest + margin - watchedSeconds))
}

/** The first parts that fit in so many seconds; the last of them is cut. */
export function believe(parts: readonly Part[], budget: number): Part[] {
  const believed: Part[] = []
  for (const [from, until] of parts) {
    const left = budget - lengthOf(believed)
    if (left <= 0) break
    believed.push([from, Math.min(until, from + left)])
  }
  return believed
}

/** What lies within the replay. */
export function clip(parts: readonly Part[], seconds: number): Part[] {
  return parts
    .map(([from, until]) => [from, Math.min(until, seconds)] as const)
    .filter(([from, until]) => until > from)
}

/** Where to go on next time, in whole seconds; 0 once the end was reached. */
export function resumeAfter(at: number, seconds: number): number {
  return at >= seconds - endSeconds ? 0 : Math.floor(at)
}
