import type { FastifyRequest } from 'fastify'
import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { nameOnDoor } from '../businesses/business.ts'
import { everywhere } from '../businesses/reach-store.ts'
import { findBusiness } from '../businesses/store.ts'
import { diagnosticQuery } from '../diagnostics/diagnostic-query.ts'
import { findRun } from '../diagnostics/store.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { findTrainingSession, listComingSessions } from '../training-sessions/store.ts'
import { isOpen, stateOf } from '../training-sessions/training-session.ts'
import { bookUrl, sessionUrls } from '../training-sessions/urls.ts'
import type { SeatRequest } from './allot-seats.ts'
import { chooseBusiness } from './choose-business.ts'
import { countBookingAttempt } from './count-booking-attempt.ts'
import { gatherRequests, type BookSeat } from './gather-requests.ts'
import { heldDoors } from './held.tsx'
import { bookForm, companionsOf, sessionParams } from './input.ts'
import { MovedPage } from './moved.view.tsx'
import { resendConfirmation } from './resend-confirmation.ts'
import { BookPage, KnownPage, RefusedPage, type Visit } from './site.view.tsx'
import { findBusinessIdOf, findTokenOf } from './store.ts'
import { bookingUrls, waitingUrls } from './urls.ts'
import { findLine, findLiveEntry } from './waiting-store.ts'

/** What a form about one session needs. */
export type Desk = { services: Services; programme: Programme }
type Door = Desk & { book: BookSeat }

/** Booking a seat; the pages of a booking and of one's own space are in held.tsx. */
export function site(server: Server, services: Services, programme: Programme): void {
  const door = { services, programme, book: gatherRequests(services.db, services.clock) }
  server.get(sessionUrls.bookPattern, (request, reply) => showForm({ request, reply }, door))
  server.post(sessionUrls.bookPattern, (request, reply) => book({ request, reply }, door))
  heldDoors(server, services, programme)
}

async function showForm(exchange: Exchange, door: Door) {
  const { request, reply } = exchange
  const { diagnostic } = diagnosticQuery.parse(request.query)
  const found = await readVisit(request, door, diagnostic)
  if (!found) return reply.callNotFound()
  const { visit } = found
  const token =
    request.actor && (await findTokenOf(door.services.db, request.actor.personId, visit.session.id))
  if (token) return reply.redirect(bookingUrls.booking(token), 303)
  const holder = request.actor && { personId: request.actor.personId }
  const entry = holder && (await findLiveEntry(door.services.db, visit.session.id, holder))
  if (entry && isOpen(visit.session, door.services.clock()))
    return reply.redirect(waitingUrls.entry(entry.token), 303)
  return (
    (await refused(exchange, door, visit)) ??
    reply.page(<BookPage page={request.pageContext} visit={visit} />)
  )
}

/** What was typed, and why it came back. */
type SentWait = { status: number; typed: Typed; errors: FieldErrors }

/** Why this session cannot be booked, as a page, with the way to wait for a seat; null when it can. */
export async function refused(
  { request, reply }: Exchange,
  { services: { db, clock } }: Desk,
  visit: Visit,
  sent?: SentWait,
) {
  const now = clock()
  const state = stateOf(visit.session, now)
  if (state === 'open') return null
  const coming = await listComingSessions(db, now, visit.training.id)
  const others = coming.filter(({ id }) => id !== visit.session.id)
  const kind = ({ full: 'full', past: 'past', cancelled: 'calledOff' } as const)[state]
  const line = await findLine(db, visit.session.id)
  const view = <RefusedPage page={request.pageContext} {...{ visit, kind, others, line, sent }} />
  return reply.code(kind === 'full' ? (sent?.status ?? 409) : 410).page(view)
}

type FoundVisit = { visit: Visit; businessId: string | null; diagnosticId: string | null }

async function readVisit(
  request: FastifyRequest,
  { services, programme }: Desk,
  token: string | null,
): Promise<FoundVisit | null> {
  const { db } = services
  const params = sessionParams.safeParse(request.params)
  const session = params.success ? await findTrainingSession(db, params.data.id) : null
  const training = session && findTraining(programme, session.trainingId)
  if (!session || !training) return null
  const run = token === null ? null : await findRun(db, token)
  const known = run?.businessId ?? (request.actor && (await findBusinessIdOf(db, request.actor.personId)))
  const found = known ? await findBusiness(db, known) : null
  const business = found && { name: nameOnDoor(found), departmentCode: found.departmentCode }
  const visit = { session, training, business, diagnostic: run?.token ?? null, formKey: newToken() }
  return { visit, businessId: found?.id ?? null, diagnosticId: run?.id ?? null }
}

async function book(exchange: Exchange, door: Door) {
  const wished = await readWish(exchange.request, door)
  if (wished.kind === 'not-found') return exchange.reply.callNotFound()
  if (wished.kind === 'refused') return formAgain(exchange, wished)
  return answer(exchange, door, wished)
}

