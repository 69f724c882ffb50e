import type { FastifyRequest } from 'fastify'
import { transaction } from '../../core/db.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { bookingUrls } from '../bookings/urls.ts'
import { roomStateOf } from '../bookings/room-times.ts'
import { findBookingByToken } from '../bookings/store.ts'
import type { Programme } from '../programmes/programme.ts'
import { enterRoom } from './enter-room.ts'
import { seatParams } from './input.ts'
import type { RoomHub } from './room-hub.ts'
import { showRoom, type Desk } from './show-room.tsx'
import { seatForms } from './site-forms.tsx'
import { stayInRoom } from './stay-in-room.ts'
import { answerWithNews } from './stream.tsx'
import { roomPaths } from './urls.ts'

/** The room of a session for who holds a seat in it: the token of the booking is the key. */
export function site(server: Server, services: Services, programme: Programme, hub: RoomHub): void {
  const desk = { services, programme }
  const pattern = bookingUrls.roomPattern
  server.get(pattern, (request, reply) => show({ request, reply }, desk))
  server.post(pattern, (request, reply) => enter({ request, reply }, desk))
  server.post(pattern + roomPaths.presence, (request, reply) => stay({ request, reply }, desk))
  server.get(pattern + roomPaths.stream, { exposeHeadRoute: false }, (request, reply) =>
    listen({ request, reply }, desk, hub),
  )
  seatForms(server, desk)
}

/** The token of the address; null for what is none. */
function tokenOf({ params }: FastifyRequest): string | null {
  const read = seatParams.safeParse(params)
  return read.success ? read.data.token : null
}

async function show(exchange: Exchange, desk: Desk) {
  const token = tokenOf(exchange.request)
  const booking = token && (await findBookingByToken(desk.services.db, token))
  return booking ? showRoom(exchange, desk, booking) : exchange.reply.callNotFound()
}

async function enter(exchange: Exchange, desk: Desk) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const token = tokenOf(request)
  if (token === null) return reply.callNotFound()
  const outcome = await transaction(db, (tx) => enterRoom(tx, clock(), token))
  switch (outcome.kind) {
    case 'entered':
    case 'closed':
      return reply.redirect(bookingUrls.room(token), 303)
    case 'not-found':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

/** Said by the page's script; whoever is told that the room is closed loads the page, which says why. */
async function stay({ request, reply }: Exchange, { services: { db, clock } }: Desk) {
  const token = tokenOf(request)
  if (token === null) return reply.callNotFound()
  const outcome = await transaction(db, (tx) => stayInRoom(tx, clock(), token))
  switch (outcome.kind) {
    case 'seen':
    case 'too-soon':
      return reply.code(204).send()
    case 'not-joined':
      return reply.code(409).send()
    case 'closed':
      return reply.code(410).send()
    case 'not-found':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

async function listen(exchange: Exchange, { services: { db, clock } }: Desk, hub: RoomHub) {
  const { request, reply } = exchange
  const token = tokenOf(request)
  const booking = token && (await findBookingByToken(db, token))
  if (!booking) return reply.callNotFound()
  const { id: holder, session, cancelledAt } = booking
  // No content: a browser that is told so does not ask again.
  if (cancelledAt !== null || roomStateOf(session, clock()) !== 'open') return reply.code(204).send()
  return answerWithNews(exchange, hub, { trainingSessionId: session.id, isStaff: false, holder })
}
