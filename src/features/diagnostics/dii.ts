import { evaluate, type Truth } from '../programmes/condition.ts'
import type { Crosswalk, DiiPoint, Fit } from '../programmes/crosswalk.ts'
import type { Answers, OptionId, QuestionId } from '../programmes/option.ts'

/** `possible`: the answers leave it open. */
export type DiiState = 'sure' | 'possible' | 'no'

export type DiiRow = {
  point: number
  question: QuestionId
  option: OptionId | null
  state: DiiState
  fit: Fit
}

/**
 * Comparable with the Digital Intensity Index of Eurostat, version 3: between `sure` and `possible` points of
 * `of`. Self-declared, and the official figures are for firms of ten persons or more.
 */
export type DiiCount = { sure: number; possible: number; of: number; rows: readonly DiiRow[] }

/** Reads the points of the index from the answers; what is not answered leaves a point open. */
export function countDii({ dii }: Crosswalk, answers: Answers): DiiCount {
  const rows = dii.points.map((point) => diiRow(point, answers))
  const sure = rows.filter(({ state }) => state === 'sure').length
  const open = rows.filter(({ state }) => state === 'possible').length
  return { sure, possible: sure + open, of: rows.length, rows }
}

function diiRow(point: DiiPoint, answers: Answers): DiiRow {
  const option = answers.get(point.question)?.id ?? null
  const needed = point.requires ? evaluate(point.requires, answers).truth : true
  const state = withNeed(ownState(point, answers), needed)
  return { point: point.point, question: point.question, option, state, fit: point.fit }
}

function ownState({ question, sure, possible }: DiiPoint, answers: Answers): DiiState {
  const option = answers.get(question)
  if (!option) return 'possible'
  if (sure.includes(option.id)) return 'sure'
  return possible.includes(option.id) || option.level === 'unknown' ? 'possible' : 'no'
}

function withNeed(state: DiiState, needed: Truth): DiiState {
  if (needed === false) return 'no'
  return needed === 'unknown' && state === 'sure' ? 'possible' : state
}

/** How far a row of the European maturity assessment holds, by the best of the answers that touch it. */
export type DmaState = 'yes' | 'partly' | 'no' | 'unknown'
export type DmaRowState = { row: string; state: DmaState }

/** Rows that our questions touch; never a score of that assessment. */
export type DmaLite = { rows: readonly DmaRowState[] }

export function readDma({ dma }: Crosswalk, answers: Answers): DmaLite {
  return { rows: dma.covered.map(({ row, questions }) => ({ row, state: dmaState(questions, answers) })) }
}

function dmaState(questions: readonly QuestionId[], answers: Answers): DmaState {
  const levels = questions.map((id) => answers.get(id)?.level ?? 'unknown')
  if (levels.includes(1)) return 'yes'
  if (levels.includes('unknown')) return 'unknown'
  return levels.includes(0.5) ? 'partly' : 'no'
}

export type DmaShare = { yes: number; covered: number; of: number }

/** Of the rows of one question ("Q3"): held, touched by our questions, and in all. */
export function dmaShare(crosswalk: Crosswalk, lite: DmaLite, question: string): DmaShare {
  const isOf = ({ row }: { row: string }) => row.startsWith(`${question}.`)
  const rows = lite.rows.filter(isOf)
  const others = crosswalk.dma.notCovered.filter(isOf).length
  const yes = rows.filter(({ state }) => state === 'yes').length
  return { yes, covered: rows.length, of: rows.length + others }
}
