import type { FastifyRequest } from 'fastify'
import { writeCsv } from '../../core/csv.ts'
import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { writePdf } from '../../ui/pdf.ts'
import { staffOf } from '../accounts/require-staff.ts'
import type { Programme } from '../programmes/programme.ts'
import { findChangeableSession } from '../training-sessions/change-store.ts'
import type { ChangeableSession } from '../training-sessions/change.ts'
import { localTimeOf } from '../training-sessions/local-time.ts'
import { maySeeContacts } from '../training-sessions/training-session.ts'
import { attached } from './attached.tsx'
import { attendanceRows } from './attendance-table.ts'
import { declareAttendance } from './declare-attendance.ts'
import { listAttendance, listGone } from './declaration-store.ts'
import { whyUndeclarable, type AttendanceLine } from './declaration.ts'
import { declaredTexts } from './declared-texts.ts'
import { declareForm, savedQuery, sessionParams } from './input.ts'
import { signInSheet } from './sign-in-sheet.ts'
import { figureDoors } from './staff-figures.tsx'
import { AttendancePage, nameOf, type Saved } from './staff.view.tsx'
import { attendanceUrls, savedUrl } from './urls.ts'

type Desk = { services: Services; programme: Programme }

/** Who came to a session: noted, printed to sign, taken away; and the figures of all sessions. Behind the guard. */
export function staff(server: Server, services: Services, programme: Programme): void {
  const desk = { services, programme }
  server.get(attendanceUrls.pagePattern, (request, reply) => show({ request, reply }, desk))
  server.post(attendanceUrls.pagePattern, (request, reply) => declare({ request, reply }, desk))
  server.get(attendanceUrls.sheetPattern, (request, reply) => sendSheet({ request, reply }, desk))
  server.get(attendanceUrls.tablePattern, (request, reply) => sendTable({ request, reply }, desk))
  figureDoors(server, services, programme)
}

/** The session of the address, if the viewer may see it. */
async function findSession(request: FastifyRequest, { db }: Services): Promise<ChangeableSession | null> {
  const params = sessionParams.safeParse(request.params)
  return params.success ? findChangeableSession(db, params.data.id, staffOf(request)) : null
}

async function show({ request, reply }: Exchange, { services, programme }: Desk, status = 200) {
  const { db, clock } = services
  const actor = staffOf(request)
  const session = await findSession(request, services)
  if (!session) return reply.callNotFound()
  const lines = await listAttendance(db, session.id, actor)
  const why = whyUndeclarable(session, clock(), actor)?.kind ?? null
  const saved = await readSaved(request, services, { session, lines })
  const view = { programme, actor, session, lines, why, saved }
  return reply.code(status).page(<AttendancePage page={request.pageContext} {...view} />)
}

type Listed = { session: ChangeableSession; lines: readonly AttendanceLine[] }

/** What this very person has just saved, as it stands now. */
async function readSaved(
  request: FastifyRequest,
  { db }: Services,
  { session, lines }: Listed,
): Promise<Saved | null> {
  const { note, repris, partis } = savedQuery.parse(request.query)
  if (!note) return null
  return {
    lines: lines.filter(({ declared }) => declared?.at.getTime() === note.getTime()),
    overtaken: lines
      .filter(({ place }) => repris.includes(place))
      .map((line) => nameOf(line, request.language)),
    gone: await listGone(db, session.id, partis),
  }
}

async function declare(exchange: Exchange, desk: Desk) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const params = sessionParams.safeParse(request.params)
  const form = parseForm(declareForm, request.body)
  if (!params.success || !form.ok) return reply.callNotFound()
  const { id } = params.data
  const now = clock()
  const wanted = { trainingSessionId: id, ...form.value }
  const outcome = await transaction(db, (tx) => declareAttendance(tx, now, staffOf(request), wanted))
  switch (outcome.kind) {
    case 'declared':
      return reply.redirect(savedUrl(id, { at: now, ...outcome }), 303)
    case 'too-early':
      return show(exchange, desk, 409)
    case 'called-off':
      return show(exchange, desk, 410)
    case 'forbidden':
      return show(exchange, desk, 403)
    case 'not-found':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

async function sendSheet({ request, reply }: Exchange, { services, programme }: Desk) {
  const { db, clock } = services
  const { language } = request
  const session = await findSession(request, services)
  if (!session) return reply.callNotFound()
  const lines = await listAttendance(db, session.id, staffOf(request))
  const sheet = await writePdf(signInSheet({ language, programme, session, lines, madeAt: clock() }))
  const name = declaredTexts[language].paper.file(dayOf(session), session.trainingId)
  return attached(reply, 'application/pdf', name).send(sheet)
}

async function sendTable({ request, reply }: Exchange, { services }: Desk) {
  const { language } = request
  const actor = staffOf(request)
  const session = await findSession(request, services)
  if (!session) return reply.callNotFound()
  const lines = await listAttendance(services.db, session.id, actor)
  const rows = attendanceRows({ language, zone: session.zone, lines, withContacts: maySeeContacts(actor) })
  const name = declaredTexts[language].csv.file(dayOf(session), session.trainingId)
  return attached(reply, 'text/csv; charset=utf-8', name).send(writeCsv(rows))
}

function dayOf({ startsAt, zone }: ChangeableSession): string {
  return localTimeOf(startsAt, zone).date
}
