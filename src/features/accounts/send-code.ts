import type { Auth } from '../../core/auth.ts'
import { transaction, type Db } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import { queueMail } from '../../core/mail.ts'
import { countSender } from '../../core/rate-limit.ts'
import { renderMail } from '../../ui/mail.tsx'
import type { Programme } from '../programmes/programme.ts'
import { findLanguageOf } from './store.ts'
import { texts } from './texts.ts'

export const codeMailKind = 'accounts.code'

/** `language`: that of the page, for people we do not know. */
export type CodeRequest = { email: string; address: string; language: Language }
export type CodeOutcome = { kind: 'sent' } | { kind: 'too-many' }

/** A mailbox must not be flooded by somebody else; a town hall behind one address must still get in. */
const limits = {
  perAddress: { name: 'code-address', max: 30, seconds: 900 },
  perMailbox: { name: 'code-mailbox', max: 5, seconds: 900 },
}

/** Sends a six-digit code; known and unknown addresses get the same answer. */
export async function sendCode(
  db: Db,
  now: Date,
  { auth, programme, request }: { auth: Auth; programme: Programme; request: CodeRequest },
): Promise<CodeOutcome> {
  const attempt = await transaction(db, (tx) => countSender(tx, now, limits, request))
  if (attempt.kind === 'too-many') return { kind: 'too-many' }
  const code = await auth.api.createVerificationOTP({ body: { email: request.email, type: 'sign-in' } })
  await transaction(db, async (tx) => {
    const language = (await findLanguageOf(tx, request.email)) ?? request.language
    const { subject, ...mail } = codeMail(programme, language, code)
    await queueMail(tx, now, { kind: codeMailKind, to: request.email, subject, ...mail })
  })
  return { kind: 'sent' }
}

function codeMail(programme: Programme, language: Language, code: string) {
  const words = texts[language].codeMail
  const mail = renderMail({
    language,
    programme,
    title: words.title,
    paragraphs: [words.intro],
    highlight: code,
    after: [words.validity, words.notYou],
  })
  return { ...mail, subject: words.subject(code) }
}
