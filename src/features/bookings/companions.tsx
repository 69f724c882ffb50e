import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { FieldErrors, Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import { changeCompanions } from './change-companions.ts'
import { CompanionsPage } from './companions.view.tsx'
import { bookingParams, companionsForm, companionsOf } from './input.ts'
import type { Desk } from './site.tsx'
import { findBookingByToken } from './store.ts'
import { bookingUrls } from './urls.ts'

/** Who comes along with the holder of a booking, for who holds its link. */
export function companionDoors(server: Server, desk: Desk): void {
  server.get(bookingUrls.companionsPattern, (request, reply) => show({ request, reply }, desk))
  server.post(bookingUrls.companionsPattern, (request, reply) => change({ request, reply }, desk))
}

type Sent = { status: number; typed?: Typed; errors?: FieldErrors }

async function show({ request, reply }: Exchange, desk: Desk, { status, ...sent }: Sent = { status: 200 }) {
  const { programme, services } = desk
  const params = bookingParams.safeParse(request.params)
  const booking = params.success ? await findBookingByToken(services.db, params.data.token) : null
  if (!booking) return reply.callNotFound()
  const view = { programme, booking, now: services.clock(), ...sent }
  return reply.code(status).page(<CompanionsPage page={request.pageContext} {...view} />)
}

async function change(exchange: Exchange, desk: Desk) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const params = bookingParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const { token } = params.data
  const form = parseForm(companionsForm, request.body)
  const { typed } = form
  if (!form.ok) return show(exchange, desk, { status: 422, typed, errors: form.errors })
  const wish = { token, companions: companionsOf(form.value) }
  const outcome = await transaction(db, (tx) => changeCompanions(tx, clock(), wish))
  switch (outcome.kind) {
    case 'changed':
    case 'cancelled':
      return reply.redirect(bookingUrls.booking(token), 303)
    case 'full': {
      const companion1 = outcome.left === 0 ? 'companions.none-left' : 'companions.one-more'
      return show(exchange, desk, { status: 409, typed, errors: { companion1 } })
    }
    case 'too-late':
      return show(exchange, desk, { status: 410 })
    case 'not-found':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
