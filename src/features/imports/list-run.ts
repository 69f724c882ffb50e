/** One import of a list: tried or done. */
import type { Actor } from '../accounts/person.ts'
import type { Mapping } from './mapping.ts'
import type { Note } from './note.ts'

export const outcomes = ['created', 'changed', 'unchanged', 'doubtful', 'refused'] as const
export type RowOutcome = (typeof outcomes)[number]

export type RunState = 'waiting' | 'running' | 'finished' | 'broken' | 'cancelled' | 'undoing' | 'undone'

/** `noted`: rows in which something was repaired or left out, whatever became of them. */
export type RunCounts = Readonly<Record<RowOutcome, number>> & { rows: number; noted: number }

export type ListRun = RunCounts & {
  id: string
  source: string
  fileName: string
  fileId: string | null
  sheet: number | null
  columns: readonly string[]
  mapping: Mapping
  /** A trial: nothing is written but the report. */
  isDry: boolean
  state: RunState
  /** Why it is broken. */
  problem: string | null
  askedAt: Date
  movedAt: Date
  endedAt: Date | null
  /** The last row that is done: a run that was killed goes on after it. */
  lastLine: number
  /** From 0 to 1; null while it cannot be said. */
  progress: number | null
}

/** A file that was sent; `bytes`: how long it is. */
export type KeptFile = { id: string; name: string; bytes: number }

export const noCounts: RunCounts = {
  rows: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  doubtful: 0,
  refused: 0,
  noted: 0,
}

/** A row of the report. */
export type ReportRow = {
  line: number
  outcome: RowOutcome
  reason: string | null
  columnName: string | null
  value: string | null
  notes: readonly Note[]
  cells: readonly string[]
}

/** Advisers and trainers have no business with whole lists of contacts. */
export function mayImportLists(actor: Actor): boolean {
  return actor.role === 'operator'
}

/** So many are kept of a run: a file that is wrong from end to end must not fill the table. */
export const mostReported = 20_000

export function isMoving({ state }: Pick<ListRun, 'state'>): boolean {
  return state === 'waiting' || state === 'running' || state === 'undoing'
}

/** A trial has nothing to take back. */
export function canBeUndone({ isDry, state }: Pick<ListRun, 'isDry' | 'state'>): boolean {
  return !isDry && state !== 'waiting' && state !== 'running' && state !== 'undone'
}
