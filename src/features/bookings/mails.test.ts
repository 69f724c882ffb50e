import { simpleParser, type ParsedMail } from 'mailparser'
import { once } from 'node:events'
import { sync } from 'node-ical'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { deliverMail, smtpMailer, type Mailer } from '../../core/mail.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { listJobs, recordingQueue } from '../../testing/jobs.ts'
import { cancelBooking } from './cancel-booking.ts'
import { cancellationJob, confirmationJob, reminderJob, remindSessionJob, sweepRemindersJob } from './jobs.ts'
import { workers } from './worker.ts'
import type { BookingDetails } from './booking.ts'

const database = freshDatabase()
let now = testNow
const app = anApp(database, () => now)
const received: string[] = []
const { queue, handlers } = recordingQueue()
let mailer: Mailer
const relay = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      received.push(Buffer.concat(chunks).toString())
      done()
    })
  },
})

beforeAll(async () => {
  relay.listen(0, '127.0.0.1')
  await once(relay.server, 'listening')
  const { port } = relay.server.address() as { port: number }
  mailer = smtpMailer(`smtp://127.0.0.1:${port}`, 'Pignon <bonjour@example.org>')
  const config = {
    ...app.services.config,
    mailFrom: 'Pignon <bonjour@example.org>',
    publicUrl: 'https://pignon.example.org',
  }
  await workers(queue, { ...app.services, config }, app.programme)
})

beforeEach(() => {
  now = testNow
  received.length = 0
})

afterAll(async () => {
  mailer.close()
  await new Promise<void>((resolve) => relay.close(resolve))
})

async function run(job: { name: string }, payload: object): Promise<void> {
  const handler = handlers.get(job.name)
  if (!handler) throw new Error(`nobody does ${job.name}`)
  await handler(payload)
}

/** Sends what waits in the outbox for this address, through a real SMTP conversation. */
async function deliverTo(recipient: string): Promise<{ raw: string; mail: ParsedMail }> {
  const rows = await database.db
    .selectFrom('mails')
    .select('id')
    .where('recipient', '=', recipient)
    .where('sentAt', 'is', null)
    .execute()
  for (const { id } of rows) await deliverMail(database.db, () => now, { mailer, mailId: id })
  const [raw, more] = received
  if (raw === undefined || more !== undefined) throw new Error(`${received.length} mails arrived`)
  return { raw, mail: await simpleParser(raw) }
}

const plain = (words: string | undefined) => (words ?? '').replaceAll(/[\u00A0\u202F]/g, ' ')

const mailsTo = async (recipient: string) =>
  (await database.db.selectFrom('mails').select('id').where('recipient', '=', recipient).execute()).length

/** The tree of a message: type and encoding of each part, indented. */
function tree(raw: string): string[] {
  const depth: string[] = []
  const lines: string[] = []
  const parts = raw.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  for (const [index, line] of parts.entries()) {
    const type = /^Content-Type: ([\w/]+)/i.exec(line)?.[1]
    if (line === `--${depth.at(-1)}--`) depth.pop()
    if (type === undefined) continue
    const near = parts.slice(Math.max(0, index - 4), index + 4).join('\n')
    const encoding = type.startsWith('multipart')
      ? ''
      : ` ${/Content-Transfer-Encoding: (\S+)/i.exec(near)?.[1] ?? ''}`
    const method = /method=(\w+)/i.exec(line)?.[1]
    lines.push(
      '  '.repeat(depth.length) +
        type +
        (method ? `; method=${method}` : '') +
        (/calendar|ics/.test(type) ? encoding : ''),
    )
    const boundary = /boundary="([^"]+)"/.exec(line)?.[1]
    if (boundary) depth.push(boundary)
  }
  return lines
}

const events = (content: string) =>
  Object.values(sync.parseICS(content)).filter((part) => part?.type === 'VEVENT')

const attached = (mail: ParsedMail) =>
  mail.attachments.find(({ filename }) => filename === 'invitation.ics')?.content.toString() ?? ''

