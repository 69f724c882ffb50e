import type { SourceKey } from './action.ts'
import type { OptionId, QuestionId } from './option.ts'
import type { Text } from './text.ts'

/** Whom a published survey asked. Figures of different populations are never put into one series. */
export type Population = { id: string; who: Text }

/** A figure that somebody else measured and published; shown beside our own, never mixed with them. */
export type PublishedFigure = {
  id: string
  /** The item beside which it stands; the survey's own question is in `says`. */
  item: QuestionId
  year: number
  population: string
  /** Only for businesses that gave this answer about their size. */
  size?: OptionId
  /** Per cent. */
  share: number
  /** What that share of firms does, in words that follow the figure. */
  says: Text
  source: SourceKey
  /** Whether the source is the survey itself, or somebody who quotes it. */
  isSecondHand: boolean
}

export type Benchmarks = { populations: readonly Population[]; figures: readonly PublishedFigure[] }
