import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { listNamedStaff } from '../accounts/store.ts'
import { scheduledQuery, scheduleForm } from './input.ts'
import { localTimeOf } from './local-time.ts'
import type { Refusal } from './schedule-fields.view.tsx'
import { scheduleSession, type ScheduleRequest } from './schedule-session.ts'
import { importDoors } from './staff-import.tsx'
import { seasonDoors } from './staff-season.tsx'
import { SessionsPage } from './staff.view.tsx'
import { findStaffSession, findTrainerOf, listStaffSessions } from './store.ts'
import { maySchedule, type TrainingSession } from './training-session.ts'
import { sessionUrls } from './urls.ts'

const lookBack = 7 * 86_400_000

type Door = { services: Services; programme: Programme }

/** The dated sessions with their seats, and the form that schedules one. Mount it behind the guard. */
export function staff(server: Server, services: Services, programme: Programme): void {
  const door = { services, programme }
  server.get(sessionUrls.staff, (request, reply) => show({ request, reply }, door, null))
  importDoors(server, services, programme)
  seasonDoors(server, services, programme)
  server.post(sessionUrls.staff, (request, reply) => schedule({ request, reply }, door))
}

async function show({ request, reply }: Exchange, { services, programme }: Door, refusal: Refusal | null) {
  const { db, clock } = services
  const actor = staffOf(request)
  const now = clock()
  const sessions = await listStaffSessions(db, new Date(now.getTime() - lookBack), actor)
  const { session: id, programmees: planned, comme } = scheduledQuery.parse(request.query)
  const scheduled = id === null ? null : await findStaffSession(db, id, actor)
  const model = comme === null ? null : await findStaffSession(db, comme, actor)
  const filled = refusal ?? (model && (await filledInAs(services, model)))
  const form = maySchedule(actor)
    ? {
        programme,
        trainers: await listNamedStaff(db),
        formKey: refusal?.typed['page'] || newToken(),
        refusal: filled,
      }
    : null
  const view = { page: request.pageContext, programme, now, sessions, scheduled, planned, form }
  return reply.page(<SessionsPage {...view} />)
}

const week = 7 * 86_400_000

/** The form as this session, a week after it. */
async function filledInAs({ db }: Services, session: TrainingSession): Promise<Refusal> {
  const { id, trainingId: training, startsAt, zone, capacity, roomUrl } = session
  const { date } = localTimeOf(new Date(startsAt.getTime() + week), zone)
  const { time } = localTimeOf(startsAt, zone)
  const trainer = (await findTrainerOf(db, id)) ?? ''
  const typed = { training, date, time, zone, capacity: String(capacity), trainer, room: roomUrl ?? '' }
  return { typed, errors: {}, twice: null }
}

async function schedule(exchange: Exchange, door: Door) {
  const { request, reply } = exchange
  const { db, clock } = door.services
  const form = parseForm(scheduleForm, request.body)
  const again = (status: number, errors: FieldErrors, twice: Refusal['twice'] = null) => {
    reply.code(status)
    return show(exchange, door, { typed: form.typed, errors, twice })
  }
  if (!form.ok) return again(422, form.errors)
  const { training: id, date, time, zone, occurrence, capacity } = form.value
  const { trainer: trainerPersonId, room: roomUrl, page: formKey } = form.value
  const training = findTraining(door.programme, id)
  if (!training) return again(422, { training: 'training.missing' })
  const place = { local: { date, time, zone }, occurrence, capacity, roomUrl }
  const wanted: ScheduleRequest = { training, trainerPersonId, formKey, ...place }
  const outcome = await transaction(db, (tx) => scheduleSession(tx, clock(), staffOf(request), wanted))
  switch (outcome.kind) {
    case 'scheduled':
    case 'already-scheduled':
      return reply.redirect(`${sessionUrls.staff}?session=${outcome.trainingSessionId}`, 303)
    case 'impossible-time':
      return again(422, { time: 'time.impossible' })
    case 'ambiguous-time':
      return again(
        422,
        { occurrence: 'occurrence.missing' },
        { first: outcome.first, second: outcome.second, zone },
      )
    case 'past':
      return again(422, { date: 'time.past' })
    case 'unknown-trainer':
      return again(422, { trainer: 'trainer.missing' })
    case 'forbidden':
      return again(403, { form: 'forbidden' })
    default:
      return unreachable(outcome)
  }
}
