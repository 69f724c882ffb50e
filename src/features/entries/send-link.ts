import type { Tx } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import { queueMail } from '../../core/mail.ts'
import { countAttempt, type Limit } from '../../core/rate-limit.ts'
import { renderMail, type MailContent } from '../../ui/mail.tsx'
import type { Actor } from '../accounts/person.ts'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { mayEnterAnswers } from './entry.ts'
import { findRunById } from './store.ts'
import { texts } from './texts.ts'

export type LinkRequest = {
  /** Of the form: sent twice, it writes one mail. */
  key: string
  diagnosticId: string
  email: string
  language: Language
  programme: MailContent['programme']
  publicUrl: string
}

export type LinkOutcome =
  | { kind: 'queued' }
  | { kind: 'too-many' }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }

// A day of visits must pass; somebody who writes to a whole town must not.
const limit: Limit = { name: 'entry-link', max: 60, seconds: 3600 }

/** Writes the private link of a diagnostic to its owner; the address serves for this mail and is not kept. */
export async function sendLink(tx: Tx, now: Date, actor: Actor, request: LinkRequest): Promise<LinkOutcome> {
  if (!mayEnterAnswers(actor)) return { kind: 'forbidden' }
  const run = await findRunById(tx, actor, request.diagnosticId)
  if (!run) return { kind: 'not-found' }
  if (!(await countAttempt(tx, now, limit, actor.personId))) return { kind: 'too-many' }
  await queueMail(tx, now, mailOf(actor, run.token, request))
  return { kind: 'queued' }
}

function mailOf(actor: Actor, token: string, { key, email, language, programme, publicUrl }: LinkRequest) {
  const words = texts[language].mail
  const { html, plain } = renderMail({
    language,
    programme,
    title: words.title,
    paragraphs: [words.hello, words.done(actor.name || actor.email)],
    button: { label: words.button, url: publicUrl + diagnosticUrls.result(token) },
    after: [words.private, words.unwanted],
  })
  const about = { kind: 'entries.link', onceKey: `entries.link ${key}`, to: email }
  return { ...about, subject: words.subject(programme.name), html, plain }
}
