import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { anApp, hidden, testNow, type TestPage, type Visitor } from '../../testing/app.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { freshDatabase } from '../../testing/database.ts'
import { listJobs } from '../../testing/jobs.ts'
import { startDiagnostic } from '../diagnostics/start-diagnostic.ts'
import { findTrainingSession } from '../training-sessions/store.ts'
import { bookUrl } from '../training-sessions/urls.ts'
import { cancellationJob, confirmationJob } from './jobs.ts'
import { sendConfirmation } from './send-confirmation.ts'

const database = freshDatabase()
let now = testNow
const app = anApp(database, () => now)

/** Opens the page, fills it in and sends it. */
async function book(
  visitor: Visitor,
  id: string,
  fields: Record<string, string>,
  query = '',
): Promise<TestPage> {
  const page = await visitor.get(bookUrl(id) + query)
  return visitor.post(bookUrl(id), {
    page: hidden(page, 'page'),
    diagnostic: hidden(page, 'diagnostic'),
    ...fields,
  })
}

async function aBusiness(siret: string, departmentCode: string): Promise<string> {
  const values = {
    siret,
    name: 'FLEURS ROSE',
    sign: 'Chez Rose',
    departmentCode,
    source: 'test',
    importedAt: testNow,
  }
  const row = await database.db
    .insertInto('businesses')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

const lastBooking = () =>
  database.db.selectFrom('bookings').selectAll().orderBy('bookedAt', 'desc').orderBy('id').limit(50).execute()

test('a stranger books with an e-mail address and reads what, when and where', async () => {
  const session = await aTrainingSession(database.db)
  const visitor = app.visitor()
  const form = await visitor.get(bookUrl(session.id))
  expect(form.status).toBe(200)
  expect(form.html).toContain('lundi 30 novembre 2026, 14 h 00 (heure de Paris)')
  expect(form.html).toContain('30 places sur 30 restent')
  const booked = await book(visitor, session.id, { email: ' Rose@Example.org ' })
  expect(booked.status).toBe(303)
  expect(booked.location).toMatch(/^\/reservations\/[\w-]{22}$/)
  const page = await visitor.get(booked.location)
  expect(page.status).toBe(200)
  for (const words of [
    'Votre place est réservée',
    'Prendre en main sa fiche',
    'lundi 30 novembre 2026, 14 h 00',
    'rose@example.org',
  ]) {
    expect(page.html).toContain(words)
  }
  expect(page.html).toContain('noindex')
})

test.each([
  [48, ['Nous vous écrivons la veille, une heure avant, puis dix minutes avant avec le lien de la salle.']],
  [5, ['Nous vous écrivons une heure avant, puis dix minutes avant avec le lien de la salle.']],
  [0.5, ['Nous vous écrivons dix minutes avant, avec le lien de la salle.']],
  [0.1, []],
])('who books %d hours before the session reads which reminders will come', async (hours, promised) => {
  const startsAt = new Date(testNow.getTime() + hours * 3_600_000)
  const booking = await aBooking(database.db, { session: await aTrainingSession(database.db, { startsAt }) })
  const { html } = await app.visitor().get(`/reservations/${booking.token}`)
  expect(html.match(/Nous vous écrivons[^<]*/g) ?? []).toEqual(promised)
})

test('a misspelt address comes back with its words, the error beside it and the summary that takes the focus', async () => {
  const session = await aTrainingSession(database.db)
  const page = await book(app.visitor(), session.id, { email: 'rose@' })
  expect(page.status).toBe(422)
  expect(page.html).toContain('value="rose@"')
  expect(page.html).toContain('href="#email"')
  expect(page.html).toMatch(/<div class="error-summary"[^>]*autofocus/)
  expect((await findTrainingSession(database.db, session.id))?.seatsTaken).toBe(0)
})

test('a double click gives one booking and the same page', async () => {
  const session = await aTrainingSession(database.db)
  const visitor = app.visitor()
  const form = await visitor.get(bookUrl(session.id))
  const fields = { page: hidden(form, 'page'), email: 'double@example.org' }
  const [one, other] = await Promise.all([
    visitor.post(bookUrl(session.id), fields),
    visitor.post(bookUrl(session.id), fields),
  ])
  expect([one.status, other.status]).toEqual([303, 303])
  expect(one.location).toBe(other.location)
  expect((await findTrainingSession(database.db, session.id))?.seatsTaken).toBe(1)
})

test('who types the address of somebody booked does not get that person’s link; the mailbox gets it again, once an hour', async () => {
  const booking = await aBooking(database.db, { email: 'victim@example.org' })
  const again = () => book(app.visitor(), booking.session.id, { email: 'victim@example.org' })
  const page = await again()
  expect(page.status).toBe(200)
  expect(page.html).toContain('Cette adresse a déjà une place')
  expect(page.html).not.toContain(booking.token)
  await again()
  const jobs = (await listJobs(database, confirmationJob)).map(
    ({ data }) => data as { bookingId: string; again?: string },
  )
  const speaker = { programme: app.programme, publicUrl: 'https://pignon.example.org', mailFrom: null }
  for (const request of jobs.filter(({ bookingId }) => bookingId === booking.id)) {
    await transaction(database.db, (tx) => sendConfirmation(tx, now, request, speaker))
  }
  const mails = await database.db
    .selectFrom('mails')
    .select('onceKey')
    .where('recipient', '=', 'victim@example.org')
    .execute()
  expect(mails).toHaveLength(2)
})

test('gone between the page and the click: the page says full and lists the other dates', async () => {
  const session = await aTrainingSession(database.db, { capacity: 1, trainingId: 'F02' })
  const other = await aTrainingSession(database.db, {
    trainingId: 'F02',
    startsAt: new Date('2026-12-04T08:00:00Z'),
  })
  const visitor = app.visitor()
  const form = await visitor.get(bookUrl(session.id))
  await aBooking(database.db, { session })
  const page = await visitor.post(bookUrl(session.id), {
    page: hidden(form, 'page'),
    email: 'late@example.org',
  })
  expect(page.status).toBe(409)
  expect(page.html).toContain('Cette session est complète')
  expect(page.html).toContain(bookUrl(other.id))
  expect(page.html).toContain('vendredi 4 décembre 2026, 9 h 00 (heure de Paris)')
  expect((await visitor.get(bookUrl(session.id))).status).toBe(409)
})

test('a past session and one called off are gone, an unknown one never was', async () => {
  const past = await aTrainingSession(database.db, { startsAt: new Date('2026-11-20T13:00:00Z') })
  expect((await app.visitor().get(bookUrl(past.id))).status).toBe(410)
  expect((await book(app.visitor(), past.id, { email: 'a@example.org' })).status).toBe(410)
  const off = await aTrainingSession(database.db)
  await database.db
    .updateTable('trainingSessions')
    .set({ cancelledAt: now })
    .where('id', '=', off.id)
    .execute()
  const page = await book(app.visitor(), off.id, { email: 'a@example.org' })
  expect(page.status).toBe(410)
  expect(page.html).toContain('Cette session est annulée')
  expect((await app.visitor().get(bookUrl('00000000-0000-4000-8000-000000000000'))).status).toBe(404)
  expect((await app.visitor().get(bookUrl('not-an-id'))).status).toBe(404)
})

test('a SIRET ties the booking to the shop; a wrong or unknown one is explained', async () => {
  const session = await aTrainingSession(database.db)
  const business = await aBusiness('73282932000074', '57')
  const wrong = await book(app.visitor(), session.id, { email: 'b@example.org', siret: '732 829 320 00075' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('faute de frappe')
  const unknown = await book(app.visitor(), session.id, { email: 'b@example.org', siret: '35600000000048' })
  expect(unknown.html).toContain('pas dans notre registre')
  const visitor = app.visitor()
  const booked = await book(visitor, session.id, { email: 'b@example.org', siret: '732 829 320 00074' })
  expect(booked.status).toBe(303)
  expect((await lastBooking()).some(({ businessId }) => businessId === business)).toBe(true)
  expect((await visitor.get(booked.location)).html).toContain('Chez Rose')
})

test('who comes from a diagnostic sees the shop by name and its own clock, and keeps the link', async () => {
  const businessId = await aBusiness('50000000100004', '974')
  const started = await transaction(database.db, (tx) =>
    startDiagnostic(tx, now, { programme: app.programme, businessId, language: 'fr', personId: null }),
  )
  const token = 'token' in started ? started.token : ''
  const session = await aTrainingSession(database.db)
  const visitor = app.visitor()
  const form = await visitor.get(`${bookUrl(session.id)}?diagnostic=${token}`)
  expect(form.html).toContain('Chez Rose')
  expect(form.html).toContain('14 h 00 (heure de Paris, 17 h 00 à La Réunion)')
  expect(form.html).not.toContain('name="siret"')
  const booked = await book(visitor, session.id, { email: 'reunion@example.org' }, `?diagnostic=${token}`)
  expect((await visitor.get(booked.location)).html).toContain('17 h 00 à La Réunion')
  const row = (await lastBooking()).find((booking) => booked.location.endsWith(booking.token))
  expect(row).toMatchObject({
    businessId,
    diagnosticId: 'diagnosticId' in started ? started.diagnosticId : '',
  })
})

test('who has signed in types nothing, and comes back to the same booking', async () => {
  const session = await aTrainingSession(database.db)
  const owner = await app.signedInAs(null, 'signed@example.org')
  const form = await owner.get(bookUrl(session.id))
  expect(form.html).not.toContain('name="email"')
  expect(form.html).toContain('signed@example.org')
  const booked = await book(owner, session.id, {})
  expect(booked.status).toBe(303)
  expect((await owner.get(bookUrl(session.id))).location).toBe(booked.location)
  const space = await owner.get('/mon-espace')
  expect(space.html).toContain('Mes formations à venir')
  expect(space.html).toContain(booked.location)
})

test('a stranger is asked to sign in before a space of one’s own', async () => {
  const page = await app.visitor().get('/mon-espace')
  expect([page.status, page.location]).toEqual([303, '/connexion?retour=%2Fmon-espace'])
})

test('an empty space says what it will hold', async () => {
  const owner = await app.signedInAs(null, 'new@example.org')
  const space = await owner.get('/mon-espace')
  expect(space.status).toBe(200)
  expect(space.html).toContain('Aucune formation réservée')
})

test('looking at the pages of a booking changes nothing; the button gives the seat back, two times is fine', async () => {
  const booking = await aBooking(database.db)
  const visitor = app.visitor()
  const address = `/reservations/${booking.token}`
  for (const path of [address, `${address}/annuler`, `${address}/invitation.ics`])
    expect((await visitor.get(path)).status).toBe(200)
  expect((await findTrainingSession(database.db, booking.session.id))?.seatsTaken).toBe(1)
  expect((await visitor.post(`${address}/annuler`)).location).toBe(address)
  expect((await visitor.post(`${address}/annuler`)).location).toBe(address)
  expect((await findTrainingSession(database.db, booking.session.id))?.seatsTaken).toBe(0)
  expect((await visitor.get(address)).html).toContain('Cette réservation est annulée')
  const jobs = await listJobs(database, cancellationJob)
  expect(jobs.filter(({ data }) => (data as { bookingId: string }).bookingId === booking.id)).toHaveLength(1)
})

test('once the session has begun the seat is not given back, and the page says why', async () => {
  const booking = await aBooking(database.db)
  now = booking.session.startsAt
  const page = await app.visitor().post(`/reservations/${booking.token}/annuler`)
  now = testNow
  expect(page.status).toBe(410)
  expect(page.html).toContain('La session a commencé')
})

test('a link that is not complete leads to a page that helps', async () => {
  for (const path of [
    '/reservations/abc',
    '/reservations/abc/annuler',
    '/reservations/abc/invitation.ics',
    `/reservations/${'a'.repeat(22)}`,
  ]) {
    expect((await app.visitor().get(path)).status).toBe(404)
  }
  expect((await app.visitor().post(`/reservations/${'a'.repeat(22)}/annuler`)).status).toBe(404)
})

test('the calendar file is one, whatever the page is called', async () => {
  const booking = await aBooking(database.db)
  const file = await app.visitor().get(`/reservations/${booking.token}/invitation.ics`)
  expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(file.html).toContain(`UID:booking-${booking.id}@localhost`)
  expect(file.html).toContain('DTSTART:20261130T130000Z')
})

test('a mailbox can book ten times in an hour, not eleven', async () => {
  const statuses: number[] = []
  for (let day = 1; day <= 11; day += 1) {
    const startsAt = new Date(Date.UTC(2026, 11, day, 9))
    const session = await aTrainingSession(database.db, { trainingId: 'F03', startsAt })
    statuses.push((await book(app.visitor(), session.id, { email: 'eager@example.org' })).status)
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 303), 429])
})
