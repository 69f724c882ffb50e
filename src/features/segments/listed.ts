/** A row of a list of businesses. */
import type { BusinessSummary } from '../businesses/business.ts'
import type { Step } from './step.ts'

export type Listed = BusinessSummary & {
  step: Step
  /** Asked to be left alone: nobody calls or writes to it. */
  isRefused: boolean
  tags: readonly string[]
  /** What the order sorts it by, before its SIRET. */
  key: string
}
