import type { Score } from '../diagnostics/score.ts'
import type { Peers } from './edition.ts'
import type { Quartiles } from './figure.ts'
import { depthOf, type Place } from './place.ts'

/** What the shops of a group have in common, narrowest first. */
export type Level = 'department' | 'sector' | 'size' | 'all'

const levels: readonly Level[] = ['all', 'size', 'sector', 'department']

export function levelOf(place: Place): Level {
  return levels[depthOf(place)] ?? 'all'
}

/** Where a business stands, and the narrowest group of the newest edition around it; null before the first. */
export type Comparison = { place: Place; peers: Peers | null }

/**
 * Where a shop stands against the middle half of its peers: three out of four are not above it, or not below; `open`:
 * what it left out decides.
 */
export type Position = 'above' | 'within' | 'below' | 'open'

/**
 * Like is compared with like: the sure part of a score with the sure parts of theirs. Scores are steps, so many shops
 * share one: who stands on the edge of the middle half is in it only together with the one in the very middle.
 */
export function positionIn(score: Score, { low, middle, high }: Quartiles): Position {
  if (score.kind === 'notEnough') return 'open'
  if (score.low >= high && score.low > middle) return 'above'
  if (score.high <= low && score.high < middle) return 'below'
  return score.low >= low ? 'within' : 'open'
}
