import type { FastifyRequest } from 'fastify'
import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { nameOnDoor, type BusinessSummary } from '../businesses/business.ts'
import { findBusinessWithin } from '../businesses/store.ts'
import { listNextSessions } from '../training-sessions/store.ts'
import type { TrainingSession } from '../training-sessions/training-session.ts'
import { staffSessionUrl } from '../training-sessions/urls.ts'
import { bookForOwner, type OwnerOutcome } from './book-for-owner.ts'
import { mayBookForOwners } from './booking.ts'
import { chooseBusiness } from './choose-business.ts'
import { businessQuery, companionsOf, enrolForm } from './input.ts'
import { findSession } from './staff-change.tsx'
import { ChooseForPage, EnrolPage } from './staff-enrol.view.tsx'
import type { Desk } from './staff-roster.tsx'
import { findEmailOfBusiness } from './store.ts'
import { bookingUrls } from './urls.ts'
import { findLine } from './waiting-store.ts'

/** An adviser books for an owner on the telephone: chooses a session, then fills in for the owner. */
export function enrolDoors(server: Server, desk: Desk): void {
  server.get(bookingUrls.chooseFor, (request, reply) => choose({ request, reply }, desk))
  server.get(bookingUrls.enrolPattern, (request, reply) => open({ request, reply }, desk))
  server.post(bookingUrls.enrolPattern, (request, reply) => enrol({ request, reply }, desk))
}

async function choose({ request, reply }: Exchange, { services: { db, clock }, programme }: Desk) {
  const { commerce } = businessQuery.parse(request.query)
  const actor = staffOf(request)
  const business = commerce && (await findBusinessWithin(db, actor, commerce))
  if (!business || !mayBookForOwners(actor)) return reply.callNotFound()
  const sessions = await listNextSessions(db, clock())
  const view = { programme, business, sessions }
  return reply.page(<ChooseForPage page={request.pageContext} {...view} />)
}

type Wanted = { session: TrainingSession; business: BusinessSummary | null }

/** The session of the address and the business of the link or of the form, for who may book for owners. */
async function readWanted(
  request: FastifyRequest,
  { services }: Desk,
  businessId: string | null,
): Promise<Wanted | null> {
  const actor = staffOf(request)
  const session = await findSession(request, services)
  if (!session || !mayBookForOwners(actor)) return null
  const business = businessId === null ? null : await findBusinessWithin(services.db, actor, businessId)
  return { session, business }
}

async function open(exchange: Exchange, desk: Desk) {
  const { commerce } = businessQuery.parse(exchange.request.query)
  const wanted = await readWanted(exchange.request, desk, commerce)
  if (!wanted) return exchange.reply.callNotFound()
  const { business } = wanted
  const email = business && (await findEmailOfBusiness(desk.services.db, business.id))
  return show(exchange, desk, { ...wanted, status: 200, typed: { email: email ?? '' } })
}

type Shown = Wanted & { status: number; typed: Typed; errors?: FieldErrors; isFull?: boolean }

async function show({ request, reply }: Exchange, { services, programme }: Desk, shown: Shown) {
  const { status, session, business, typed, errors = {}, isFull = false } = shown
  const line = await findLine(services.db, session.id)
  const door = business && { id: business.id, name: nameOnDoor(business) }
  const formKey = typed['page'] || newToken()
  const view = { programme, session, business: door, typed, errors, line, isFull, formKey }
  const page = { ...request.pageContext, path: bookingUrls.enrol(session.id, business?.id ?? null) }
  return reply.code(status).page(<EnrolPage page={page} now={services.clock()} {...view} />)
}

async function enrol(exchange: Exchange, desk: Desk) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const form = parseForm(enrolForm, request.body)
  const { typed } = form
  const known = form.ok ? form.value.business : businessQuery.parse({ commerce: typed['business'] }).commerce
  const wanted = await readWanted(request, desk, known)
  if (!wanted) return reply.callNotFound()
  if (!form.ok) return show(exchange, desk, { ...wanted, status: 422, typed, errors: form.errors })
  const business = await chooseBusiness(
    db,
    staffOf(request),
    wanted.business?.id ?? null,
    typed['siret'] ?? '',
  )
  if (!business.ok)
    return show(exchange, desk, { ...wanted, status: 422, typed, errors: { siret: business.reason } })
  const { email, page: formKey, wait: mayWait } = form.value
  const wish = {
    trainingSessionId: wanted.session.id,
    holder: { email },
    companions: mayWait ? [] : companionsOf(form.value),
    businessId: business.id,
    diagnosticId: null,
    language: request.language,
    formKey,
  }
  const outcome = await transaction(db, (tx) =>
    bookForOwner(tx, clock(), staffOf(request), { wish, mayWait }),
  )
  return answer(exchange, desk, { ...wanted, typed }, outcome)
}

type Sent = Wanted & { typed: Typed }

async function answer(exchange: Exchange, desk: Desk, sent: Sent, outcome: OwnerOutcome) {
  const { reply } = exchange
  const again = (status: number, errors: FieldErrors, isFull = false) =>
    show(exchange, desk, { ...sent, status, errors, isFull })
  const done = (what: string) => reply.redirect(`${staffSessionUrl(sent.session.id)}?inscrit=${what}`, 303)
  switch (outcome.kind) {
    case 'booked':
      return done('place')
    case 'waiting':
      return done('attente')
    case 'already-booked':
    case 'already-waiting':
      return done('deja')
    case 'full':
      if (outcome.left === 0) return again(409, { form: 'enrol.full' }, true)
      return again(409, { companion1: outcome.left === 1 ? 'companions.one-left' : 'companions.two-left' })
    case 'line-full':
      return again(409, { form: 'enrol.line-full' })
    case 'moved':
    case 'closed':
      return again(410, { form: 'enrol.closed' })
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
