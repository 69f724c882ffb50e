import type { FastifyReply, FastifyRequest } from 'fastify'
import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { listNamedStaff } from '../accounts/store.ts'
import type { Programme } from '../programmes/programme.ts'
import { findChangeableSession } from '../training-sessions/change-store.ts'
import {
  planMove,
  whyUnchangeable,
  type ChangeableSession,
  type Unchangeable,
} from '../training-sessions/change.ts'
import { localTimeOf, resolveLocalTime } from '../training-sessions/local-time.ts'
import { maySchedule } from '../training-sessions/training-session.ts'
import { staffSessionUrl } from '../training-sessions/urls.ts'
import { countHolders } from './belief-store.ts'
import { moveForm, sessionParams } from './input.ts'
import { moveSession, readWanted, type MoveOutcome, type MoveRequest } from './move-session.ts'
import { ConfirmMovePage, MovePage, UnchangeablePage } from './staff-change.view.tsx'
import { bookingUrls } from './urls.ts'

type Door = { services: Services; programme: Programme }

/** Moving a session: its form, the page that says who will be told, and the change. Mount it behind the guard. */
export function moveDoors(server: Server, services: Services, programme: Programme): void {
  const door = { services, programme }
  server.get(bookingUrls.movePattern, async (request, reply) => {
    const session = await findSession(request, services)
    if (!session) return reply.callNotFound()
    const why = whyUnchangeable(session, services.clock(), staffOf(request))
    if (why) return refuse({ request, reply }, door, { session, why })
    return show({ request, reply }, door, { session, typed: asTyped(session) })
  })
  server.post(bookingUrls.movePattern, (request, reply) => move({ request, reply }, door))
}

/** The session of the address, if the viewer may see it. */
export async function findSession(
  request: FastifyRequest,
  { db }: Services,
): Promise<ChangeableSession | null> {
  const params = sessionParams.safeParse(request.params)
  return params.success ? findChangeableSession(db, params.data.id, staffOf(request)) : null
}

/** Why the session cannot be changed, as a page. */
export function refuse(
  { request, reply }: Exchange,
  { programme }: Door,
  { session, why }: { session: ChangeableSession; why: Unchangeable },
) {
  const view = <UnchangeablePage page={request.pageContext} {...{ programme, session, why: why.kind }} />
  return reply.code(why.kind === 'forbidden' ? 403 : 410).page(view)
}

type Twice = { first: Date; second: Date; zone: string }
type Shown = {
  session: ChangeableSession
  typed: Typed
  errors?: FieldErrors
  twice?: Twice | null
  isChangedMeanwhile?: boolean
}

async function show({ request, reply }: Exchange, { services: { db }, programme }: Door, shown: Shown) {
  const { session, typed, errors = {}, twice = twiceOf(typed), isChangedMeanwhile = false } = shown
  const view = {
    programme,
    session,
    refusal: { typed, errors, twice },
    isChangedMeanwhile,
    trainers: maySchedule(staffOf(request)) ? await listNamedStaff(db) : null,
    formKey: typed['page'] || newToken(),
  }
  return reply.page(<MovePage page={request.pageContext} {...view} />)
}

/** The facts as the form writes them. */
function asTyped({ startsAt, zone, roomUrl }: ChangeableSession): Typed {
  const local = localTimeOf(startsAt, zone)
  const time = resolveLocalTime(local)
  const isSecond = time.kind === 'twice' && time.second.getTime() === startsAt.getTime()
  return { ...local, room: roomUrl ?? '', trainer: '', occurrence: isSecond ? 'second' : 'first' }
}

/** The hour as typed comes twice: which one is asked from the start. */
function twiceOf({ date = '', time = '', zone = '' }: Typed): Twice | null {
  const form = moveForm.pick({ date: true, time: true, zone: true }).safeParse({ date, time, zone })
  const resolved = form.success ? resolveLocalTime(form.data) : null
  return resolved?.kind === 'twice' ? { first: resolved.first, second: resolved.second, zone } : null
}

