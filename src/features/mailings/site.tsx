import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import type { Programme } from '../programmes/programme.ts'
import { choiceForm, leaveParams } from './input.ts'
import { chooseTopics, leaveMailings } from './leave.ts'
import { topics } from './mailing.ts'
import { LeavePage } from './site.view.tsx'
import { findSuppressions } from './suppression-store.ts'
import { leaveUrls } from './urls.ts'

type Desk = { services: Services; programme: Programme }

/** The way out of mailings, by the link of any mail that was ever sent. */
export function site(server: Server, services: Services, programme: Programme): void {
  const desk = { services, programme }
  server.get(leaveUrls.leavePattern, (request, reply) => show({ request, reply }, desk, null))
  server.post(leaveUrls.choosePattern, (request, reply) => choose({ request, reply }, desk))
  void server.register(async (oneClick) => {
    // What is posted says nothing that the address does not: any form will do, also one that cannot be read.
    oneClick.removeAllContentTypeParsers()
    oneClick.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null, null))
    // Mailboxes post here without a cookie and without saying where from (RFC 8058): this door only.
    const config = { acceptsOtherSites: true }
    oneClick.post(leaveUrls.leavePattern, { config }, (request, reply) => leave({ request, reply }, desk))
  })
}

/** A page of one button: it changes nothing, for filters open every link. */
async function show(
  { request, reply }: Exchange,
  { services: { db }, programme }: Desk,
  done: 'left' | 'saved' | null,
) {
  reply.header('cache-control', 'private, no-store')
  const params = leaveParams.safeParse(request.params)
  const token = params.success ? params.data.token : ''
  const suppressions = params.success ? await findSuppressions(db, token) : null
  const page = { ...request.pageContext, path: leaveUrls.leave(token) }
  return reply.page(<LeavePage {...{ page, programme, token, suppressions, done }} />)
}

/** 200 whatever the link: a mailbox that pressed the button for somebody has nothing to repair. */
async function leave(exchange: Exchange, desk: Desk) {
  const { db, clock } = desk.services
  const params = leaveParams.safeParse(exchange.request.params)
  if (params.success)
    await transaction(db, (tx) => leaveMailings(tx, clock(), { recipientId: params.data.token }))
  return show(exchange, desk, 'left')
}

async function choose(exchange: Exchange, desk: Desk) {
  const { db, clock } = desk.services
  const { request, reply } = exchange
  const params = leaveParams.safeParse(request.params)
  const form = parseForm(choiceForm, request.body)
  if (!params.success || !form.ok) return reply.callNotFound()
  const wanted = topics.filter((topic) => form.value[topic])
  await transaction(db, (tx) => chooseTopics(tx, clock(), { recipientId: params.data.token, wanted }))
  return show(exchange, desk, 'saved')
}
