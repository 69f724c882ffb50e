import { Readable } from 'node:stream'
import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { maySeeContacts } from '../training-sessions/training-session.ts'
import { askedSchema, orderOf, queryOf, reachOf, understand, type Asked } from './asked.ts'
import { idParams, tagForm, tagListForm } from './input.ts'
import { countSegment } from './list-store.ts'
import { segmentDoors } from './staff-segments.tsx'
import { tagBusiness } from './tag-business.ts'
import { tagList } from './tag-list.ts'
import { mayTag } from './tag.ts'
import { TagListPage, TagPage, type Came } from './tag.view.tsx'
import { texts } from './texts.ts'
import { undoTagging } from './undo-tagging.ts'
import { listUrls, withQuery } from './urls.ts'
import { writeFile } from './write-file.ts'

/** Tags, the file of a list, segments; the list itself is a page of the counter. Mount it behind the guard. */
export function staff(server: Server, services: Services): void {
  server.get(listUrls.file, (request, reply) => sendFile({ request, reply }, services))
  server.get(listUrls.tagList, (request, reply) => showTagList({ request, reply }, services, null))
  server.post(listUrls.tagList, (request, reply) => tagWhole({ request, reply }, services))
  server.post(listUrls.undoPattern, (request, reply) => undo({ request, reply }, services))
  server.post(listUrls.tagsPattern, (request, reply) => tagOne({ request, reply }, services, false))
  server.post(listUrls.untagPattern, (request, reply) => tagOne({ request, reply }, services, true))
  segmentDoors(server, services)
}

/** What is asked, when it is clear; else the list asks what was meant. */
function readRule({ request, reply }: Exchange) {
  const actor = staffOf(request)
  if (!mayTag(actor)) return { refused: () => reply.callNotFound() }
  const asked = askedSchema.parse(request.query)
  const { rule, unclear } = understand(asked)
  if (unclear.length > 0)
    return { refused: () => reply.redirect(withQuery(listUrls.list, queryOf(asked)), 303) }
  return { actor, asked, rule, reach: reachOf(actor, asked) }
}

async function sendFile(exchange: Exchange, { db }: Services) {
  const read = readRule(exchange)
  if ('refused' in read) return read.refused()
  const { request, reply } = exchange
  const { language } = request
  const { actor, asked, rule, reach } = read
  const order = orderOf(asked)
  const withContacts = maySeeContacts(actor)
  const file = { reach, rule, order: order === 'best' ? 'siret' : order, language, withContacts } as const
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${texts[language].file.name}"`)
    .send(Readable.from(writeFile(db, file), { objectMode: false, highWaterMark: 1 }))
}

async function showTagList(exchange: Exchange, { db }: Services, came: Came | null) {
  const { request, reply } = exchange
  const actor = staffOf(request)
  if (!mayTag(actor)) return reply.callNotFound()
  const asked = askedSchema.parse(came ? request.body : request.query)
  const { rule, unclear } = understand(asked)
  if (unclear.length > 0) return reply.redirect(withQuery(listUrls.list, queryOf(asked)), 303)
  const count = await countSegment(db, reachOf(actor, asked), rule)
  const page = { ...request.pageContext, path: withQuery(listUrls.tagList, queryOf(asked)) }
  return reply.code(came ? 422 : 200).page(<TagListPage page={page} {...{ asked, rule, count, came }} />)
}

async function tagWhole(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const { db, clock } = services
  const actor = staffOf(request)
  const form = parseForm(tagListForm, request.body)
  if (!form.ok) return reply.callNotFound()
  const { tag: typed, ...asked } = form.value
  const { rule, unclear } = understand(asked)
  if (unclear.length > 0) return reply.redirect(withQuery(listUrls.list, queryOf(asked)), 303)
  const wanted = { reach: reachOf(actor, asked), rule, typed }
  const outcome = await transaction(db, (tx) => tagList(tx, clock(), actor, wanted))
  switch (outcome.kind) {
    case 'tagged':
      return reply.redirect(tagged({ ...asked, apres: null }, outcome.taggingId), 303)
    case 'not-a-word':
      return showTagList(exchange, services, { typed: form.typed, errors: { tag: 'tag.word' } })
    case 'too-many':
      return showTagList(exchange, services, { typed: form.typed, errors: {} })
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

const tagged = (asked: Partial<Asked>, taggingId: string) =>
  withQuery(listUrls.list, queryOf({ ...asked, fait: taggingId }))

async function undo({ request, reply }: Exchange, { db, clock }: Services) {
  const params = idParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const outcome = await transaction(db, (tx) => undoTagging(tx, clock(), staffOf(request), params.data.id))
  switch (outcome.kind) {
    case 'undone':
      return reply.redirect(tagged({ relais: outcome.tagging.relayId }, outcome.tagging.id), 303)
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

async function tagOne({ request, reply }: Exchange, { db, clock }: Services, isOff: boolean) {
  const params = idParams.safeParse(request.params)
  const form = parseForm(tagForm, request.body)
  if (!params.success || !form.ok) return reply.callNotFound()
  const { id: businessId } = params.data
  const wanted = { businessId, typed: form.value.tag, isOff }
  const outcome = await transaction(db, (tx) => tagBusiness(tx, clock(), staffOf(request), wanted))
  switch (outcome.kind) {
    case 'tagged':
      return reply.redirect(`${listUrls.business(businessId)}#etiquettes`, 303)
    case 'not-a-word': {
      const page = { ...request.pageContext, path: listUrls.business(businessId) }
      const came = { typed: form.typed, errors: { tag: 'tag.word' } }
      return reply.code(422).page(<TagPage page={page} businessId={businessId} came={came} />)
    }
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
