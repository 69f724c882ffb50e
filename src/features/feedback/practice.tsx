import type { FastifyRequest } from 'fastify'
import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { findBookingByToken } from '../bookings/store.ts'
import { openReleases, type Releases } from '../diagnostics/store.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { findHelpedPlan } from './find-helped-plan.ts'
import { bookingParams, practiceForm } from './input.ts'
import { PracticePage } from './practice.view.tsx'
import { findPractice } from './practice-store.ts'
import { tellPractice } from './tell-practice.ts'
import { feedbackUrls } from './urls.ts'

type Desk = { services: Services; programme: Programme; releases: Releases }

/** A month after a session, for who holds the link of its booking: is it done? */
export function practiceDoors(server: Server, services: Services, programme: Programme): void {
  const desk = { services, programme, releases: openReleases(programme) }
  // A mail scanner follows links: what they lead to only shows the buttons.
  server.get(feedbackUrls.practicePattern, (request, reply) => show({ request, reply }, desk))
  server.post(feedbackUrls.practicePattern, (request, reply) => tell({ request, reply }, desk))
}

async function find({ params }: FastifyRequest, { services, programme }: Desk) {
  const read = bookingParams.safeParse(params)
  const booking = read.success ? await findBookingByToken(services.db, read.data.token) : null
  const training = booking && findTraining(programme, booking.session.trainingId)
  return booking && training && booking.cancelledAt === null ? { booking, training } : null
}

async function show({ request, reply }: Exchange, desk: Desk, status = 200) {
  const { db } = desk.services
  const found = await find(request, desk)
  if (!found) return reply.callNotFound()
  const { booking, training } = found
  const about = { bookingId: booking.id, trainingId: training.id }
  const plan = await findHelpedPlan(db, desk.releases, about)
  const practice = await findPractice(db, booking.id)
  const view = { training, token: booking.token, plan, practice }
  return reply
    .code(status)
    .header('cache-control', 'private, no-store')
    .page(<PracticePage page={request.pageContext} {...view} />)
}

async function tell(exchange: Exchange, desk: Desk) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const params = bookingParams.safeParse(request.params)
  const form = parseForm(practiceForm, request.body)
  if (!params.success) return reply.callNotFound()
  if (!form.ok) return show(exchange, desk, 422)
  const { answer: said, action } = form.value.said
  const { token } = params.data
  const outcome = await transaction(db, (tx) =>
    tellPractice(tx, clock(), { releases: desk.releases, token, said, action }),
  )
  switch (outcome.kind) {
    case 'kept':
      return reply.redirect(feedbackUrls.practice(token), 303)
    case 'not-found':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
