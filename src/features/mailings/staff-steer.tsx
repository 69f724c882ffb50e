import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { programmeZone, type Programme } from '../programmes/programme.ts'
import { resolveLocalTime } from '../training-sessions/local-time.ts'
import { mailingParams, sendForm, testForm } from './input.ts'
import { sendMailing } from './send-mailing.ts'
import { sendTest } from './send-test.ts'
import { showMailing, type Desk } from './staff-show.tsx'
import { steerMailing, type Steering } from './steer-mailing.ts'
import { mailingUrls } from './urls.ts'

/** The buttons of a mailing: a test, go, pause, resume, stop. */
export function steeringDoors(server: Server, services: Services, programme: Programme): void {
  const desk = { services, programme }
  server.post(mailingUrls.testPattern, (request, reply) => test({ request, reply }, desk))
  server.post(mailingUrls.sendPattern, (request, reply) => send({ request, reply }, desk))
  const steering = { pause: 'pausePattern', resume: 'resumePattern', stop: 'stopPattern' } as const
  for (const to of ['pause', 'resume', 'stop'] as const)
    server.post(mailingUrls[steering[to]], (request, reply) => steer({ request, reply }, services, to))
}

async function test({ request, reply }: Exchange, { services, programme }: Desk) {
  const { db, clock, config } = services
  const params = mailingParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const { id } = params.data
  const { language } = testForm.parse(parseForm(testForm, request.body).typed)
  const speaker = { programme, publicUrl: config.publicUrl }
  const outcome = await transaction(db, (tx) =>
    sendTest(tx, clock(), staffOf(request), { id, language, speaker }),
  )
  switch (outcome.kind) {
    case 'sent':
      return reply.redirect(`${mailingUrls.mailing(id)}?fait=essai`, 303)
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

async function send(exchange: Exchange, desk: Desk) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const params = mailingParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const form = parseForm(sendForm, request.body)
  const again = (errors: Readonly<Record<string, string>>) =>
    showMailing({ request, reply: reply.code(422) }, desk, { typed: form.typed, errors })
  if (!form.ok) return again(form.errors)
  const { le, heure, vu } = form.value
  const moment = le === null ? { kind: 'exact' as const, instant: clock() } : momentOf(le, heure)
  if (moment.kind === 'impossible') return again({ heure: 'time.impossible' })
  const startsAt = moment.kind === 'twice' ? moment.first : moment.instant
  const { id } = params.data
  const outcome = await transaction(db, (tx) =>
    sendMailing(tx, clock(), staffOf(request), { id, startsAt, seenAt: new Date(vu) }),
  )
  switch (outcome.kind) {
    case 'scheduled':
      return reply.redirect(`${mailingUrls.mailing(id)}?fait=parti`, 303)
    case 'already-sent':
      return reply.redirect(`${mailingUrls.mailing(id)}?fait=rien`, 303)
    case 'changed-meanwhile':
      return reply.redirect(`${mailingUrls.mailing(id)}?fait=change`, 303)
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

function momentOf(date: string, typed: string) {
  const [hour = '9', minute = '00'] = typed.split(/[:h]/i)
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
  return resolveLocalTime({ date, time, zone: programmeZone })
}

async function steer({ request, reply }: Exchange, { db, clock }: Services, to: Steering) {
  const params = mailingParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const { id } = params.data
  const outcome = await transaction(db, (tx) => steerMailing(tx, clock(), staffOf(request), { id, to }))
  switch (outcome.kind) {
    case 'done':
      return reply.redirect(`${mailingUrls.mailing(id)}?fait=${to}`, 303)
    case 'nothing-to-do':
      return reply.redirect(`${mailingUrls.mailing(id)}?fait=rien`, 303)
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
