import type { Programme, Questionnaire } from '../programmes/programme.ts'
import { FIRST_PICTURE } from './asking-order.ts'
import { walkThrough, type GivenAnswers } from './diagnostic.ts'
import type { Result } from './result.ts'
import { ENOUGH_KNOWN } from './score.ts'

/** May the owner see a first picture now, with questions still to come? */
export function isFirstPictureReady(programme: Questionnaire, given: GivenAnswers): boolean {
  const { asked, answered } = countItems(programme, given)
  return answered >= FIRST_PICTURE && answered < asked
}

function countItems(programme: Questionnaire, given: GivenAnswers): { asked: number; answered: number } {
  const { visible, answers } = walkThrough(programme, given)
  const items = visible.filter(({ kind }) => kind === 'item')
  return { asked: items.length, answered: items.filter(({ id }) => answers.has(id)).length }
}

/**
 * How far a result can be trusted: the axes that show a figure, of those
 * that concern the shop, and how far the truth may be from the middle
 * of the widest of their ranges, in whole points. `within` is null while no axis shows a figure.
 */
export type Precision = { isRough: boolean; shown: number; of: number; within: number | null }

/** Rough while fewer questions are answered than an axis needs to show a figure. */
export function precisionOf(programme: Programme, { answers, axes }: Result): Precision {
  const { asked, answered } = countItems(programme, answers)
  const widths = axes.flatMap((axis) => (axis.kind === 'score' ? axis.high - axis.low : []))
  return {
    isRough: answered < ENOUGH_KNOWN * asked,
    shown: widths.length,
    of: axes.filter(({ points }) => points.some(({ of }) => of > 0)).length,
    within: widths.length > 0 ? Math.ceil(Math.max(...widths) / 2) : null,
  }
}
