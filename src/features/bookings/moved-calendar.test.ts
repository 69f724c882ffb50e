import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sync } from 'node-ical'
import { beforeAll, expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { recordingQueue } from '../../testing/jobs.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import type { Occurrence } from '../training-sessions/local-time.ts'
import { callOffSession } from './call-off-session.ts'
import { confirmationJob, reminderJob, tellChangeJob } from './jobs.ts'
import { moveSession } from './move-session.ts'
import { tellChange } from './tell-change.ts'
import { bookingUrls } from './urls.ts'
import { workers } from './worker.ts'
import type { BookingDetails } from './booking.ts'

const database = freshDatabase()
const bookedAt = new Date('2026-10-01T08:00:00Z')
let now = bookedAt
const app = anApp(database, () => now)
const { queue, handlers } = recordingQueue()

beforeAll(async () => {
  const config = {
    ...app.services.config,
    mailFrom: 'Pignon <bonjour@example.org>',
    publicUrl: 'https://pignon.example.org',
  }
  await workers(queue, { ...app.services, config }, app.programme)
})

const run = async (job: { name: string }, payload: object) => {
  await handlers.get(job.name)?.(payload)
}

const operator = () => aStaffActor(database.db, 'operator')

type Time = [date: string, time: string, zone?: string, occurrence?: Occurrence]

async function move({ session }: BookingDetails, version: number, time: Time): Promise<void> {
  const [date, hour, zone = 'Europe/Paris', occurrence = null] = time
  const actor = await operator()
  const place = { local: { date, time: hour, zone }, occurrence, roomUrl: session.roomUrl }
  const request = { trainingSessionId: session.id, version, trainerPersonId: null, formKey: null, ...place }
  const outcome = await transaction(database.db, (tx) => moveSession(tx, now, actor, request))
  expect(outcome.kind).toBe('moved')
}

async function callOff({ session }: BookingDetails, version: number, message: string): Promise<void> {
  const actor = await operator()
  const request = { trainingSessionId: session.id, version, message, formKey: null }
  const outcome = await transaction(database.db, (tx) => callOffSession(tx, now, actor, request))
  expect(outcome.kind).toBe('done')
}

const mailsTo = async (recipient: string) => {
  const rows = await database.db
    .selectFrom('mails')
    .select(['kind', 'subject', 'plain', 'calendar', 'calendarMethod'])
    .where('recipient', '=', recipient)
    .orderBy('createdAt')
    .execute()
  const typed = (words: string) => words.replaceAll(/[\u00A0\u202F]/g, ' ')
  return rows.map((row) => ({ ...row, subject: typed(row.subject), plain: typed(row.plain) }))
}

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

/** The file with identifiers that are always the same, folded where it was. */
const anonymous = (content: string | null, { id, token }: BookingDetails) =>
  [id, token].reduce((file, secret) => {
    const folded = new RegExp(secret.split('').join('(?:\r\n )?'), 'g')
    return file.replaceAll(folded, (found) => found.replaceAll(/[\w-]/g, 'x'))
  }, content ?? '')

const golden = (name: string) => readFileSync(join(import.meta.dirname, 'golden', `${name}.ics`), 'utf8')

const event = (content: string | null) => {
  const found = Object.values(sync.parseICS(content ?? '')).find((part) => part?.type === 'VEVENT')
  if (found?.type !== 'VEVENT') throw new Error('no event')
  return found
}

test('booked, moved into the hour that comes twice, moved to the night of summer time, called off: one entry', async () => {
  now = bookedAt
  const session = await aTrainingSession(database.db, { startsAt: new Date('2026-10-24T12:00:00Z') })
  const booking = await aBooking(database.db, { session, email: 'golden@example.org', at: now })
  await run(confirmationJob, { bookingId: booking.id })
  later(60)
  await move(booking, 0, ['2026-10-25', '02:30', 'Europe/Paris', 'second'])
  await run(tellChangeJob, { bookingId: booking.id })
  later(60)
  await move(booking, 1, ['2027-03-28', '03:30'])
  await run(tellChangeJob, { bookingId: booking.id })
  later(60)
  await callOff(booking, 2, 'Camille est souffrante.')
  await run(tellChangeJob, { bookingId: booking.id })

  const mails = await mailsTo('golden@example.org')
  expect(mails.map(({ kind, calendarMethod }) => [kind, calendarMethod])).toEqual([
    ['bookings.confirmation', 'REQUEST'],
    ['bookings.moved', 'REQUEST'],
    ['bookings.moved', 'REQUEST'],
    ['bookings.called-off', 'CANCEL'],
  ])
  const names = ['1-booked', '2-moved', '3-moved-again', '4-called-off']
  for (const [index, name] of names.entries())
    expect(anonymous(mails[index]?.calendar ?? null, booking)).toBe(golden(name))
  const events = mails.map(({ calendar }) => event(calendar))
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(1)
  expect(events.map(({ sequence }) => Number(sequence))).toEqual([0, 1, 2, 3])
  expect(events.map(({ start }) => start.toISOString())).toEqual([
    '2026-10-24T12:00:00.000Z',
    '2026-10-25T01:30:00.000Z',
    '2027-03-28T01:30:00.000Z',
    '2027-03-28T01:30:00.000Z',
  ])
  expect(events.at(-1)?.status).toBe('CANCELLED')
  for (const { calendar } of mails)
    for (const line of (calendar ?? '').split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

test('the mail of a move says the old date and the new one, with the zone, and names it in its subject', async () => {
  now = bookedAt
  const session = await aTrainingSession(database.db, {
    startsAt: new Date('2026-10-20T12:00:00Z'),
  })
  const booking = await aBooking(database.db, { session, email: 'words@example.org', at: now })
  await move(booking, 0, ['2026-11-03', '08:00', 'Indian/Reunion'])
  await Promise.all([1, 2, 3].map(() => run(tellChangeJob, { bookingId: booking.id })))
  const mails = await mailsTo('words@example.org')
  expect(mails).toHaveLength(1)
  const [mail] = mails
  expect(mail?.subject).toBe(
    'Nouvelle date : Prendre en main sa fiche sur la carte, mardi 3 novembre 2026, 8 h 00 (heure de La Réunion)',
  )
  expect(mail?.plain).toContain('Ancienne date : mardi 20 octobre 2026, 14 h 00 (heure de Paris)')
  expect(mail?.plain).toContain('Quand : mardi 3 novembre 2026, 8 h 00 (heure de La Réunion)')
  expect(event(mail?.calendar ?? null).start.toISOString()).toBe('2026-11-03T04:00:00.000Z')
})

test('two moves in a row before the mail leaves make one mail, from the date that people know', async () => {
  now = bookedAt
  const session = await aTrainingSession(database.db, { startsAt: new Date('2026-10-20T12:00:00Z') })
  const booking = await aBooking(database.db, { session, email: 'twice@example.org', at: now })
  await move(booking, 0, ['2026-10-21', '14:00'])
  await move(booking, 1, ['2026-10-22', '14:00'])
  await run(tellChangeJob, { bookingId: booking.id })
  await run(tellChangeJob, { bookingId: booking.id })
  const mails = await mailsTo('twice@example.org')
  expect(mails).toHaveLength(1)
  expect(mails[0]?.plain).toContain('Ancienne date : mardi 20 octobre 2026')
  expect(mails[0]?.plain).not.toContain('21 octobre')
  expect(event(mails[0]?.calendar ?? null).sequence).toBe(2)
})

test('a worker that dies while it tells somebody has told nobody: the next one does, once', async () => {
  now = bookedAt
  const session = await aTrainingSession(database.db, { startsAt: new Date('2026-10-20T12:00:00Z') })
  const booking = await aBooking(database.db, { session, email: 'dies@example.org', at: now })
  await move(booking, 0, ['2026-10-21', '14:00'])
  const speaker = { programme: app.programme, publicUrl: 'https://pignon.example.org', mailFrom: null }
  const dying = transaction(database.db, async (tx) => {
    await tellChange(tx, now, { bookingId: booking.id }, speaker)
    throw new Error('the worker dies')
  })
  await expect(dying).rejects.toThrow('the worker dies')
  expect(await mailsTo('dies@example.org')).toHaveLength(0)
  await Promise.all([1, 2].map(() => run(tellChangeJob, { bookingId: booking.id })))
  expect(await mailsTo('dies@example.org')).toHaveLength(1)
})

test('a session called off says why, in the words of the team, and asks nothing of anybody', async () => {
  now = bookedAt
  const session = await aTrainingSession(database.db, { startsAt: new Date('2026-10-20T12:00:00Z') })
  const booking = await aBooking(database.db, { session, email: 'off@example.org', at: now })
  await callOff(booking, 0, 'Camille est souffrante & reviendra.')
  await run(tellChangeJob, { bookingId: booking.id })
  const [mail] = await mailsTo('off@example.org')
  expect(mail?.subject).toContain('Session annulée : Prendre en main sa fiche')
  expect(mail?.plain).toContain('Le mot de l’équipe : Camille est souffrante & reviendra.')
  expect(mail?.plain).toContain('du mardi 20 octobre 2026, 14 h 00 (heure de Paris) n’aura pas lieu')
})

test('who gave the seat back before the mail left is told of that only', async () => {
  now = bookedAt
  const session = await aTrainingSession(database.db, { startsAt: new Date('2026-10-20T12:00:00Z') })
  const booking = await aBooking(database.db, { session, email: 'left@example.org', at: now })
  await move(booking, 0, ['2026-10-21', '14:00'])
  await app.visitor().post(`/reservations/${booking.token}/annuler`)
  await run(tellChangeJob, { bookingId: booking.id })
  expect(await mailsTo('left@example.org')).toEqual([])
})

test('ten minutes before, a last reminder holds the link of the room; after a move each comes again at its hour', async () => {
  now = bookedAt
  const session = await aTrainingSession(database.db, { startsAt: new Date('2026-10-20T12:00:00Z') })
  const booking = await aBooking(database.db, { session, email: 'ten@example.org', at: now })
  const remind = (kind: string, at: string) => {
    now = new Date(at)
    return run(reminderJob, { bookingId: booking.id, kind })
  }
  await remind('day-before', '2026-10-19T12:00:00Z')
  await move(booking, 0, ['2026-10-22', '14:00'])
  await remind('day-before', '2026-10-19T12:01:00Z')
  await remind('day-before', '2026-10-21T12:00:00Z')
  await remind('ten-minutes-before', '2026-10-22T11:49:00Z')
  await remind('ten-minutes-before', '2026-10-22T11:50:00Z')
  const mails = await mailsTo('ten@example.org')
  expect(mails.map(({ subject }) => subject.split(' : ')[0])).toEqual([
    'Rappel',
    'Rappel',
    'Dans dix minutes',
  ])
  expect(mails[0]?.plain).toContain('https://salle.example.org/f01')
  expect(mails.at(-1)?.plain).toContain(`https://pignon.example.org${bookingUrls.room(booking.token)}`)
  expect(mails.at(-1)?.plain).not.toContain('salle.example.org')
})
