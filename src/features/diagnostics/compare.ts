import type { Programme } from '../programmes/programme.ts'
import { makeResult, type Result } from './result.ts'
import type { AxisScore } from './score.ts'

/** `unsure`: the two ranges touch, or one of them is not known. */
export type Way = 'up' | 'down' | 'same' | 'unsure'

export type AxisChange = { before: AxisScore; after: AxisScore; way: Way }

export type Comparison = {
  axes: readonly AxisChange[]
  /** The questions are not those of then: the old answers are read again, under the new ones. */
  isRecomputed: boolean
  /** Old answers that no question asks for any more. */
  lost: number
}

/**
 * Sets an old result beside a new one, both under the release of the new one, whose programme this is. What is not
 * certain is not called a change: an axis has moved only when its two ranges do not touch.
 */
export function compareResults(programme: Programme, before: Result, after: Result): Comparison {
  const isRecomputed = before.release !== after.release || before.engine !== after.engine
  const then = isRecomputed ? makeResult(programme, before.answers) : before
  return {
    axes: after.axes.flatMap((score) => {
      const old = then.axes.find(({ axis }) => axis === score.axis)
      return old ? { before: old, after: score, way: wayOf(old, score) } : []
    }),
    isRecomputed,
    lost: lostAnswers(before, then),
  }
}

function lostAnswers(before: Result, then: Result): number {
  const said = Object.entries(before.answers).filter(([, { source }]) => source !== 'inferred')
  return said.filter(([question]) => !then.answers[question]).length
}

function wayOf(before: AxisScore, after: AxisScore): Way {
  if (before.kind !== 'score' || after.kind !== 'score') return 'unsure'
  if (after.low > before.high) return 'up'
  if (after.high < before.low) return 'down'
  const isExact = before.low === before.high && after.low === after.high
  return isExact ? 'same' : 'unsure'
}