export type Asked = { visit: Visit; wish: SeatRequest; email: string; typed: Typed }
type RefusedForm = { visit: Visit } & SentWait
type Wished =
  | ({ kind: 'asked' } & Asked)
  | ({ kind: 'refused' } & RefusedForm)
  /** There is no such session. */
  | { kind: 'not-found' }

/** Who wants to come to this session: the two fields of the form that books and of the one that waits. */
export async function readWish(request: FastifyRequest, desk: Desk): Promise<Wished> {
  const { db, clock } = desk.services
  const form = parseForm(bookForm, typedBy(request))
  const { typed } = form
  const found = await readVisit(
    request,
    desk,
    form.ok ? form.value.diagnostic : (typed['diagnostic'] ?? null),
  )
  if (!found) return { kind: 'not-found' }
  const { visit, diagnosticId } = found
  const refuse = (status: number, errors: FieldErrors): Wished => {
    return { kind: 'refused', visit, typed, status, errors }
  }
  if (!form.ok) return refuse(422, form.errors)
  const business = await chooseBusiness(db, everywhere, found.businessId, typed['siret'] ?? '')
  if (!business.ok) return refuse(422, { siret: business.reason })
  const { email, page: formKey, start: seenStartsAt } = form.value
  const sender = { email, address: request.ip }
  const attempt = await transaction(db, (tx) => countBookingAttempt(tx, clock(), sender))
  if (attempt.kind === 'too-many') return refuse(429, { email: `${attempt.of}.too-many` })
  const holder = request.actor ? { personId: request.actor.personId } : { email }
  const whence = { businessId: business.id, diagnosticId, language: request.language, formKey }
  const about = { ...whence, seenStartsAt, companions: companionsOf(form.value) }
  return {
    kind: 'asked',
    visit,
    email,
    typed,
    wish: { trainingSessionId: visit.session.id, holder, ...about },
  }
}

/** Who has signed in types nothing: the address is known. */
function typedBy({ actor, body }: FastifyRequest): unknown {
  return actor ? { ...(body as object | null), email: actor.email, siret: '' } : body
}

function formAgain({ request, reply }: Exchange, { visit, typed, status, errors }: RefusedForm) {
  const page = { ...request.pageContext, path: bookUrl(visit.session.id, visit.diagnostic) }
  return reply.code(status).page(<BookPage page={page} visit={visit} typed={typed} errors={errors} />)
}

async function answer(exchange: Exchange, door: Door, { visit, wish, email, typed }: Asked) {
  const { request, reply } = exchange
  const { db, clock } = door.services
  const outcome = await door.book(wish)
  switch (outcome.kind) {
    case 'booked':
      return reply.redirect(bookingUrls.booking(outcome.token), 303)
    case 'already-booked':
      // The link is a key: who merely types somebody's address does not get it, its mailbox does.
      if (request.actor || outcome.isSecondClick)
        return reply.redirect(bookingUrls.booking(outcome.token), 303)
      await transaction(db, (tx) => resendConfirmation(tx, clock(), outcome))
      return reply.page(<KnownPage page={request.pageContext} visit={visit} email={email} />)
    case 'moved':
      return askAgain(exchange, door, { visit, seenStartsAt: wish.seenStartsAt ?? null, typed })
    case 'full':
    case 'closed': {
      if (outcome.kind === 'full' && outcome.left > 0)
        return formAgain(exchange, { visit, typed, status: 409, errors: tooManyCome(outcome.left) })
      const session = await findTrainingSession(db, visit.session.id)
      const page = session && (await refused(exchange, door, { ...visit, session }))
      return page ?? reply.redirect(bookUrl(visit.session.id, visit.diagnostic), 303)
    }
    default:
      return unreachable(outcome)
  }
}

/** A party larger than the seats that are left: the form comes back, for fewer people or another date. */
function tooManyCome(left: number): FieldErrors {
  return { companion1: left === 1 ? 'companions.one-left' : 'companions.two-left' }
}

type Moved = { visit: Visit; seenStartsAt: Date | null; typed: Typed }

/** With the session as it is now; nothing typed is lost. */
async function askAgain(exchange: Exchange, door: Door, { visit, seenStartsAt, typed }: Moved) {
  const { request, reply } = exchange
  const address = bookUrl(visit.session.id, visit.diagnostic)
  const session = await findTrainingSession(door.services.db, visit.session.id)
  if (!session || !seenStartsAt) return reply.redirect(address, 303)
  const page = { ...request.pageContext, path: address }
  const view = { visit: { ...visit, session }, seenStartsAt, typed }
  return (
    (await refused(exchange, door, view.visit)) ?? reply.code(409).page(<MovedPage page={page} {...view} />)
  )
}
