import type { Actor } from '../accounts/person.ts'
import type { Cell } from './figure.ts'

/** Figures of the programme's own diagnostics, counted on one day and never changed. */
export type Edition = { id: string; number: number; businesses: number; madeAt: Date }

/** An edition as staff see it. */
export type EditionSummary = Edition & { cells: number; keptBricks: number; bricks: number }

/** The narrowest cell of an edition in which a business finds shops like itself; `newerAt`: one has followed. */
export type Peers = Cell & { madeAt: Date; newerAt: Date | null }

export const workSteps = ['gather', 'compare', 'count', 'publish'] as const
export type WorkStep = (typeof workSteps)[number]

export type WorkEnd = 'made' | 'too-soon' | 'not-enough' | 'nothing-new' | 'at-work' | 'abandoned'

/** Somebody asked for an edition; it is made by the worker. */
export type EditionWork = {
  id: string
  askedAt: Date
  movedAt: Date
  step: WorkStep | 'asked'
  endedAt: Date | null
  outcome: WorkEnd | null
}

/** A quarter: between two editions, unless every figure has changed by ten businesses or more. */
export const DAYS_BETWEEN = 91
/** A work that has not moved for so long is nobody's any more. */
export const MINUTES_TO_ABANDON = 15

/** From when on an edition may follow this one, whatever has changed. */
export function nextQuarter({ madeAt }: Pick<Edition, 'madeAt'>): Date {
  return new Date(madeAt.getTime() + DAYS_BETWEEN * 86_400_000)
}

export function mayMakeEdition(actor: Actor | null): boolean {
  return actor?.role === 'operator'
}
