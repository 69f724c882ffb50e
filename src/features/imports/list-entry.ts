/** A shop as a row of a list describes it, once cleaned. */
import type { RegisterEntry } from '../businesses/business.ts'

export type ContactKind = 'email' | 'phone' | 'website'
/** An address in small letters, a number in E.164, or a whole web address. */
export type Contact = { kind: ContactKind; value: string }

export type ListEntry = Omit<RegisterEntry, 'siret'> & {
  siret: string | null
  /** In the syntax of OpenStreetMap where they could be read, else as the list words them. */
  openingHours: string | null
  contacts: readonly Contact[]
  /** The list says that nobody may write to them. */
  isOptOut: boolean
}

/** A way to reach a business: who gave it and when, and whether it may still be used. */
export type BusinessContact = {
  kind: ContactKind
  value: string
  source: string
  collectedAt: Date
  opposedAt: Date | null
}
