import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { mayMail } from '../accounts/person.ts'
import { staffOf } from '../accounts/require-staff.ts'
import type { Programme } from '../programmes/programme.ts'
import { listSegments } from '../segments/segment-store.ts'
import { doneQuery, draftForm, mailingParams } from './input.ts'
import { keepDraft } from './keep-draft.ts'
import { isDraft, type Mailing } from './mailing.ts'
import { addressDoors } from './staff-address.tsx'
import { DraftPage } from './staff-draft.view.tsx'
import { MailingsPage } from './staff.view.tsx'
import { steeringDoors } from './staff-steer.tsx'
import { previewDoors } from './staff-preview.tsx'
import { showMailing } from './staff-show.tsx'
import { findMailing, listMailings } from './store.ts'
import { mailingUrls } from './urls.ts'

const mailingsShown = 100

/** Mailings: prepared, looked at, sent, watched. Mount it behind the guard. */
export function staff(server: Server, services: Services, programme: Programme): void {
  server.get(mailingUrls.list, (request, reply) => showList({ request, reply }, services))
  server.get(mailingUrls.draft, (request, reply) => showForm({ request, reply }, services, {}))
  server.post(mailingUrls.list, (request, reply) => keep({ request, reply }, services))
  server.get(mailingUrls.changePattern, (request, reply) => showForm({ request, reply }, services, {}))
  server.post(mailingUrls.changePattern, (request, reply) => keep({ request, reply }, services))
  server.get(mailingUrls.mailingPattern, (request, reply) =>
    showMailing({ request, reply }, { services, programme }, {}),
  )
  addressDoors(server, services)
  previewDoors(server, services, programme)
  steeringDoors(server, services, programme)
}

async function showList({ request, reply }: Exchange, { db }: Services) {
  const actor = staffOf(request)
  if (!mayMail(actor)) return reply.callNotFound()
  const mailings = await listMailings(db, actor, mailingsShown)
  const done = doneQuery.parse(request.query).fait
  return reply.page(<MailingsPage page={request.pageContext} mailings={mailings} done={done} />)
}

/** What came back of the form. */
type Came = { typed?: Typed; errors?: FieldErrors }

/** A new draft, or the text of one. */
async function showForm({ request, reply }: Exchange, { db }: Services, { typed, errors }: Came) {
  const actor = staffOf(request)
  if (!mayMail(actor)) return reply.callNotFound()
  const params = mailingParams.safeParse(request.params)
  const mailing = params.success ? await findMailing(db, actor, params.data.id) : null
  if (params.success && !mailing) return reply.callNotFound()
  if (mailing && !isDraft(mailing)) return reply.redirect(mailingUrls.mailing(mailing.id), 303)
  const id = mailing?.id ?? null
  const page = { ...request.pageContext, path: id === null ? mailingUrls.draft : mailingUrls.change(id) }
  const form = { typed: typed ?? (mailing ? asTyped(mailing) : {}), errors: errors ?? {} }
  const segments = await listSegments(db, { relayId: mailing ? mailing.relayId : actor.relayId })
  return reply.page(<DraftPage page={page} {...{ id, form, segments }} />)
}

function asTyped({ topic, audience, texts }: Mailing): Typed {
  return {
    topic,
    audience: audience.kind,
    department: audience.kind === 'department' ? audience.code : '',
    segment: audience.kind === 'segment' ? audience.id : '',
    ...texts.fr,
    'subject-en': texts.en?.subject ?? '',
    'preheader-en': texts.en?.preheader ?? '',
    'body-en': texts.en?.body ?? '',
  }
}

async function keep(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const { db, clock } = services
  const params = mailingParams.safeParse(request.params)
  const form = parseForm(draftForm, request.body)
  if (!form.ok) return showForm({ request, reply: reply.code(422) }, services, form)
  const wanted = { ...form.value, id: params.success ? params.data.id : null }
  const outcome = await transaction(db, (tx) => keepDraft(tx, clock(), staffOf(request), wanted))
  switch (outcome.kind) {
    case 'kept':
      return reply.redirect(`${mailingUrls.mailing(outcome.mailingId)}?fait=garde`, 303)
    case 'frozen':
      return reply.redirect(`${mailingUrls.mailing(outcome.mailingId)}?fait=rien`, 303)
    case 'unknown-segment':
      return showForm({ request, reply: reply.code(422) }, services, {
        typed: form.typed,
        errors: { segment: 'segment.unknown' },
      })
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
