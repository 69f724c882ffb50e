import type { FastifyRequest } from 'fastify'
import { transaction, type Db } from '../../core/db.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { signInUrl } from '../accounts/urls.ts'
import { findCallOffMessage } from '../training-sessions/change-store.ts'
import type { Programme } from '../programmes/programme.ts'
import { cancelBooking } from './cancel-booking.ts'
import { companionDoors } from './companions.tsx'
import { BookingPage, CancelPage } from './held.view.tsx'
import { findFeedToken } from './calendar-feed-store.ts'
import { bookingParams } from './input.ts'
import { publishInvitation } from './invitation.ts'
import { MySpacePage } from './my-space.view.tsx'
import { ownCalendarDoors } from './own-calendar.tsx'
import { findBookingByToken, listBookingsOf, listDiagnosticsOf } from './store.ts'
import { invitationOf } from './tell-booking.ts'
import { bookingUrls } from './urls.ts'
import { listEntriesOf } from './waiting-store.ts'

/** A booking, for who holds its link; and the space of who has signed in. */
export function heldDoors(server: Server, services: Services, programme: Programme): void {
  const { db, clock, config } = services
  const find = (request: FastifyRequest) => findHeld(db, request)

  server.get(bookingUrls.bookingPattern, async (request, reply) => {
    const booking = await find(request)
    if (!booking) return reply.callNotFound()
    const { session } = booking
    const message = session.cancelledAt && (await findCallOffMessage(db, session.id))
    const view = { programme, booking, now: clock(), message }
    return reply.page(<BookingPage page={request.pageContext} {...view} />)
  })

  server.get(bookingUrls.invitationPattern, async (request, reply) => {
    const booking = await find(request)
    if (!booking) return reply.callNotFound()
    const speaker = { programme, publicUrl: config.publicUrl, mailFrom: config.mailFrom }
    const file = publishInvitation(invitationOf(speaker, clock(), booking))
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="invitation.ics"')
      .header('cache-control', 'private, no-cache')
      .send(file)
  })

  server.get(bookingUrls.cancelPattern, async (request, reply) => {
    const booking = await find(request)
    if (!booking) return reply.callNotFound()
    if (booking.cancelledAt ?? booking.session.cancelledAt)
      return reply.redirect(bookingUrls.booking(booking.token), 303)
    return reply.page(
      <CancelPage page={request.pageContext} programme={programme} booking={booking} now={clock()} />,
    )
  })

  companionDoors(server, { services, programme })
  server.post(bookingUrls.cancelPattern, (request, reply) => cancel({ request, reply }, services, programme))
  ownCalendarDoors(server, services, programme)
  server.get(bookingUrls.mySpace, (request, reply) => showMySpace({ request, reply }, services, programme))
}

/** The booking of the address. */
async function findHeld(db: Db, { params }: FastifyRequest) {
  const read = bookingParams.safeParse(params)
  return read.success ? findBookingByToken(db, read.data.token) : null
}

async function cancel({ request, reply }: Exchange, { db, clock }: Services, programme: Programme) {
  const params = bookingParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const { token } = params.data
  const outcome = await transaction(db, (tx) => cancelBooking(tx, clock(), { token }))
  switch (outcome.kind) {
    case 'cancelled':
    case 'already-cancelled':
      return reply.redirect(bookingUrls.booking(token), 303)
    case 'too-late': {
      const booking = await findBookingByToken(db, token)
      if (!booking) return reply.callNotFound()
      const page = (
        <CancelPage page={request.pageContext} programme={programme} booking={booking} now={clock()} />
      )
      return reply.code(410).page(page)
    }
    case 'not-found':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

async function showMySpace({ request, reply }: Exchange, { db, clock }: Services, programme: Programme) {
  const { actor } = request
  if (!actor) return reply.redirect(signInUrl(bookingUrls.mySpace), 303)
  const now = clock()
  const [bookings, waiting, diagnostics, calendarToken] = await Promise.all([
    listBookingsOf(db, actor.personId),
    listEntriesOf(db, now, actor.personId),
    listDiagnosticsOf(db, actor.personId),
    findFeedToken(db, actor.personId),
  ])
  const own = { programme, email: actor.email, now, bookings, waiting, diagnostics, calendarToken }
  return reply
    .header('cache-control', 'private, no-store')
    .page(<MySpacePage page={request.pageContext} {...own} />)
}
