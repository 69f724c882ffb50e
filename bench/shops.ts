/** Invented shops that answer at random, the same ones in every run. */
import type { GivenAnswers } from '../src/features/diagnostics/diagnostic.ts'
import { everyQuestion, type Programme } from '../src/features/programmes/programme.ts'

/** One question in twenty is left open. */
const openShare = 0.05

export function inventedShops(programme: Programme, count: number): GivenAnswers[] {
  const dice = seededDice(20_261_125)
  return Array.from({ length: count }, () => {
    const answered = everyQuestion(programme).filter(() => dice() >= openShare)
    const entries = answered.flatMap(({ id, options }) => {
      const option = options[Math.floor(dice() * options.length)]
      return option ? [[id, { option: option.id, source: 'answered' as const }] as const] : []
    })
    return Object.fromEntries(entries)
  })
}

/** From 0 to 1, 1 left out: the generator of Lehmer with the constants of Park and Miller. */
function seededDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
