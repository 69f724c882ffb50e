import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aFullSession, aWaitingPerson, seatsOf } from '../../testing/a-waiting-line.ts'
import { anApp, hidden, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { listJobs } from '../../testing/jobs.ts'
import { bookUrl, staffSessionUrl } from '../training-sessions/urls.ts'
import { trainingUrls } from '../trainings/urls.ts'
import { cancelBooking } from './cancel-booking.ts'
import { expireOffer } from './expire-offer.ts'
import { waitingMailJob } from './jobs.ts'
import { sendWaitingMail } from './send-waiting-mail.ts'
import { waitingUrls } from './urls.ts'
import type { WaitlistEntry } from './waiting.ts'

const database = freshDatabase()
let now = testNow
const app = anApp(database, () => now)

const aDayLater = new Date(testNow.getTime() + 86_400_000)

const cancel = (token: string) => transaction(database.db, (tx) => cancelBooking(tx, testNow, { token }))

async function anOffer(email: string, next?: string) {
  const full = await aFullSession(database.db)
  const entry = await aWaitingPerson(database.db, full, email)
  if (next) await aWaitingPerson(database.db, full, next)
  await cancel(full.bookings[0]?.token ?? '')
  return { ...full, entry }
}

/** Writes the mails that are promised to this entry, and gives the newest. */
async function newestMail({ id, email }: WaitlistEntry) {
  const speaker = { programme: app.programme, publicUrl: 'https://pignon.example.org', mailFrom: null }
  for (const { data } of await listJobs(database, waitingMailJob)) {
    const request = waitingMailJob.payload.parse(data)
    if (request.entryId === id)
      await transaction(database.db, (tx) => sendWaitingMail(tx, now, request, speaker))
  }
  const mails = await database.db
    .selectFrom('mails')
    .selectAll()
    .where('recipient', '=', email)
    .where('kind', 'like', 'bookings.waiting%')
    .execute()
  const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ')
  return mails.map((mail) => ({ ...mail, subject: plain(mail.subject), plain: plain(mail.plain) }))
}

test('a full session offers the waiting list with the same two fields, and the page says one’s rank', async () => {
  const full = await aFullSession(database.db)
  await aWaitingPerson(database.db, full, 'before@example.org')
  const visitor = app.visitor()
  const page = await visitor.get(bookUrl(full.session.id))
  expect(page.status).toBe(409)
  for (const words of [
    'M’inscrire sur la liste d’attente',
    'name="email"',
    'name="siret"',
    '1 personne attend déjà.',
  ])
    expect(page.html).toContain(words)
  const fields = { page: hidden(page, 'page'), email: 'second@example.org' }
  const [one, other] = await Promise.all(
    [1, 2].map(() => visitor.post(waitingUrls.join(full.session.id), fields)),
  )
  expect([one?.status, other?.status]).toEqual([303, 303])
  expect(one?.location).toBe(other?.location)
  const entry = await visitor.get(one?.location ?? '')
  for (const words of ['Vous êtes sur la liste d’attente', '2e sur la liste', 'Quitter la liste', 'noindex'])
    expect(entry.html).toContain(words)
})

test('the catalogue leads from a full date to its waiting list', async () => {
  const { session } = await aFullSession(database.db)
  const slug = app.programme.trainings.find(({ id }) => id === session.trainingId)?.slug ?? ''
  const page = await app.visitor().get(trainingUrls.trainingPattern.replace(':slug', slug))
  expect(page.html).toContain(`<a href="${bookUrl(session.id)}">M’inscrire sur la liste d’attente`)
})

test('a misspelt address comes back with its words and the error beside it', async () => {
  const { session } = await aFullSession(database.db)
  const page = await app.visitor().post(waitingUrls.join(session.id), { email: 'rose@' })
  expect(page.status).toBe(422)
  expect(page.html).toContain('value="rose@"')
  expect(page.html).toContain('Cette adresse e-mail n’est pas complète')
  expect((await seatsOf(database.db, session.id)).waiting).toBe(0)
})

test('when the line is full too the page says so and shows no form', async () => {
  const { session } = await aFullSession(database.db)
  await database.db
    .updateTable('trainingSessions')
    .set({ waitingPlaces: 0 })
    .where('id', '=', session.id)
    .execute()
  const page = await app.visitor().post(waitingUrls.join(session.id), { email: 'too-late@example.org' })
  expect(page.status).toBe(409)
  expect(page.html).toContain('La liste d’attente est complète aussi')
  expect(page.html).not.toContain('name="email"')
})

test('a past session has no line any more', async () => {
  const { session } = await aFullSession(database.db)
  now = session.startsAt
  const page = await app.visitor().post(waitingUrls.join(session.id), { email: 'late@example.org' })
  now = testNow
  expect(page.status).toBe(410)
  expect((await app.visitor().post(waitingUrls.join('not-an-id'), {})).status).toBe(404)
})

test('who types the address of somebody who waits does not get that person’s link; the mailbox gets it again', async () => {
  const full = await aFullSession(database.db)
  const entry = await aWaitingPerson(database.db, full, 'victim@example.org')
  const page = await app.visitor().post(waitingUrls.join(full.session.id), { email: 'victim@example.org' })
  expect(page.status).toBe(200)
  expect(page.html).toContain('Cette adresse est déjà sur la liste')
  expect(page.html).not.toContain(entry.token)
  expect(await newestMail(entry)).toHaveLength(2)
})

test('the mail says the rank and how to leave in one tap', async () => {
  const full = await aFullSession(database.db)
  const entry = await aWaitingPerson(database.db, full, 'ranked@example.org')
  const [mail] = await newestMail(entry)
  expect(mail?.subject).toBe(
    'Liste d’attente : Prendre en main sa fiche sur la carte, lundi 30 novembre 2026, 14 h 00 (heure de Paris)',
  )
  for (const words of [
    '1er sur la liste',
    `Quitter la liste : \nhttps://pignon.example.org${waitingUrls.leave(entry.token)}`,
  ])
    expect(mail?.plain).toContain(words)
})

test('the mail of an offer says until when, and has a link to take the seat and one to let it go', async () => {
  const { entry } = await anOffer('offered@example.org')
  const mail = (await newestMail(entry)).find(({ kind }) => kind === 'bookings.waiting-offered')
  expect(mail?.subject).toContain(
    'Une place pour vous jusqu’au mardi 24 novembre 2026, 10 h 00 (heure de Paris)',
  )
  expect(mail?.plain).toContain(
    `Je prends la place : \nhttps://pignon.example.org${waitingUrls.take(entry.token)}`,
  )
  expect(mail?.html).toContain(waitingUrls.leave(entry.token))
})

test('following the links of a mail changes nothing; the button takes the seat, two times is fine', async () => {
  const { session, entry } = await anOffer('links@example.org')
  const visitor = app.visitor()
  for (const address of [waitingUrls.entry, waitingUrls.take, waitingUrls.leave]) {
    const page = await visitor.get(address(entry.token))
    expect([page.status, page.html.includes('<form method="post"')]).toEqual([200, true])
  }
  expect(await seatsOf(database.db, session.id)).toMatchObject({ offered: 1, booked: 0 })
  const [one, other] = [
    await visitor.post(waitingUrls.take(entry.token)),
    await visitor.post(waitingUrls.take(entry.token)),
  ]
  expect([one.status, other.status]).toEqual([303, 303])
  expect(one.location).toMatch(/^\/reservations\//)
  expect(other.location).toBe(one.location)
  expect((await visitor.get(waitingUrls.entry(entry.token))).html).toContain(one.location)
  expect((await visitor.post(waitingUrls.leave(entry.token))).location).toBe(one.location)
})

test('the button that lets the seat go says that one has left, and the next one has it', async () => {
  const { session, entry } = await anOffer('lets-go@example.org', 'next@example.org')
  const visitor = app.visitor()
  const gone = await visitor.post(waitingUrls.leave(entry.token))
  expect((await visitor.get(gone.location)).html).toContain('Vous avez quitté la liste d’attente')
  expect((await visitor.get(waitingUrls.leave(entry.token))).status).toBe(303)
  expect((await visitor.post(waitingUrls.take(entry.token))).status).toBe(409)
  expect(await seatsOf(database.db, session.id)).toMatchObject({ offered: 1, waiting: 0 })
})

test('an offer that has ended says so with a way to wait again, and the mail too', async () => {
  const { session, entry } = await anOffer('slow@example.org')
  now = aDayLater
  const page = await app.visitor().post(waitingUrls.take(entry.token))
  await transaction(database.db, (tx) => expireOffer(tx, now, { entryId: entry.id }))
  const kinds = (await newestMail(entry)).map(({ kind }) => kind)
  now = testNow
  expect(page.status).toBe(410)
  for (const words of ['Cette offre est terminée', 'Rien n’est réservé à votre nom', bookUrl(session.id)])
    expect(page.html).toContain(words)
  expect(kinds).toEqual(['bookings.waiting-lapsed'])
})

test('a link that is not complete leads to a page that helps', async () => {
  for (const address of [waitingUrls.entry, waitingUrls.take, waitingUrls.leave])
    for (const token of ['abc', 'a'.repeat(22)])
      expect((await app.visitor().get(address(token))).status).toBe(404)
  for (const address of [waitingUrls.take, waitingUrls.leave])
    for (const token of ['abc', 'a'.repeat(22)])
      expect((await app.visitor().post(address(token))).status).toBe(404)
})

test('one’s own space shows where one waits and what is on offer; the form leads back to one’s place', async () => {
  const owner = await app.signedInAs(null, 'space@example.org')
  const { entry } = await anOffer('space@example.org')
  const full = await aFullSession(database.db)
  const joined = await owner.post(waitingUrls.join(full.session.id))
  expect((await owner.get(bookUrl(full.session.id))).location).toBe(joined.location)
  const space = await owner.get('/mon-espace')
  for (const words of [
    'Mes listes d’attente',
    'Rang : 1er sur la liste',
    'Une place est gardée pour vous jusqu’au mardi 24 novembre 2026',
    waitingUrls.entry(entry.token),
  ])
    expect(space.html).toContain(words)
})

test('the roster shows the line; trainers and advisers do not change the number of seats', async () => {
  const { session } = await anOffer('on-roster@example.org', 'in-line@example.org')
  const adviser = await app.signedInAs('adviser')
  const page = await adviser.get(staffSessionUrl(session.id))
  for (const words of [
    'Liste d’attente',
    'Offre jusqu’au mardi 24 novembre 2026',
    '1er',
    'in-line@example.org',
  ])
    expect(page.html).toContain(words)
  expect(page.html).not.toContain('Changer le nombre de places')
  expect((await adviser.post(waitingUrls.capacity(session.id), { capacity: '9' })).status).toBe(403)
  expect((await app.visitor().post(waitingUrls.capacity(session.id), { capacity: '9' })).status).not.toBe(200)
})

test('an operator adds a seat and it goes to the line; fewer than are taken is refused with the number', async () => {
  const { session } = await anOffer('first@example.org', 'promoted@example.org')
  const operator = await app.signedInAs('operator')
  const change = (capacity: string) => operator.post(waitingUrls.capacity(session.id), { capacity })
  const raised = await change('2')
  expect((await operator.get(raised.location)).html).toContain('La session a maintenant 2 places.')
  expect(await seatsOf(database.db, session.id)).toMatchObject({ capacity: 2, offered: 2, waiting: 0 })
  const low = await change('1')
  expect(low.status).toBe(409)
  expect(low.html).toContain('2 places sont déjà prises ou gardées pour quelqu’un')
  expect((await change('many')).status).toBe(422)
})
