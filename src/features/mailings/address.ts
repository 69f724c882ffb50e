/** What is known of one address: why we may write to it, why we may not, and what it was sent. */
import type { Bounce } from './bounce.ts'
import type { MailingTexts, RecipientState } from './mailing.ts'
import type { KnownSuppression } from './suppression.ts'

/** The consent facts: where it comes from, when, and the business it belongs to. */
export type AddressSource = { name: string; source: 'diagnostic' | 'booking'; collectedAt: Date }

export type SentMail = {
  mailingId: string
  texts: MailingTexts
  state: RecipientState
  endedAt: Date | null
  bounce: Bounce | null
  reply: string | null
  legalBasis: string
  noticeVersion: string
}

export type KnownAddress = {
  email: string
  sources: readonly AddressSource[]
  suppressions: readonly KnownSuppression[]
  mails: readonly SentMail[]
}
