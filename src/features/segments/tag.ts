/** A tag: one word that staff put on businesses, of a relay or of the whole programme. */
import { maySeeBusinesses, type Actor } from '../accounts/person.ts'

/** Small letters (with their accents), digits and hyphens. */
export const tagShape = /^[\p{Ll}\p{Lo}\d][\p{Ll}\p{Lo}\d-]{0,29}$/u

/** More businesses than this are not tagged in one act: such a list wants another filter. */
export const mostTagged = 100_000

/** One act of tagging a list. */
export type Tagging = {
  id: string
  tag: string
  /** Whose tag it is; null: the whole programme's. */
  relayId: string | null
  businesses: number
  undoneAt: Date | null
}

export function mayTag(actor: Actor | null): boolean {
  return maySeeBusinesses(actor)
}

/** `#Marché ` as `marché`; null when it is no single word. */
export function asTag(typed: string): string | null {
  const word = typed.normalize('NFC').trim().replace(/^#/, '').toLowerCase()
  return tagShape.test(word) ? word : null
}
