import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { newToken } from '../../core/clock.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { findBusinessWithin } from '../businesses/store.ts'
import { entryUrls } from '../entries/urls.ts'
import { programmeZone } from '../programmes/programme.ts'
import { localTimeOf } from '../training-sessions/local-time.ts'
import { mayCall } from './call.ts'
import { businessParams, callForm } from './input.ts'
import { liftRefusal } from './lift-refusal.ts'
import { noteCall } from './note-call.ts'
import { CallListPage, NoteCallPage } from './staff.view.tsx'
import { listCallsToMake } from './store.ts'
import { texts } from './texts.ts'
import { callUrls } from './urls.ts'

const callsShown = 50

/** Whom to call, and what came of it. Mount it behind the guard. */
export function staff(server: Server, services: Services): void {
  server.get(callUrls.list, (request, reply) => showList({ request, reply }, services))
  server.get(callUrls.notePattern, (request, reply) => showForm({ request, reply }, services, null))
  server.post(callUrls.notePattern, (request, reply) => note({ request, reply }, services))
  server.post(callUrls.liftPattern, (request, reply) => lift({ request, reply }, services))
}

async function showList({ request, reply }: Exchange, { db, clock }: Services) {
  const actor = staffOf(request)
  if (!mayCall(actor)) return reply.callNotFound()
  const now = clock()
  const { date: today } = localTimeOf(now, programmeZone)
  const calls = await listCallsToMake(db, now, { reach: actor, today, limit: callsShown })
  return reply.page(<CallListPage page={request.pageContext} calls={calls} />)
}

/** What came back of the form. */
type Came = { typed: Typed; errors: FieldErrors }

async function showForm({ request, reply }: Exchange, { db }: Services, came: Came | null) {
  const actor = staffOf(request)
  const params = businessParams.safeParse(request.params)
  const business = params.success && mayCall(actor) && (await findBusinessWithin(db, actor, params.data.id))
  if (!business) return reply.callNotFound()
  const form = {
    typed: came?.typed ?? {},
    errors: came?.errors ?? {},
    formKey: came?.typed['page'] || newToken(),
  }
  const page = { ...request.pageContext, path: callUrls.note(business.id) }
  return reply.code(came ? 422 : 200).page(<NoteCallPage page={page} business={business} form={form} />)
}

async function note(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const { db, clock } = services
  const params = businessParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const form = parseForm(callForm, request.body)
  if (!form.ok) return showForm(exchange, services, form)
  const { next: nextCallOn, page: formKey, ...said } = form.value
  const wanted = { ...said, nextCallOn, formKey, businessId: params.data.id }
  const outcome = await transaction(db, (tx) => noteCall(tx, clock(), staffOf(request), wanted))
  switch (outcome.kind) {
    case 'noted':
      return reply.redirect(`${entryUrls.story(params.data.id)}?appel=note#appels`, 303)
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

async function lift({ request, reply }: Exchange, { db, clock }: Services) {
  const params = businessParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const { id: businessId } = params.data
  const wanted = { businessId, note: texts[request.language].liftNote }
  const outcome = await transaction(db, (tx) => liftRefusal(tx, clock(), staffOf(request), wanted))
  switch (outcome.kind) {
    case 'lifted':
    case 'not-refused':
      return reply.redirect(`${entryUrls.story(businessId)}?appel=leve#appels`, 303)
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
