import type { Condition } from './condition.ts'
import type { Option, OptionId, QuestionId } from './option.ts'
import type { Text } from './text.ts'

/** The five sides of a shop, in the order in which they are shown. */
export const AXIS_IDS = ['found', 'sell', 'manage', 'protect', 'people'] as const

export type AxisId = (typeof AXIS_IDS)[number]

/** The profile questions that plans and figures rely on; `minutes` and `euros` carry a value per option. */
export const PROFILE_IDS = ['sector', 'size', 'customers', 'minutes', 'euros', 'goal', 'fear'] as const

/** The option every item offers: not knowing is an answer. */
export const DONT_KNOW: OptionId = 'dont-know'

export type Axis = {
  id: AxisId
  title: Text
  /** The question the axis answers, in the owner's words. */
  asks: Text
}

/** An answer that others settle, so that nobody is asked: it holds until the owner says otherwise. */
export type Inference = { option: OptionId; when: Condition }

export type Question = {
  id: QuestionId
  kind: 'profile' | 'item'
  /** Place among the items, from 1; profile questions have none. */
  number?: number
  axis: AxisId | null
  title: Text
  help?: Text
  /** What an adviser reads aloud, options included. */
  phone: Text
  options: readonly Option[]
  /** Share in the axis, published on the method page; 0 for a question that only serves comparison. */
  weight: number
  /** Time an owner needs to answer. */
  seconds: number
  /** Asked unless this is false; an unknown condition does not hide a question. */
  visibleWhen?: Condition
  /** The rungs that other answers settle; the first rule that is true counts. */
  inferredWhen?: readonly Inference[]
  /** Which column of the register suggests an answer: the trade code or the headcount band. */
  prefill?: 'trade' | 'headcount'
  /** Points of the Digital Intensity Index (1 to 12) read from this question. */
  dii?: readonly number[]
  /** Rows of the European maturity assessment this question touches, such as "Q3.2". */
  dma?: readonly string[]
}

/** The option of that id, or null when the question does not have it. */
export function findOption(question: Question, id: OptionId): Option | null {
  for (const option of question.options) if (option.id === id) return option
  return null
}

/** The answer the register suggests for a trade code or a headcount band; the most precise beginning wins. */
export function suggestedOption(question: Question, registerCode: string): Option | null {
  const code = registerCode.replaceAll('.', '')
  let best: { option: Option; length: number } | null = null
  for (const option of question.options) {
    for (const beginning of option.register ?? []) {
      if (code.startsWith(beginning) && beginning.length > (best?.length ?? 0)) {
        best = { option, length: beginning.length }
      }
    }
  }
  return best?.option ?? null
}
