/** A diagnostic entered by staff: what an owner said by telephone, on a visit, or wrote on paper. */
import { maySeeBusinesses, type Actor } from '../accounts/person.ts'
import type { AnswerChannel, AnswerSource } from '../diagnostics/diagnostic.ts'
import type { Text } from '../programmes/text.ts'

export type EntryChannel = Exclude<AnswerChannel, 'web'>

/** How an adviser and an owner talk while the answers are typed: by telephone, or face to face. */
export const spokenChannels = ['phone', 'adviser'] as const
export type SpokenChannel = (typeof spokenChannels)[number]

/** Answering for an owner, reading the result out and handing its link over are one right. */
export function mayEnterAnswers(actor: Actor | null): boolean {
  return maySeeBusinesses(actor)
}

/** An answer with where it comes from. */
export type ToldAnswer = {
  question: Text
  option: Text
  source: AnswerSource
  channel: AnswerChannel
  /** The name of who typed it for the owner; null: nobody did, or they have left. */
  enteredBy: string | null
  answeredAt: Date
}

/** A short code in two halves, as it is read out: `k7m2p-9xq4t`. */
export function writeShortCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** A short code as people type it: capitals, spaces and dashes do not matter. Null when it cannot be one. */
export function readShortCode(typed: string): string | null {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  return /^[a-hjkmnp-z2-9]{10}$/.test(code) ? code : null
}
