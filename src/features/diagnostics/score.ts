import type { Answers, OptionId, QuestionId } from '../programmes/option.ts'
import type { AxisId, Question } from '../programmes/question.ts'

/**
 * Under this share of known points an axis shows words, not figures. Half: below it, what is not known weighs
 * more than what is, and a figure would say more about us than about the shop.
 */
export const ENOUGH_KNOWN = 0.5

/**
 * What one question brought. `of` is what it could bring (0: not applicable, it left the maximum); `points`
 * is null where the answer is not known.
 */
export type PointSource = { question: QuestionId; option: OptionId | null; points: number | null; of: number }

/** From 0 to 100, rounded: `low` counts what is not known as nothing, `high` as everything. */
export type Score =
  | { kind: 'score'; low: number; high: number; knownShare: number }
  | { kind: 'notEnough'; knownShare: number }

export type AxisScore = Score & { axis: AxisId; points: readonly PointSource[] }

/** The parts of an axis, in points; each is finite and at least 0. */
export type AxisWeight = { known: number; earned: number; unknown: number; attainable: number }

/**
 * Scores one axis from the questions that are visible. "Not applicable" leaves the maximum, what is not known
 * widens the range; a better answer never lowers either end.
 */
export function scoreAxis(axis: AxisId, questions: readonly Question[], answers: Answers): AxisScore {
  const points = questions
    .filter((question) => question.axis === axis && question.weight > 0)
    .map((question) => pointOf(question, answers))
  return { axis, points, ...scoreOf(weigh(points)) }
}

/** Adds up the points of an axis. */
export function weigh(sources: readonly PointSource[]): AxisWeight {
  let [known, earned, unknown] = [0, 0, 0]
  for (const { points, of } of sources) {
    if (points === null) unknown += of
    else {
      known += of
      earned += points
    }
  }
  return { known, earned, unknown, attainable: known + unknown }
}

function scoreOf({ known, earned, unknown, attainable }: AxisWeight): Score {
  if (attainable === 0) return { kind: 'notEnough', knownShare: 0 }
  const share = known / attainable
  const knownShare = Math.round(share * 100) / 100
  if (share < ENOUGH_KNOWN) return { kind: 'notEnough', knownShare }
  const outOf100 = (points: number) => Math.round((100 * points) / attainable)
  return { kind: 'score', low: outOf100(earned), high: outOf100(earned + unknown), knownShare }
}

function pointOf({ id, weight }: Question, answers: Answers): PointSource {
  const option = answers.get(id)
  if (!option) return { question: id, option: null, points: null, of: weight }
  if (option.level === 'na') return { question: id, option: option.id, points: 0, of: 0 }
  const points = option.level === 'unknown' ? null : option.level * weight
  return { question: id, option: option.id, points, of: weight }
}
