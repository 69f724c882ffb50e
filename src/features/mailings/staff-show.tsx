import type { FieldErrors, Typed } from '../../core/form.ts'
import type { Exchange } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { renderMail } from '../../ui/mail.tsx'
import { mayMail } from '../accounts/person.ts'
import { staffOf } from '../accounts/require-staff.ts'
import type { Programme } from '../programmes/programme.ts'
import { countAudience, listAudience } from './contact-store.ts'
import { doneQuery, mailingParams } from './input.ts'
import { isDraft, type Mailing, type Sender } from './mailing.ts'
import { usesField } from './merge.ts'
import { DraftedPage } from './staff-drafted.view.tsx'
import { ProgressPage } from './staff-progress.view.tsx'
import { findMailing, findNumbers, findSender, listTroubles } from './store.ts'
import { lacksTelephone, tellMailing, type Speaker } from './tell-mailing.ts'
import { warningsOf } from './warnings.ts'

export type Desk = { services: Services; programme: Programme }
/** What came back of the form that lets it go. */
export type CameBack = { typed?: Typed; errors?: FieldErrors }

const troublesShown = 50
const namesShown = 20

/** A draft with what is to be looked at before it goes; else how far it is. */
export async function showMailing(exchange: Exchange, desk: Desk, came: CameBack) {
  const { request, reply } = exchange
  const { db } = desk.services
  const actor = staffOf(request)
  const params = mailingParams.safeParse(request.params)
  const mailing = params.success && mayMail(actor) && (await findMailing(db, actor, params.data.id))
  if (!mailing) return reply.callNotFound()
  const sender = await findSender(db, mailing.relayId)
  if (isDraft(mailing)) return showDrafted(exchange, desk, { mailing, sender, came })
  const numbers = await findNumbers(db, mailing.id)
  const troubles = await listTroubles(db, mailing.id, troublesShown)
  const done = doneQuery.parse(request.query).fait
  const view = { page: request.pageContext, mailing, sender, numbers, troubles, done }
  return reply.page(<ProgressPage {...view} />)
}

type Drafted = { mailing: Mailing; sender: Sender; came: CameBack }

async function showDrafted(
  { request, reply }: Exchange,
  { services, programme }: Desk,
  { mailing, sender, came }: Drafted,
) {
  const { db, clock, config } = services
  const speaker: Speaker = { programme, publicUrl: config.publicUrl }
  const { html } = renderMail(tellMailing(speaker, { ...mailing, sender }, 'fr'))
  const written = Object.values(mailing.texts).flatMap((text) => (text ? [text.subject, text.body] : []))
  const isPhoneMissing =
    lacksTelephone(speaker, sender) && written.some((words) => usesField(words, 'telephone'))
  const count = await countAudience(db, clock(), { ...mailing, reach: mailing })
  const few = { after: null, limit: namesShown }
  const names = await listAudience(db, mailing, mailing.audience, few)
  const done = doneQuery.parse(request.query).fait
  const warnings = warningsOf(mailing.texts, html)
  const view = { page: request.pageContext, mailing, sender, count, names, done, warnings, isPhoneMissing }
  return reply.page(<DraftedPage {...view} typed={came.typed ?? {}} errors={came.errors ?? {}} />)
}