async function move(exchange: Exchange, door: Door) {
  const { request, reply } = exchange
  const { db, clock } = door.services
  const session = await findSession(request, door.services)
  if (!session) return reply.callNotFound()
  const form = parseForm(moveForm, request.body)
  const { typed } = form
  if (!form.ok) {
    reply.code(422)
    return show(exchange, door, { session, typed, errors: form.errors })
  }
  const { date, time, zone, occurrence, room: roomUrl, trainer: trainerPersonId } = form.value
  const { version, page: formKey, step } = form.value
  const place = { local: { date, time, zone }, occurrence, roomUrl, trainerPersonId }
  const wanted: MoveRequest = { trainingSessionId: session.id, version, formKey, ...place }
  if (step === 'edit') return show(exchange, door, { session, typed })
  if (step === 'check') return check(exchange, door, { session, typed, wanted })
  const outcome = await transaction(db, (tx) => moveSession(tx, clock(), staffOf(request), wanted))
  return answer(exchange, door, { session, typed, outcome })
}

type Sent = { session: ChangeableSession; typed: Typed }

/** Changes nothing yet: says what will change and how many people will be told. */
async function check(exchange: Exchange, door: Door, { wanted, ...sent }: Sent & { wanted: MoveRequest }) {
  const { request, reply } = exchange
  const { db, clock } = door.services
  const planned = planMove(sent.session, clock(), staffOf(request), await readWanted(db, wanted))
  if (sent.session.version !== wanted.version)
    return answer(exchange, door, { ...sent, outcome: { kind: 'changed-meanwhile' } })
  if (planned.kind !== 'ready') return answer(exchange, door, { ...sent, outcome: planned })
  const told = await countHolders(db, sent.session.id)
  const view = { ...sent, programme: door.programme, facts: planned.facts, told }
  return reply.page(<ConfirmMovePage page={request.pageContext} {...view} />)
}

async function answer(
  exchange: Exchange,
  door: Door,
  { session, typed, outcome }: Sent & { outcome: MoveOutcome },
) {
  const { reply } = exchange
  const again = (status: number, errors: FieldErrors, twice?: Twice) => {
    reply.code(status)
    return show(exchange, door, { session, typed, errors, ...(twice && { twice }) })
  }
  switch (outcome.kind) {
    case 'moved':
    case 'already-moved':
      return reply.redirect(`${staffSessionUrl(session.id)}?change=${outcome.version}`, 303)
    case 'changed-meanwhile':
      return showChangedMeanwhile(exchange, door.services, typed, (stale) => show(exchange, door, stale))
    case 'impossible-time':
      return again(422, { time: 'time.impossible' })
    case 'ambiguous-time': {
      const twice = { first: outcome.first, second: outcome.second, zone: typed['zone'] ?? session.zone }
      return again(422, { occurrence: 'occurrence.missing' }, twice)
    }
    case 'past-time':
      return again(422, { date: 'time.past' })
    case 'unknown-trainer':
      return again(422, { trainer: 'trainer.missing' })
    case 'unchanged':
      return again(422, { date: 'unchanged' })
    case 'forbidden':
    case 'begun':
    case 'called-off':
      return refuse(exchange, door, { session, why: outcome })
    case 'not-found':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

/** What is shown again, with the session as it is now. */
type Stale = { session: ChangeableSession; typed: Typed; isChangedMeanwhile: true }

/** Somebody was quicker: what was typed stays, and is sent for the session as it is now. */
export async function showChangedMeanwhile(
  { request, reply }: Exchange,
  services: Services,
  typed: Typed,
  show: (stale: Stale) => Promise<FastifyReply>,
) {
  const session = await findSession(request, services)
  if (!session) return reply.callNotFound()
  reply.code(409)
  return show({ session, typed, isChangedMeanwhile: true })
}
