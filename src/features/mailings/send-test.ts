import type { Tx } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import { queueMail } from '../../core/mail.ts'
import { renderMail } from '../../ui/mail.tsx'
import { mayMail, type Actor } from '../accounts/person.ts'

import { fillIn, fillInHtml } from './merge.ts'
import { findMailing, findSender } from './store.ts'
import { fillingFor, fillSubject, tellMailing, type Speaker } from './tell-mailing.ts'
import { texts } from './texts.ts'

export type TestOutcome = { kind: 'sent' } | { kind: 'not-found' } | { kind: 'forbidden' }

/** A link that leads out of nothing: there is no such recipient. */
export const nobody = '00000000-0000-4000-8000-000000000000'

/** Sends the mail as it is to who asks, filled for an invented shop. It counts as no mailing. */
export async function sendTest(
  tx: Tx,
  now: Date,
  actor: Actor,
  { id, language, speaker }: { id: string; language: Language; speaker: Speaker },
): Promise<TestOutcome> {
  if (!mayMail(actor)) return { kind: 'forbidden' }
  const mailing = await findMailing(tx, actor, id)
  if (!mailing) return { kind: 'not-found' }
  const sender = await findSender(tx, mailing.relayId)
  const { html, plain } = renderMail(tellMailing(speaker, { ...mailing, sender }, language))
  const words = texts[language].staff
  const filling = fillingFor(speaker, { sender, language }, { id: nobody, business: words.sample })
  await queueMail(tx, now, {
    kind: 'mailings.test',
    to: actor.email,
    subject: words.testSubject(fillSubject(mailing, language, filling)),
    html: fillInHtml(html, filling),
    plain: fillIn(plain, filling),
  })
  return { kind: 'sent' }
}
