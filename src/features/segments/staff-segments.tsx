import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { findRelay } from '../relays/store.ts'
import { askedSchema, queryOf, reachOf, understand } from './asked.ts'
import { deleteSegment } from './delete-segment.ts'
import { idParams, renameForm, segmentForm, segmentQuery, segmentsQuery } from './input.ts'
import { keepSegment } from './keep-segment.ts'
import { countSegment, listPage } from './list-store.ts'
import { renameSegment } from './rename-segment.ts'
import { findSegment, listSegments } from './segment-store.ts'
import type { Segment } from './segment.ts'
import { NewSegmentPage, SegmentPage, SegmentsPage } from './segment.view.tsx'
import { mayTag } from './tag.ts'
import type { Came } from './tag.view.tsx'
import { listUrls, withQuery } from './urls.ts'

const namesShown = 20

/** Filters kept under a name. */
export function segmentDoors(server: Server, services: Services): void {
  server.get(listUrls.segments, (request, reply) => showAll({ request, reply }, services))
  server.get(listUrls.newSegment, (request, reply) => showNew({ request, reply }, null))
  server.post(listUrls.segments, (request, reply) => keep({ request, reply }, services))
  server.get(listUrls.segmentPattern, (request, reply) => showOne({ request, reply }, services, null))
  server.post(listUrls.segmentPattern, (request, reply) => rename({ request, reply }, services))
  server.post(listUrls.deletePattern, (request, reply) => remove({ request, reply }, services))
}

async function showAll({ request, reply }: Exchange, { db }: Services) {
  const actor = staffOf(request)
  if (!mayTag(actor)) return reply.callNotFound()
  const asked = segmentsQuery.parse(request.query)
  const reach = reachOf(actor, asked)
  const segments = await listSegments(db, reach)
  const relay = reach.relayId === null ? null : await findRelay(db, reach.relayId)
  const isDeleted = asked.fait !== null
  return reply.page(<SegmentsPage page={request.pageContext} {...{ segments, relay, isDeleted }} />)
}

async function showNew({ request, reply }: Exchange, came: (Came & { status: number }) | null) {
  if (!mayTag(staffOf(request))) return reply.callNotFound()
  const asked = askedSchema.parse(came ? request.body : request.query)
  const { rule, unclear } = understand(asked)
  if (unclear.length > 0) return reply.redirect(withQuery(listUrls.list, queryOf(asked)), 303)
  const page = { ...request.pageContext, path: withQuery(listUrls.newSegment, queryOf(asked)) }
  return reply.code(came?.status ?? 200).page(<NewSegmentPage page={page} {...{ asked, rule, came }} />)
}

async function keep(exchange: Exchange, { db, clock }: Services) {
  const { request, reply } = exchange
  const actor = staffOf(request)
  const form = parseForm(segmentForm, request.body)
  if (!form.ok) return showNew(exchange, { ...form, status: 422 })
  const { name, ...asked } = form.value
  const { rule, unclear } = understand(asked)
  if (unclear.length > 0) return reply.redirect(withQuery(listUrls.list, queryOf(asked)), 303)
  const wanted = { reach: reachOf(actor, asked), rule, name }
  const outcome = await transaction(db, (tx) => keepSegment(tx, clock(), actor, wanted))
  switch (outcome.kind) {
    case 'kept':
      return reply.redirect(`${listUrls.segment(outcome.segmentId)}?fait=garde`, 303)
    case 'name-taken':
      return showNew(exchange, { typed: form.typed, errors: { name: 'name.taken' }, status: 409 })
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

async function showOne(
  { request, reply }: Exchange,
  services: Services,
  came: (Came & { status: number }) | null,
) {
  const { db } = services
  const actor = staffOf(request)
  const params = idParams.safeParse(request.params)
  const segment = params.success && mayTag(actor) && (await findSegment(db, actor, params.data.id))
  if (!segment) return reply.callNotFound()
  const relay = segment.relayId === null ? null : await findRelay(db, segment.relayId)
  const { fait: done } = segmentQuery.parse(request.query)
  const page = { ...request.pageContext, path: listUrls.segment(segment.id) }
  const shown = { segment, relay, done, came, ...(await peopled(services, segment)) }
  return reply.code(came?.status ?? 200).page(<SegmentPage page={page} {...shown} />)
}

/** Who is in it today. */
async function peopled({ db }: Services, { rule, relayId }: Segment) {
  if (!rule) return { counts: { all: 0, refused: 0 }, first: [] }
  const reach = { relayId }
  const all = await countSegment(db, reach, rule)
  const refused = rule.contact === 'open' ? 0 : await countSegment(db, reach, { ...rule, contact: 'refused' })
  const first = await listPage(db, reach, rule, { order: 'name', after: null, limit: namesShown })
  return { counts: { all, refused }, first }
}

async function rename(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const params = idParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const form = parseForm(renameForm, request.body)
  if (!form.ok) return showOne(exchange, services, { ...form, status: 422 })
  const wanted = { segmentId: params.data.id, name: form.value.name }
  const outcome = await transaction(services.db, (tx) => renameSegment(tx, staffOf(request), wanted))
  switch (outcome.kind) {
    case 'renamed':
      return reply.redirect(`${listUrls.segment(params.data.id)}?fait=renomme`, 303)
    case 'name-taken':
      return showOne(exchange, services, { typed: form.typed, errors: { name: 'name.taken' }, status: 409 })
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

async function remove({ request, reply }: Exchange, { db }: Services) {
  const params = idParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const outcome = await transaction(db, (tx) => deleteSegment(tx, staffOf(request), params.data.id))
  switch (outcome.kind) {
    case 'deleted':
      return reply.redirect(`${listUrls.segments}?fait=supprime`, 303)
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
