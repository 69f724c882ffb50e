import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import type { Programme } from '../programmes/programme.ts'
import { whyUnchangeable, type ChangeableSession } from '../training-sessions/change.ts'
import { staffSessionUrl } from '../training-sessions/urls.ts'
import { countHolders } from './belief-store.ts'
import { callOffSession } from './call-off-session.ts'
import { callOffForm } from './input.ts'
import { CallOffPage } from './staff-call-off.view.tsx'
import { findSession, refuse, showChangedMeanwhile } from './staff-change.tsx'
import { bookingUrls } from './urls.ts'

type Door = { services: Services; programme: Programme }

/** Calling a session off: the page that says who will be told, and the act. Mount it behind the guard. */
export function callOffDoors(server: Server, services: Services, programme: Programme): void {
  const door = { services, programme }
  server.get(bookingUrls.callOffPattern, async (request, reply) => {
    const session = await findSession(request, services)
    if (!session) return reply.callNotFound()
    const why = whyUnchangeable(session, services.clock(), staffOf(request))
    if (why) return refuse({ request, reply }, door, { session, why })
    return show({ request, reply }, door, { session, typed: {} })
  })
  server.post(bookingUrls.callOffPattern, (request, reply) => callOff({ request, reply }, door))
}

type Shown = {
  session: ChangeableSession
  typed: Typed
  errors?: FieldErrors
  isChangedMeanwhile?: boolean
}

async function show({ request, reply }: Exchange, { services: { db }, programme }: Door, shown: Shown) {
  const { session, typed, errors = {}, isChangedMeanwhile = false } = shown
  const told = await countHolders(db, session.id)
  const formKey = typed['page'] || newToken()
  const view = { programme, session, typed, errors, isChangedMeanwhile, told, formKey }
  return reply.page(<CallOffPage page={request.pageContext} {...view} />)
}

async function callOff(exchange: Exchange, door: Door) {
  const { request, reply } = exchange
  const { db, clock } = door.services
  const session = await findSession(request, door.services)
  if (!session) return reply.callNotFound()
  const form = parseForm(callOffForm, request.body)
  const { typed } = form
  const again = (errors: FieldErrors) => {
    reply.code(422)
    return show(exchange, door, { session, typed, errors })
  }
  if (!form.ok) return again(form.errors)
  const { page: formKey, ...words } = form.value
  const wanted = { trainingSessionId: session.id, formKey, ...words }
  const outcome = await transaction(db, (tx) => callOffSession(tx, clock(), staffOf(request), wanted))
  switch (outcome.kind) {
    case 'done':
    case 'already-done':
      return reply.redirect(`${staffSessionUrl(session.id)}?change=${outcome.version}`, 303)
    case 'message-missing':
      return again({ message: 'message.missing' })
    case 'changed-meanwhile':
      return showChangedMeanwhile(exchange, door.services, typed, (stale) => show(exchange, door, stale))
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
