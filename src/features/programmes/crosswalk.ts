import type { Condition } from './condition.ts'
import type { OptionId, QuestionId } from './option.ts'
import type { Text } from './text.ts'

/** How near our item is to the official definition. */
export type Fit = 'close' | 'loose'

/** One of the twelve points of the Digital Intensity Index, read from exactly one item. */
export type DiiPoint = {
  point: number
  title: Text
  question: QuestionId
  fit: Fit
  /** Answers that give the point for certain. */
  sure: readonly OptionId[]
  /** Answers that leave it open; an item not answered leaves it open too. */
  possible: readonly OptionId[]
  /** The point also needs this: false takes it away, unknown leaves it open. */
  requires?: Condition
}

/** A row of the European maturity assessment, such as "Q3.2"; a bare "Q4" stands for a whole question. */
export type DmaRow = { row: string; title: Text }
export type CoveredDmaRow = DmaRow & { fit: Fit; questions: readonly QuestionId[] }

export type Crosswalk = {
  dii: { version: string; note: Text; points: readonly DiiPoint[] }
  dma: { note: Text; covered: readonly CoveredDmaRow[]; notCovered: readonly DmaRow[] }
}
