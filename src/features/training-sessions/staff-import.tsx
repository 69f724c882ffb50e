import fastifyMultipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { listNamedStaff } from '../accounts/store.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { importedEvents, importForm } from './input.ts'
import { guessTraining, readCalendar, type CalendarEvent, type LeftOut } from './read-calendar.ts'
import { scheduleImported, type ImportOutcome } from './schedule-imported.ts'
import { ImportDatesPage, ImportPage, type ImportLine } from './staff-import.view.tsx'
import { maySchedule } from './training-session.ts'
import { sessionUrls } from './urls.ts'

type Door = { services: Services; programme: Programme }

/** Bytes: a calendar of ten years is smaller. */
const largestFile = 1_000_000

/** Sessions from a calendar file: the file, then a training for each of its events. Mount it behind the guard. */
export function importDoors(server: Server, services: Services, programme: Programme): void {
  const door = { services, programme }
  server.get(sessionUrls.import, (request, reply) => showUpload({ request, reply }, null))
  server.post(sessionUrls.importDates, (request, reply) => schedule({ request, reply }, door))
  // Files are read at this address only: elsewhere they are refused as any other body.
  void server.register(async (uploads) => {
    await uploads.register(fastifyMultipart, {
      throwFileSizeLimit: false,
      limits: { files: 1, fileSize: largestFile, fields: 5 },
    })
    uploads.post(sessionUrls.import, (request, reply) => readFile({ request, reply }, door))
  })
}

type FileTrouble = 'file.missing' | 'file.large' | 'file.not-a-calendar'

function showUpload({ request, reply }: Exchange, trouble: FileTrouble | null) {
  if (!maySchedule(staffOf(request))) return reply.callNotFound()
  const status = trouble === null ? 200 : 422
  return reply.code(status).page(<ImportPage page={request.pageContext} trouble={trouble} />)
}

async function readFile(exchange: Exchange, door: Door) {
  if (!maySchedule(staffOf(exchange.request))) return exchange.reply.callNotFound()
  const file = await uploaded(exchange.request)
  if (file.kind !== 'read') return showUpload(exchange, file.kind)
  const calendar = await readCalendar(file.text, door.services.clock())
  if (calendar.kind !== 'read') return showUpload(exchange, 'file.not-a-calendar')
  const { trainings } = door.programme
  const lines = calendar.events.map((event) => ({
    ...event,
    training: guessTraining(event.title, trainings)?.id ?? '',
  }))
  const page = { status: 200, lines, leftOut: calendar.leftOut, typed: { page: newToken() } }
  return showDates(exchange, door, page)
}

async function uploaded(
  request: FastifyRequest,
): Promise<{ kind: 'read'; text: string } | { kind: FileTrouble }> {
  if (!request.isMultipart()) return { kind: 'file.missing' }
  const file = await request.file()
  const bytes = await file?.toBuffer()
  if (!file || !bytes || bytes.length === 0) return { kind: 'file.missing' }
  return file.file.truncated ? { kind: 'file.large' } : { kind: 'read', text: bytes.toString('utf8') }
}

type Dates = {
  status: number
  lines: readonly ImportLine[]
  leftOut: LeftOut | null
  typed: Typed
  errors?: FieldErrors
}

async function showDates({ request, reply }: Exchange, door: Door, { status, typed, ...shown }: Dates) {
  const trainers = await listNamedStaff(door.services.db)
  const refusal = { typed, errors: shown.errors ?? {}, twice: null }
  const form = { programme: door.programme, trainers, formKey: typed['page'] || newToken(), refusal }
  return reply.code(status).page(<ImportDatesPage page={request.pageContext} form={form} {...shown} />)
}

async function schedule(exchange: Exchange, door: Door) {
  const { request, reply } = exchange
  const { db, clock } = door.services
  const actor = staffOf(request)
  if (!maySchedule(actor)) return reply.callNotFound()
  const form = parseForm(importForm, request.body)
  const { typed } = form
  const lines = importedEvents(typed).map(asLine)
  if (!form.ok)
    return showDates(exchange, door, { status: 422, lines, leftOut: null, typed, errors: form.errors })
  const { capacity, trainer: trainerPersonId, room, page } = form.value
  const sessions = lines.flatMap(({ training: id, startsAt, zone, roomUrl }) => {
    const training = findTraining(door.programme, id)
    return training ? [{ training, startsAt, zone, roomUrl: roomUrl ?? room }] : []
  })
  const wanted = { capacity, trainerPersonId, formKey: page ?? newToken(), sessions }
  const outcome = await transaction(db, (tx) => scheduleImported(tx, clock(), actor, wanted))
  return answer(exchange, door, { lines, typed }, outcome)
}

function asLine({
  training,
  title,
  start,
  zone,
  room,
}: ReturnType<typeof importedEvents>[number]): ImportLine {
  const event: CalendarEvent = { title, startsAt: start, zone, roomUrl: room }
  return { ...event, training }
}

type Sent = Pick<Dates, 'lines' | 'typed'>

async function answer(exchange: Exchange, door: Door, sent: Sent, outcome: ImportOutcome) {
  const again = (errors: FieldErrors) =>
    showDates(exchange, door, { ...sent, status: 422, leftOut: null, errors })
  switch (outcome.kind) {
    case 'scheduled':
      return exchange.reply.redirect(`${sessionUrls.staff}?programmees=${outcome.count}`, 303)
    case 'no-date':
      return again({ form: 'import.nothing' })
    case 'unknown-trainer':
      return again({ trainer: 'trainer.missing' })
    case 'forbidden':
      return exchange.reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
