import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { staffSessionUrl } from '../training-sessions/urls.ts'
import { changeCapacity } from './change-capacity.ts'
import { capacityForm } from './input.ts'
import { findSession } from './staff-change.tsx'
import { showRoster, type Desk } from './staff-roster.tsx'
import { waitingUrls } from './urls.ts'
import { waitingTexts } from './waiting-texts.ts'

/** The number of seats of a session. */
export function capacityDoor(server: Server, desk: Desk): void {
  server.post(waitingUrls.capacityPattern, (request, reply) => change({ request, reply }, desk))
}

async function change(exchange: Exchange, desk: Desk) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const actor = staffOf(request)
  const words = waitingTexts[request.language].roster
  const form = parseForm(capacityForm, request.body)
  const again = (status: number, sentence: string) => {
    reply.code(status)
    return showRoster(exchange, desk, { typed: form.typed, errors: { capacity: sentence } })
  }
  const seen = await findSession(request, desk.services)
  if (!seen) return reply.callNotFound()
  if (!form.ok) return again(422, words.errors['capacity.invalid'])
  const wish = { trainingSessionId: seen.id, capacity: form.value.capacity }
  const outcome = await transaction(db, (tx) => changeCapacity(tx, clock(), actor, wish))
  switch (outcome.kind) {
    case 'changed':
      return reply.redirect(`${staffSessionUrl(seen.id)}?places=changees`, 303)
    case 'too-low':
      return again(409, words.tooLow(outcome.taken))
    case 'closed':
      return again(410, words.errors.closed)
    case 'forbidden':
      return again(403, words.errors.forbidden)
    default:
      return unreachable(outcome)
  }
}
