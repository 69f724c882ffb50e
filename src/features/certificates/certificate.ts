/** What a certificate says, and how its code is written and typed. */
import type { Language } from '../../core/language.ts'
import type { Way } from '../attendance/attendance.ts'
import type { TrainingId } from '../programmes/training.ts'
import type { Score } from '../quizzes/quiz.ts'

/** Issued once; all of it was copied on that day, and none of it ever changes. */
export type Certificate = Score & {
  id: string
  /** 26 signs (`newPrintedCode`): who has them may see it. */
  code: string
  trainingId: TrainingId
  /** As the person typed it to have it printed. */
  name: string
  language: Language
  title: string
  minutes: number
  /** As `2026-11-24`. */
  followedOn: string
  way: Way
  programme: Issuer
  issuedAt: Date
}

export type Issuer = {
  name: string
  organisation: string
  brand: { deep: string; bright: string }
}

/** What is known of somebody who asks for a certificate: both must be there. */
export type Standing = {
  /** The attempt that counts; null before the first. */
  best: Score | null
  isPassed: boolean
  way: Way | null
}

/** In five groups, which an eye can hold: `K7QF3-MZT8H-2WY4P-NVD6X-RCJ5AB`. */
export function writtenCode(code: string): string {
  return code.toUpperCase().replace(/^(.{5})(.{5})(.{5})(.{5})/, '$1-$2-$3-$4-')
}

const codeShape = /^[abcdefghjkmnpqrstuvwxyz2-9]{26}$/
const longestTyped = 300

/**
 * The code in what somebody typed: capitals, spaces and hyphens do not matter, and the whole address will do. Null
 * when it cannot be one.
 */
export function codeIn(typed: string): string | null {
  const last = typed.slice(0, longestTyped).split('/').at(-1) ?? ''
  const signs = last.toLowerCase().replaceAll(/[\s\p{Pd}.,_]/gu, '')
  return codeShape.test(signs) ? signs : null
}
