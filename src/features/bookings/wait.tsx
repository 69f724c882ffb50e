import type { FastifyRequest } from 'fastify'
import { transaction } from '../../core/db.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import type { Programme } from '../programmes/programme.ts'
import { findTrainingSession } from '../training-sessions/store.ts'
import { bookUrl } from '../training-sessions/urls.ts'
import { acceptOffer } from './accept-offer.ts'
import { bookingParams, sessionParams } from './input.ts'
import { joinLine, type JoinOutcome } from './join-line.ts'
import { leaveLine } from './leave-line.ts'
import { resendConfirmation } from './resend-confirmation.ts'
import { resendWaitingMail } from './resend-waiting-mail.ts'
import { readWish, refused, type Asked, type Desk } from './site.tsx'
import { KnownPage, type Visit } from './site.view.tsx'
import { bookingUrls, waitingUrls } from './urls.ts'
import { EntryPage, LeavePage } from './wait.view.tsx'
import { standingOf } from './waiting.ts'
import { findEntryByToken } from './waiting-store.ts'

/** Waiting for a seat of a full session; a place in line and the seat on offer, for who holds its link. */
export function waitingDoors(server: Server, services: Services, programme: Programme): void {
  const desk = { services, programme }
  server.get(waitingUrls.joinPattern, (request, reply) => {
    const params = sessionParams.safeParse(request.params)
    return params.success ? reply.redirect(bookUrl(params.data.id), 303) : reply.callNotFound()
  })
  server.post(waitingUrls.joinPattern, (request, reply) => join({ request, reply }, desk))
  // A mail scanner follows links: what they lead to only shows the buttons.
  for (const pattern of [waitingUrls.entryPattern, waitingUrls.takePattern])
    server.get(pattern, (request, reply) => showEntry({ request, reply }, desk))
  server.get(waitingUrls.leavePattern, (request, reply) => showLeave({ request, reply }, desk))
  server.post(waitingUrls.takePattern, (request, reply) => take({ request, reply }, desk))
  server.post(waitingUrls.leavePattern, (request, reply) => leave({ request, reply }, desk))
}

async function join(exchange: Exchange, desk: Desk) {
  const { db, clock } = desk.services
  const wished = await readWish(exchange.request, desk)
  if (wished.kind === 'not-found') return exchange.reply.callNotFound()
  if (wished.kind === 'refused')
    return (await refused(exchange, desk, wished.visit, wished)) ?? backToForm(exchange, wished)
  const outcome = await transaction(db, (tx) => joinLine(tx, clock(), wished.wish))
  return answer(exchange, desk, wished, outcome)
}

/** A seat has come free meanwhile: the form that books is the way. */
function backToForm({ reply }: Exchange, { visit }: { visit: Visit }) {
  return reply.redirect(bookUrl(visit.session.id, visit.diagnostic), 303)
}

async function answer(exchange: Exchange, desk: Desk, asked: Asked, outcome: JoinOutcome) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const { visit, email } = asked
  // The link is a key: who merely types somebody's address does not get it, its mailbox does.
  const isOwn = request.actor !== null || ('isSecondClick' in outcome && outcome.isSecondClick)
  switch (outcome.kind) {
    case 'booked':
      return reply.redirect(bookingUrls.booking(outcome.token), 303)
    case 'waiting':
      return reply.redirect(waitingUrls.entry(outcome.token), 303)
    case 'already-booked':
      if (isOwn) return reply.redirect(bookingUrls.booking(outcome.token), 303)
      await transaction(db, (tx) => resendConfirmation(tx, clock(), outcome))
      return reply.page(<KnownPage page={request.pageContext} visit={visit} email={email} />)
    case 'already-waiting':
      if (isOwn) return reply.redirect(waitingUrls.entry(outcome.token), 303)
      await transaction(db, (tx) => resendWaitingMail(tx, clock(), outcome))
      return reply.page(<KnownPage page={request.pageContext} visit={visit} email={email} isWaiting />)
    // A seat was free, on another date than the one that was read: the form that books tells of it.
    case 'moved':
      return backToForm(exchange, asked)
    case 'line-full':
    case 'closed': {
      const session = await findTrainingSession(db, visit.session.id)
      const page = session && (await refused(exchange, desk, { ...visit, session }))
      return page ?? backToForm(exchange, asked)
    }
    default:
      return unreachable(outcome)
  }
}

async function find({ params }: FastifyRequest, { services }: Desk) {
  const read = bookingParams.safeParse(params)
  return read.success ? findEntryByToken(services.db, read.data.token) : null
}

async function showEntry({ request, reply }: Exchange, desk: Desk, status = 200) {
  const entry = await find(request, desk)
  if (!entry) return reply.callNotFound()
  const { programme, services } = desk
  const view = { programme, entry, now: services.clock() }
  return reply.code(status).page(<EntryPage page={request.pageContext} {...view} />)
}

async function showLeave({ request, reply }: Exchange, desk: Desk) {
  const entry = await find(request, desk)
  if (!entry) return reply.callNotFound()
  const standing = standingOf(entry, desk.services.clock())
  if (standing !== 'waiting' && standing !== 'offered')
    return reply.redirect(waitingUrls.entry(entry.token), 303)
  const view = { programme: desk.programme, entry, standing }
  return reply.page(<LeavePage page={request.pageContext} {...view} />)
}

async function take(exchange: Exchange, desk: Desk) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const params = bookingParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const outcome = await transaction(db, (tx) => acceptOffer(tx, clock(), params.data))
  switch (outcome.kind) {
    case 'taken':
    case 'already-taken':
      return reply.redirect(bookingUrls.booking(outcome.token), 303)
    case 'lapsed':
    case 'closed':
      return showEntry(exchange, desk, 410)
    case 'no-offer':
      return showEntry(exchange, desk, 409)
    case 'not-found':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

async function leave({ request, reply }: Exchange, { services: { db, clock } }: Desk) {
  const params = bookingParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const outcome = await transaction(db, (tx) => leaveLine(tx, clock(), params.data))
  switch (outcome.kind) {
    case 'left':
    case 'already-over':
      return reply.redirect(waitingUrls.entry(params.data.token), 303)
    case 'has-seat':
      return reply.redirect(bookingUrls.booking(outcome.token), 303)
    case 'not-found':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