test('the confirmation says what, when and where, in the tree of parts that calendars understand', async () => {
  const booking = await aBooking(database.db, { email: 'rose@example.org' })
  await run(confirmationJob, { bookingId: booking.id })
  const { raw, mail } = await deliverTo('rose@example.org')
  const html = plain(String(mail.html))
  for (const words of ['Votre place est réservée', '14 h 00 (heure de Paris)', booking.token])
    expect(html).toContain(words)
  expect(html).not.toMatch(/\{\{|googleapis/)
  expect(plain(mail.subject)).toBe(
    'Réservé : Prendre en main sa fiche sur la carte, lundi 30 novembre 2026, 14 h 00 (heure de Paris)',
  )
  expect(tree(raw)).toEqual([
    'multipart/mixed',
    '  multipart/alternative',
    '    text/plain',
    '    text/html',
    '    text/calendar; method=REQUEST base64',
    '  application/ics base64',
  ])
  const [event] = events(attached(mail))
  expect(event).toMatchObject({
    method: 'REQUEST',
    sequence: 0,
    uid: `booking-${booking.id}@pignon.example.org`,
  })
  expect(mail.text).toContain(`https://pignon.example.org/reservations/${booking.token}`)
  for (const words of [
    'lundi 30 novembre 2026, 14 h 00 (heure de Paris)',
    'https://salle.example.org/f01',
    '30 minutes',
    'Camille Test',
  ]) {
    expect(plain(mail.text)).toContain(words)
  }
})

test('the confirmation is sent once, however often its job runs', async () => {
  const booking = await aBooking(database.db, { email: 'once@example.org' })
  await Promise.all([1, 2, 3].map(() => run(confirmationJob, { bookingId: booking.id })))
  expect(await mailsTo('once@example.org')).toBe(1)
})

test('an English booking is confirmed in English, for an overseas shop with its own clock', async () => {
  const values = {
    siret: '73282932000074',
    name: 'ROSE',
    departmentCode: '972',
    source: 'test',
    importedAt: testNow,
  }
  const { id: businessId } = await database.db
    .insertInto('businesses')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
  const booking = await aBooking(database.db, { email: 'english@example.org', language: 'en', businessId })
  await run(confirmationJob, { bookingId: booking.id })
  const { mail } = await deliverTo('english@example.org')
  expect(mail.subject).toContain('Booked: Take charge of your map listing')
  expect(mail.text).toContain('Paris time, 9:00 in Martinique')
})

test('a cancellation takes the same entry out of the calendar', async () => {
  const booking = await aBooking(database.db, { email: 'gone@example.org' })
  await transaction(database.db, (tx) => cancelBooking(tx, now, { token: booking.token }))
  await run(confirmationJob, { bookingId: booking.id })
  await run(cancellationJob, { bookingId: booking.id })
  await run(cancellationJob, { bookingId: booking.id })
  const { raw, mail } = await deliverTo('gone@example.org')
  expect(plain(mail.subject)).toContain('Réservation annulée : Prendre en main sa fiche')
  expect(tree(raw)).toContain('    text/calendar; method=CANCEL base64')
  const [event] = events(attached(mail))
  expect(event).toMatchObject({
    method: 'CANCEL',
    sequence: 1,
    status: 'CANCELLED',
    uid: `booking-${booking.id}@pignon.example.org`,
  })
})

const at = (booking: BookingDetails, minutesBefore: number) =>
  new Date(booking.session.startsAt.getTime() - minutesBefore * 60_000)

test('each reminder goes once, when it is due and not before', async () => {
  const booking = await aBooking(database.db, { email: 'remind@example.org' })
  const remind = (kind: string) => run(reminderJob, { bookingId: booking.id, kind })
  now = at(booking, 24 * 60 + 1)
  await remind('day-before')
  expect(await mailsTo('remind@example.org')).toBe(0)
  now = at(booking, 24 * 60)
  await Promise.all([1, 2, 3].map(() => remind('day-before')))
  expect(await mailsTo('remind@example.org')).toBe(1)
  const { mail } = await deliverTo('remind@example.org')
  expect(plain(mail.subject)).toContain('Rappel : Prendre en main sa fiche')
  expect(mail.text).toContain(`https://pignon.example.org/reservations/${booking.token}`)
  now = at(booking, 60)
  await remind('hour-before')
  expect(await mailsTo('remind@example.org')).toBe(2)
})

test('a reminder that comes too late is dropped, not sent', async () => {
  const booking = await aBooking(database.db, { email: 'late@example.org' })
  now = at(booking, 59)
  await run(reminderJob, { bookingId: booking.id, kind: 'day-before' })
  now = booking.session.startsAt
  for (const kind of ['hour-before', 'ten-minutes-before'])
    await run(reminderJob, { bookingId: booking.id, kind })
  expect(await mailsTo('late@example.org')).toBe(0)
  const rows = await database.db
    .selectFrom('reminders')
    .select(['sentAt', 'droppedAt'])
    .where('bookingId', '=', booking.id)
    .execute()
  expect(rows.every(({ sentAt, droppedAt }) => sentAt === null && droppedAt !== null)).toBe(true)
})

test('nobody is reminded of a seat given back', async () => {
  const booking = await aBooking(database.db, { email: 'back@example.org' })
  await transaction(database.db, (tx) => cancelBooking(tx, now, { token: booking.token }))
  now = at(booking, 60)
  await run(reminderJob, { bookingId: booking.id, kind: 'hour-before' })
  expect(await mailsTo('back@example.org')).toBe(0)
})

const january = { startsAt: new Date('2027-01-10T10:00:00Z') }

const reminderJobsOf = async ({ id }: BookingDetails) =>
  (await listJobs(database, reminderJob)).filter(
    ({ data }) => (data as { bookingId: string }).bookingId === id,
  ).length

test('when the reminders of a session are due, each of its bookings gets one, and no other session', async () => {
  const session = await aTrainingSession(database.db, january)
  const bookings = [await aBooking(database.db, { session }), await aBooking(database.db, { session })]
  const elsewhere = await aBooking(database.db, {
    session: await aTrainingSession(database.db, january),
  })
  const remind = () => run(remindSessionJob, { trainingSessionId: session.id, kind: 'day-before' })
  now = at(elsewhere, 24 * 60 + 1)
  await remind()
  expect(await Promise.all(bookings.map(reminderJobsOf))).toEqual([0, 0])
  now = at(elsewhere, 24 * 60)
  await remind()
  expect(await Promise.all(bookings.map(reminderJobsOf))).toEqual([1, 1])
  expect(await reminderJobsOf(elsewhere)).toBe(0)
})

test('a reminder whose job was lost is found by the sweep', async () => {
  const booking = await aBooking(database.db, {
    session: await aTrainingSession(database.db, january),
  })
  now = at(booking, 24 * 60 - 2)
  await run(sweepRemindersJob, {})
  expect(await reminderJobsOf(booking)).toBe(1)
})

test('following every link of every mail changes nothing', async () => {
  const booking = await aBooking(database.db, { email: 'links@example.org' })
  const other = await aBooking(database.db, { email: 'links2@example.org', session: booking.session })
  await run(confirmationJob, { bookingId: booking.id })
  await transaction(database.db, (tx) => cancelBooking(tx, now, { token: other.token }))
  await run(cancellationJob, { bookingId: other.id })
  now = at(booking, 60)
  await run(reminderJob, { bookingId: booking.id, kind: 'hour-before' })
  const mails = await database.db
    .selectFrom('mails')
    .select(['html', 'plain'])
    .where('recipient', 'in', ['links@example.org', 'links2@example.org'])
    .execute()
  expect(mails).toHaveLength(3)
  const facts = () =>
    Promise.all([
      database.db.selectFrom('bookings').selectAll().orderBy('id').execute(),
      database.db.selectFrom('trainingSessions').selectAll().orderBy('id').execute(),
      database.db.selectFrom('attendanceJoins').selectAll().execute(),
    ])
  const before = await facts()
  const links = mails.flatMap(
    ({ html, plain }) => `${html} ${plain}`.match(/https:\/\/pignon\.example\.org[^\s"<]*/g) ?? [],
  )
  expect(links.length).toBe(8)
  for (const link of new Set(links)) {
    const { pathname, search } = new URL(link)
    expect({ link, status: (await app.visitor().get(pathname + search)).status }).toEqual({
      link,
      status: 200,
    })
  }
  expect(await facts()).toEqual(before)
})
