import { newId } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import { findBusiness } from '../businesses/store.ts'
import { isStale } from '../diagnostics/result.ts'
import { findComparison } from '../editions/find-comparison.ts'
import { findPlan } from '../plans/store.ts'
import { giveShortAddress } from './give-short-address.ts'
import { linkForm, resultQuery } from './input.ts'
import { sendLink } from './send-link.ts'
import { EntryResultPage } from './staff-result.view.tsx'
import { forAdvisersOf, notFound, refuse, wordErrors, type Ground, type Visit } from './staff-visit.tsx'
import { findRunById, findShortAddress } from './store.ts'
import { entryUrls } from './urls.ts'

/** The result of an entry: read out, sent by e-mail, or handed over as a short address. */
export function resultDoors(server: Server, ground: Ground): void {
  server.get(
    entryUrls.result(':id'),
    forAdvisersOf((visit, id) => show(visit, id, ground)),
  )
  server.post(
    entryUrls.link(':id'),
    forAdvisersOf((visit, id) => send(visit, id, ground)),
  )
  server.post(
    entryUrls.shortAddress(':id'),
    forAdvisersOf((visit, id) => give(visit, id, ground)),
  )
}

/** `wrong`: what came back with a form. */
type Shown = { wrong?: { typed: Typed; errors: FieldErrors; status: number } }

async function show(
  { request, reply, actor }: Visit,
  id: string,
  { services, releases, wrong }: Ground & Shown,
) {
  const { db, clock } = services
  const run = await findRunById(db, actor, id)
  if (!run) return notFound(reply)
  const business = run.businessId === null ? null : await findBusiness(db, run.businessId)
  const plan = await findPlan(db, run.id)
  const programme = await releases.read(db, run.releaseId)
  const comparison = plan && (await findComparison(db, programme, { ...plan, businessId: run.businessId }))
  const short = await findShortAddress(db, clock(), run.id)
  const view = {
    page: request.pageContext,
    programme,
    run,
    business,
    plan,
    comparison,
    short,
    isStale: plan !== null && isStale(programme, plan.result, run.given),
    formKey: wrong?.typed['key'] ?? newId(),
    typed: wrong?.typed ?? {},
    errors: wordErrors(wrong?.errors ?? {}, request.language),
    isSent: resultQuery.parse(request.query).envoye === 'oui',
  }
  return reply.code(wrong?.status ?? 200).page(<EntryResultPage {...view} />)
}

async function send(visit: Visit, id: string, ground: Ground) {
  const { request, reply, actor } = visit
  const { services, programme } = ground
  const form = parseForm(linkForm, request.body)
  const again = (status: number, errors: FieldErrors) =>
    show(visit, id, { ...ground, wrong: { typed: form.typed, errors, status } })
  if (!form.ok) return again(422, form.errors)
  const { language } = request
  const { publicUrl } = services.config
  const wanted = { ...form.value, diagnosticId: id, language, programme, publicUrl }
  const outcome = await transaction(services.db, (tx) => sendLink(tx, services.clock(), actor, wanted))
  switch (outcome.kind) {
    case 'queued':
      return reply.redirect(`${entryUrls.result(id)}?envoye=oui`, 303)
    case 'too-many':
      return again(429, { email: 'email.too-many' })
    case 'not-found':
      return notFound(reply)
    case 'forbidden':
      return refuse(visit)
    default:
      return unreachable(outcome)
  }
}

async function give(visit: Visit, id: string, { services }: Ground) {
  const { reply, actor } = visit
  const outcome = await transaction(services.db, (tx) => giveShortAddress(tx, services.clock(), actor, id))
  switch (outcome.kind) {
    case 'given':
      return reply.redirect(`${entryUrls.result(id)}#adresse`, 303)
    case 'not-found':
      return notFound(reply)
    case 'forbidden':
      return refuse(visit)
    default:
      return unreachable(outcome)
  }
}
