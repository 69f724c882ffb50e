import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { listNamedStaff } from '../accounts/store.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import type { Training } from '../programmes/training.ts'
import { exceptOf, seasonForm } from './input.ts'
import { scheduleSeason, type SeasonOutcome } from './schedule-season.ts'
import { expandSeason, type SeasonRequest } from './season.ts'
import { SeasonCheckPage, SeasonPage } from './staff-season.view.tsx'
import { maySchedule } from './training-session.ts'
import { sessionUrls } from './urls.ts'

type Door = { services: Services; programme: Programme }

/** Planning a season: its form, the page with all its dates, and the sessions. Mount it behind the guard. */
export function seasonDoors(server: Server, services: Services, programme: Programme): void {
  const door = { services, programme }
  server.get(sessionUrls.season, (request, reply) =>
    show({ request, reply }, door, { status: 200, typed: {} }),
  )
  server.post(sessionUrls.season, (request, reply) => plan({ request, reply }, door))
}

type Shown = { status: number; typed: Typed; errors?: FieldErrors }

async function show({ request, reply }: Exchange, door: Door, { status, typed, errors = {} }: Shown) {
  if (!maySchedule(staffOf(request))) return reply.callNotFound()
  const trainers = await listNamedStaff(door.services.db)
  const form = { programme: door.programme, trainers, formKey: typed['page'] || newToken() }
  const refusal = { typed, errors, twice: null }
  return reply.code(status).page(<SeasonPage page={request.pageContext} form={{ ...form, refusal }} />)
}

async function plan(exchange: Exchange, door: Door) {
  const { request } = exchange
  const { db, clock } = door.services
  const form = parseForm(seasonForm, request.body)
  const { typed } = form
  if (!form.ok) return show(exchange, door, { status: 422, typed, errors: form.errors })
  const { training: id, date, time, zone, every, times, capacity, room, trainer, page, step } = form.value
  const training = findTraining(door.programme, id)
  if (!training) return show(exchange, door, { status: 422, typed, errors: { training: 'training.missing' } })
  const season = { first: { date, time, zone }, everyWeeks: every, times }
  const what = { training, capacity, roomUrl: room, trainerPersonId: trainer, formKey: page ?? newToken() }
  const wanted: SeasonRequest = { ...season, ...what, except: exceptOf(typed) }
  if (step === 'edit') return show(exchange, door, { status: 200, typed })
  if (step === 'check') return check(exchange, door, { typed, wanted, training })
  const outcome = await transaction(db, (tx) => scheduleSeason(tx, clock(), staffOf(request), wanted))
  return answer(exchange, door, { typed, wanted, training }, outcome)
}

type Sent = { typed: Typed; wanted: SeasonRequest; training: Training }

/** Schedules nothing yet: says every date, and which cannot be. */
function check(
  { request, reply }: Exchange,
  { services }: Door,
  { typed, wanted, training }: Sent,
  status = 200,
) {
  if (!maySchedule(staffOf(request))) return reply.callNotFound()
  const dates = expandSeason(wanted, services.clock())
  const carried = { ...typed, page: wanted.formKey }
  const view = { typed: carried, wanted, training, dates, isRefused: status !== 200 }
  return reply.code(status).page(<SeasonCheckPage page={request.pageContext} {...view} />)
}

async function answer(exchange: Exchange, door: Door, sent: Sent, outcome: SeasonOutcome) {
  switch (outcome.kind) {
    case 'scheduled':
      return exchange.reply.redirect(`${sessionUrls.staff}?programmees=${outcome.count}`, 303)
    case 'no-date':
      return check(exchange, door, sent, 422)
    case 'unknown-trainer':
      return show(exchange, door, { status: 422, typed: sent.typed, errors: { trainer: 'trainer.missing' } })
    case 'forbidden':
      return exchange.reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
