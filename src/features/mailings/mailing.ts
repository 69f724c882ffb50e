/** A mailing: one text for many businesses, each person once. */
import type { Rule } from '../segments/rule.ts'
import type { Language } from '../../core/language.ts'

/** What a mailing is about: people may leave one and keep the other. */
export const topics = ['trainings', 'news'] as const
export type Topic = (typeof topics)[number]

/** `preheader`: the line that mailboxes show beside the subject. `body`: paragraphs, an empty line between them. */
export type MailingText = { subject: string; preheader: string; body: string }
/** Who reads a language that is left out gets French. */
export type MailingTexts = { fr: MailingText; en: MailingText | null }

export const audienceKinds = [
  'everybody',
  'segment',
  'department',
  'not-begun',
  'unfinished',
  'no-booking',
] as const
export type AudienceKind = (typeof audienceKinds)[number]
/** `not-begun`: no diagnostic; `unfinished`: begun only; `no-booking`: a plan, and no seat in a training. */
export type Audience =
  | { kind: Exclude<AudienceKind, 'department' | 'segment'> }
  /** By its code, such as 57. */
  | { kind: 'department'; code: string }
  /** The rule as it was when the mailing was written: a segment that changes later changes no mailing. */
  | { kind: 'segment'; id: string; name: string; rule: Rule }

/** As a form asks for it: of a segment, which one. */
export type AskedAudience = Exclude<Audience, { kind: 'segment' }> | { kind: 'segment'; id: string }

export const mailingStates = ['draft', 'scheduled', 'sending', 'paused', 'stopped', 'done'] as const
export type MailingState = (typeof mailingStates)[number]

/** `staff`: somebody pressed the button; the others are seen in what comes back. */
export type PauseReason = 'staff' | 'bounces' | 'complaints' | 'policy'

/** What may follow what. */
export const followers: Readonly<Record<MailingState, readonly MailingState[]>> = {
  draft: ['scheduled'],
  scheduled: ['sending', 'paused', 'stopped'],
  sending: ['paused', 'stopped', 'done'],
  paused: ['scheduled', 'sending', 'stopped'],
  stopped: [],
  done: [],
}

export const recipientStates = [
  'waiting',
  'claimed',
  'sent',
  'failed',
  'deferred',
  'skipped',
  'uncertain',
] as const
export type RecipientState = (typeof recipientStates)[number]

/** Why somebody of the audience is left out. */
export const skipReasons = [
  'unsubscribed',
  'complaint',
  'hard-bounce',
  'soft-bounces',
  'staff',
  'refused-contact',
  'undisclosed',
  'recently-written-to',
  'stopped',
] as const
export type SkipReason = (typeof skipReasons)[number]

export type Mailing = {
  id: string
  relayId: string | null
  topic: Topic
  audience: Audience
  texts: MailingTexts
  state: MailingState
  startsAt: Date | null
  pauseReason: PauseReason | null
  createdBy: string
  changedAt: Date
  builtAt: Date | null
  endedAt: Date | null
}

/** In whose name it is sent; null: the programme's own. */
export type Sender = { id: string; name: string; phone: string | null } | null

/** How many recipients are in each state, and why some were left out. */
export type MailingNumbers = {
  states: Readonly<Record<RecipientState, number>>
  left: readonly { reason: SkipReason; count: number }[]
  bounced: number
  complained: number
}

/** A line of the list. */
export type MailingLine = Mailing & { relayName: string | null; numbers: MailingNumbers }

/** A recipient that somebody should look at; `reply` of the relay. */
export type Trouble = { email: string; state: 'uncertain' | 'failed'; reply: string | null }

/** Somebody whom a mailing means, before anybody is left out. */
export type AudienceMember = { personId: string; email: string; name: string; commune: string | null }

/** What a mailing would do if it left now. */
export type AudienceCount = { recipients: number; left: { reason: SkipReason; count: number }[] }

/** Not yet frozen: text, audience and moment may change. */
export function isDraft({ state }: Pick<Mailing, 'state'>): boolean {
  return state === 'draft'
}

export function mayPause({ state }: Pick<Mailing, 'state'>): boolean {
  return followers[state].includes('paused')
}

export function mayStop({ state }: Pick<Mailing, 'state'>): boolean {
  return followers[state].includes('stopped')
}

/** The text in somebody's language. */
export function textIn(texts: MailingTexts, language: Language): MailingText {
  return texts[language] ?? texts.fr
}

/** Addresses we may write to were given to us with a notice; each mail keeps which. */
export const noticeVersion = '2026-11'
/** Named professional addresses, about the trade: information beforehand and easy opposition (CNIL). */
export const siteBasis = 'legitimate-interest'

/** Days: who got a mail of another mailing, whoever sent it, gets no second one before. */
export const daysOfPeace = 3
