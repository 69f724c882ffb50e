import { allowFrame, type Exchange, type Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { renderMail } from '../../ui/mail.tsx'
import { mayMail } from '../accounts/person.ts'
import { staffOf } from '../accounts/require-staff.ts'
import type { Programme } from '../programmes/programme.ts'
import { frameParams, mailingParams } from './input.ts'

import { fillInHtml } from './merge.ts'
import { nobody } from './send-test.ts'
import { PreviewPage } from './staff-preview.view.tsx'
import { findMailing, findSender } from './store.ts'
import { fillingFor, tellMailing } from './tell-mailing.ts'
import { texts } from './texts.ts'
import { mailingUrls } from './urls.ts'

/** The mail as a phone and a desk show it. */
export function previewDoors(server: Server, services: Services, programme: Programme): void {
  server.get(mailingUrls.previewPattern, (request, reply) => showPreview({ request, reply }, services))
  server.get(mailingUrls.framePattern, (request, reply) => showMail({ request, reply }, services, programme))
}

async function showPreview({ request, reply }: Exchange, { db }: Services) {
  const actor = staffOf(request)
  const params = mailingParams.safeParse(request.params)
  const mailing = params.success && mayMail(actor) && (await findMailing(db, actor, params.data.id))
  if (!mailing) return reply.callNotFound()
  allowFrame(reply, "'self'")
  return reply.page(<PreviewPage page={request.pageContext} mailing={mailing} />)
}

/** Mails style themselves inline, as mail clients want it; nothing else runs in this frame, and nothing is fetched. */
const mailSecurity =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

async function showMail(
  { request, reply }: Exchange,
  { db, config: { publicUrl } }: Services,
  programme: Programme,
) {
  const actor = staffOf(request)
  const params = frameParams.safeParse(request.params)
  const mailing = params.success && mayMail(actor) && (await findMailing(db, actor, params.data.id))
  if (!params.success || !mailing) return reply.callNotFound()
  const { language } = params.data
  const sender = await findSender(db, mailing.relayId)
  const speaker = { programme, publicUrl }
  const { html } = renderMail(tellMailing(speaker, { ...mailing, sender }, language))
  const sample = { id: nobody, business: texts[language].staff.sample }
  // A frame in a sandbox has no origin that it could have an agent of its own for: browsers complain.
  reply.removeHeader('origin-agent-cluster')
  reply.raw.removeHeader('origin-agent-cluster')
  reply.header('content-security-policy', mailSecurity).header('x-frame-options', 'SAMEORIGIN')
  return reply
    .type('text/html; charset=utf-8')
    .send(fillInHtml(html, fillingFor(speaker, { sender, language }, sample)))
}
