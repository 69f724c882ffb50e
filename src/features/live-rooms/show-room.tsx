import { newToken } from '../../core/clock.ts'
import { allowFrame, type Exchange } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { countPresent, hasJoined } from '../attendance/stay-store.ts'
import type { BookingDetails } from '../bookings/booking.ts'
import { roomStateOf } from '../bookings/room-times.ts'
import { bookingUrls } from '../bookings/urls.ts'
import type { Programme } from '../programmes/programme.ts'
import { recogniseRoom } from './room-provider.ts'
import type { BoardData } from './board.ts'
import { forParticipants } from './room.ts'
import { EarlyPage, EnterPage, RoomPage, ShutPage, type ShutReason } from './site.view.tsx'
import { findFormerStart, findOwnMarks, readRoom } from './store.ts'

export type Desk = { services: Services; programme: Programme }

/** A form that came back: its status, and what is said about the question in it or above the page. */
export type Refused = { status: number; refusal: string | null; typed?: string; error?: string }

/** The page of a seat's room, whatever state the room is in. */
export async function showRoom(exchange: Exchange, desk: Desk, booking: BookingDetails, refused?: Refused) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const seat = { page: { ...request.pageContext, path: bookingUrls.room(booking.token) }, booking }
  const props = { ...seat, programme: desk.programme }
  const why = whyShut(booking, clock())
  if (why) return reply.code(410).page(<ShutPage {...props} why={why} />)
  if (roomStateOf(booking.session, clock()) === 'early') {
    const before = await findFormerStart(db, booking.session.id)
    const isMoved = before !== null && before.getTime() !== booking.session.startsAt.getTime()
    return reply.page(<EarlyPage {...props} isMoved={isMoved} />)
  }
  if (!(await hasJoined(db, booking.id))) return reply.page(<EnterPage {...props} />)
  const board = await boardOf(exchange, desk, booking)
  allowVideo(exchange, booking.session.roomUrl)
  const { status = 200, refusal = null, typed, error } = refused ?? {}
  return reply.code(status).page(<RoomPage {...props} board={{ ...board, typed, error }} refusal={refusal} />)
}

function whyShut({ cancelledAt, session }: BookingDetails, now: Date): ShutReason | null {
  if (session.cancelledAt !== null) return 'calledOff'
  if (cancelledAt !== null) return 'cancelled'
  return roomStateOf(session, now) === 'over' ? 'over' : null
}

async function boardOf(
  { request }: Exchange,
  { services }: Desk,
  booking: BookingDetails,
): Promise<BoardData> {
  const { db, clock } = services
  const { session } = booking
  const [room, people, own] = await Promise.all([
    readRoom(db, session.id),
    countPresent(db, clock(), session.id),
    findOwnMarks(db, booking.id),
  ])
  const news = { ...forParticipants(room), people }
  return { language: request.language, room: bookingUrls.room(booking.token), news, own, formKey: newToken() }
}

/** This page may show the frame of the session's room, once it is asked for; no other page may show any. */
function allowVideo({ reply }: Exchange, roomUrl: string | null): void {
  const frame = roomUrl === null ? null : recogniseRoom(roomUrl)?.frame
  if (frame) allowFrame(reply, frame.origin)
}
