import { transaction } from '../../core/db.ts'
import type { Exchange, Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { signInUrl } from '../accounts/urls.ts'
import type { Programme } from '../programmes/programme.ts'
import { findFeedHolder } from './calendar-feed-store.ts'
import { bookingParams } from './input.ts'
import { writeOwnCalendar } from './own-calendar.ts'
import { renewCalendarAddress } from './renew-calendar-address.ts'
import { listBookingsOf } from './store.ts'
import { bookingUrls } from './urls.ts'

/** One's own bookings for a calendar: the address is the key, since a calendar cannot sign in. */
export function ownCalendarDoors(server: Server, services: Services, programme: Programme): void {
  server.get(bookingUrls.calendarPattern, (request, reply) =>
    sendCalendar({ request, reply }, services, programme),
  )
  server.post(bookingUrls.renewCalendar, (request, reply) => renew({ request, reply }, services))
}

async function sendCalendar({ request, reply }: Exchange, services: Services, programme: Programme) {
  const { db, clock, config } = services
  reply.header('cache-control', 'private, no-store')
  const params = bookingParams.safeParse(request.params)
  const holder = params.success ? await findFeedHolder(db, params.data.token) : null
  if (!holder) return reply.callNotFound()
  const { personId, language } = holder
  const bookings = await listBookingsOf(db, personId)
  const speaker = { programme, publicUrl: config.publicUrl, mailFrom: config.mailFrom }
  return reply
    .type('text/calendar; charset=utf-8')
    .send(writeOwnCalendar(speaker, clock(), { bookings, language }))
}

async function renew({ request, reply }: Exchange, { db, clock }: Services) {
  const { actor } = request
  if (!actor) return reply.redirect(signInUrl(bookingUrls.mySpace), 303)
  await transaction(db, (tx) => renewCalendarAddress(tx, clock(), actor))
  return reply.redirect(`${bookingUrls.mySpace}#${bookingUrls.calendarAnchor}`, 303)
}
