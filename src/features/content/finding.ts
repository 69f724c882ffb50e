import type { Language } from '../../core/language.ts'
import type { AxisId } from '../programmes/question.ts'

/** A key of one file of the programme. */
export type Spot = { file: string; path: readonly (string | number)[] }

/** What should be better about a programme that works: it never keeps a site from starting. */
export type Complaint =
  | { kind: 'long-sentence'; language: Language; words: number; most: number; sentence: string }
  | { kind: 'jargon'; language: Language; word: string; write: string }
  | { kind: 'no-wording'; language: Language }
  | { kind: 'no-best-before' }
  | { kind: 'past-best-before'; day: string }
  | { kind: 'never-offered'; action: string }
  | { kind: 'falling-score'; question: string; axis: AxisId }
  | { kind: 'lost-id'; version: string; question: string; option: string | null }
  | { kind: 'unlisted-ids'; version: string }
  | { kind: 'no-personas' }

export type Complained = Spot & { complaint: Complaint }

/** A complaint with its place; line and column count from 1. */
export type Finding = { file: string; line: number; column: number; complaint: Complaint }
