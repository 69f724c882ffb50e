/** How an invented owner answers: some are at home online, some are not, all have days off. */
import type { Option } from '../programmes/option.ts'
import type { Question } from '../programmes/question.ts'
import type { Dice } from './dice.ts'

/** Chances of each answer for a shop of this maturity, from 0 (hardly begun) to 1 (at ease). */
export function chooseOption(question: Question, maturity: number, dice: Dice): Option {
  if (question.kind === 'profile') return dice.pick(question.options)
  const weighed = question.options.map((option) => ({ option, weight: weightOf(option, maturity) }))
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  let left = dice.share() * total
  for (const { option, weight } of weighed) {
    left -= weight
    if (left < 0) return option
  }
  return dice.pick(question.options)
}

function weightOf({ level }: Option, maturity: number): number {
  if (level === 'unknown') return 0.12
  if (level === 'na') return 0.08
  // Level 1 grows with maturity, level 0 shrinks, half-way stays likely.
  return 0.05 + 1 - Math.abs(level - maturity)
}
