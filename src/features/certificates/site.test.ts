import { expect, test } from 'vitest'
import { newPrintedCode, newToken } from '../../core/clock.ts'
import { aGraduate, anAttempt, noteAsPresent } from '../../testing/a-learner.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, testNow, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { readPdf } from '../../testing/read-pdf.ts'
import { findPersonByEmail } from '../accounts/store.ts'
import { findTraining } from '../programmes/programme.ts'
import { learningUrls } from '../trainings/urls.ts'
import { writtenCode } from './certificate.ts'
import { certificateUrls } from './urls.ts'

const database = freshDatabase()
const app = anApp(database, () => testNow)

const slug = () => findTraining(app.programme, 'F01')?.slug ?? ''
const graduate = () => aGraduate(database.db, app.programme, testNow)
const eve = new Date(testNow.getTime() - 86_400_000)

const ask = (visitor: Visitor, reservation: string, name: string) =>
  visitor.post(learningUrls.certificate(slug()), { reservation, name })

/** Issued by the form, as a person would. */
async function aCertificate(name = 'Rose Lefèvre') {
  const booking = await graduate()
  const { location } = await ask(app.visitor(), booking.token, name)
  return { booking, address: location, code: location.split('/').at(-1) ?? '' }
}

const fromElsewhere = (path: string, address: string) =>
  app.server.inject({
    url: path,
    remoteAddress: address,
    headers: { host: 'localhost:3000', 'accept-language': 'fr' },
  })

test('who followed the training and passed the quiz types a name and has the certificate', async () => {
  const booking = await graduate()
  const visitor = app.visitor()
  const form = await visitor.get(learningUrls.certificate(slug(), booking.token))
  expect(form.status).toBe(200)
  expect(form.html).toContain('Le nom à écrire sur le certificat')
  const sent = await ask(visitor, booking.token, '  rose   Lefèvre ')
  expect(sent.status).toBe(303)
  expect(sent.location).toMatch(/^\/certificats\/[a-z2-9]{26}$/)
  const page = await visitor.get(sent.location)
  for (const words of [
    'Ce certificat est authentique',
    'rose Lefèvre',
    findTraining(app.programme, 'F01')?.title.fr ?? '',
    'dimanche 22 novembre 2026, en direct',
    '30 minutes',
    app.programme.name,
    app.programme.organisation,
    writtenCode(sent.location.split('/').at(-1) ?? ''),
    'noindex',
  ])
    expect(page.html).toContain(words)
  expect(page.html).not.toContain(booking.email)
})

test('who comes back finds the same certificate, whatever name is typed now', async () => {
  const { booking, address } = await aCertificate()
  const visitor = app.visitor()
  expect((await visitor.get(learningUrls.certificate(slug(), booking.token))).location).toBe(address)
  expect((await ask(visitor, booking.token, 'Somebody Else')).location).toBe(address)
  expect((await visitor.get(address)).html).toContain('Rose Lefèvre')
})

test('the certificate speaks the language of the page it was asked on, whoever reads it later', async () => {
  const booking = await graduate()
  const fields = { reservation: booking.token, name: 'Rose Lefèvre' }
  const english = { 'accept-language': 'en' }
  const { location } = await app.visitor().post(learningUrls.certificate(slug()), fields, english)
  const title = findTraining(app.programme, 'F01')?.title.en ?? ''
  const page = await app.visitor().get(location)
  expect(page.html).toContain(`<strong lang="en">${title}</strong>`)
  expect(page.html).toContain('Ce certificat est authentique')
  const paper = await fromElsewhere(`${location}/certificat.pdf`, '203.0.113.12')
  expect(paper.headers['content-disposition']).toBe(`attachment; filename="certificate-${slug()}.pdf"`)
  expect(readPdf(paper.rawPayload).text).toContain('/Lang (en)')
})

test('five parallel clicks on the button lead to one page', async () => {
  const booking = await graduate()
  const clicks = await Promise.all(Array.from({ length: 5 }, () => ask(app.visitor(), booking.token, 'Rose')))
  expect(new Set(clicks.map(({ location }) => location)).size).toBe(1)
  expect(clicks.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
})

test.each([
  ['', 'Écrivez le nom'],
  ['   ', 'Écrivez le nom'],
  ['-', 'Écrivez le nom'],
  ['Роза', 'lettres latines'],
  ['Rose <b>', 'lettres latines'],
  ['R'.repeat(81), '80 signes au plus'],
])('the name "%s" comes back with what is wrong beside it', async (name, says) => {
  const booking = await graduate()
  const again = await ask(app.visitor(), booking.token, name)
  expect(again.status).toBe(422)
  expect(again.html).toContain('id="name-error"')
  expect(again.html).toContain(says)
  expect(again.html).not.toContain('<b>')
  const owned = database.db.selectFrom('certificates').select('id').where('personId', '=', booking.personId)
  expect(await owned.execute()).toEqual([])
})

test('what is missing is named, with the way to it', async () => {
  const session = await aTrainingSession(database.db, { startsAt: eve })
  const booking = await aBooking(database.db, { session, at: new Date(eve.getTime() - 1000) })
  const visitor = app.visitor()
  const both = await visitor.get(learningUrls.certificate(slug(), booking.token))
  expect(both.html).toContain('Nous ne savons pas encore que vous avez suivi la formation')
  expect(both.html).toContain('Le quiz n’est pas fait.')
  expect(both.html).toContain(`href="${learningUrls.quiz(slug(), booking.token)}"`)
  await noteAsPresent(database.db, booking)
  await anAttempt(database.db, {
    programme: app.programme,
    personId: booking.personId,
    wrong: 3,
    at: testNow,
  })
  const quizOnly = await ask(visitor, booking.token, 'Rose Lefèvre')
  expect(quizOnly.status).toBe(409)
  expect(quizOnly.html).toContain('votre présence a été notée')
  expect(quizOnly.html).toContain('Le quiz n’est pas encore réussi')
})

test('a stranger gets no certificate, and learns nothing of anybody’s', async () => {
  const { booking } = await aCertificate()
  expect((await app.visitor().get(learningUrls.certificate(slug()))).status).toBe(403)
  expect((await ask(app.visitor(), newToken(), 'Rose')).status).toBe(403)
  const other = await aBooking(database.db)
  const page = await app.visitor().get(learningUrls.certificate(slug(), other.token))
  expect(page.html).not.toContain(booking.token)
  expect(page.html).not.toContain('Rose')
})

test('a code is found however it is typed: spaces, hyphens, small or capital letters', async () => {
  const { code, address } = await aCertificate()
  const visitor = app.visitor()
  const typed = [code, writtenCode(code), ` ${Array.from(code.toUpperCase()).join(' ')} `]
  for (const words of typed) {
    const reply = await visitor.get(`${certificateUrls.lookUp}?code=${encodeURIComponent(words)}`)
    expect(reply.location).toBe(address)
  }
  expect((await visitor.get(certificateUrls.certificate(writtenCode(code)))).location).toBe(address)
})

test('an unknown or malformed code is told so, on a page to type it again', async () => {
  for (const path of [
    certificateUrls.certificate(newPrintedCode()),
    certificateUrls.certificate('K7QF3'),
    `${certificateUrls.lookUp}?code=K7QF3`,
    certificateUrls.paper(newPrintedCode()),
    certificateUrls.certificate('%3Cscript%3E'),
  ]) {
    const page = await app.visitor().get(path)
    expect(page.status).toBe(404)
    expect(page.html).toContain('Aucun certificat n’a ce code')
    expect(page.html).toContain('name="code"')
    expect(page.html).toContain('noindex')
    expect(page.html).not.toContain('<script>')
  }
  expect((await app.visitor().get(`${certificateUrls.lookUp}?code=+`)).status).toBe(422)
  expect((await app.visitor().get(certificateUrls.lookUp)).status).toBe(200)
})

test('a program that looks up code after code is stopped, and nobody else', async () => {
  const { address } = await aCertificate()
  const statuses: number[] = []
  for (let i = 0; i < 101; i += 1)
    statuses.push(
      (await fromElsewhere(certificateUrls.certificate(newPrintedCode()), '203.0.113.9')).statusCode,
    )
  expect(statuses.filter((status) => status === 404)).toHaveLength(100)
  expect(statuses.at(-1)).toBe(429)
  expect((await fromElsewhere(address, '203.0.113.9')).statusCode).toBe(429)
  expect((await fromElsewhere(address, '203.0.113.10')).statusCode).toBe(200)
})

test('the certificate is a PDF with its name, kept by no cache and by no search engine, the same each time', async () => {
  const { code } = await aCertificate()
  const reply = await fromElsewhere(certificateUrls.paper(code), '203.0.113.11')
  expect(reply.statusCode).toBe(200)
  expect(reply.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="certificat-${slug()}.pdf"`,
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
  })
  const { text } = readPdf(reply.rawPayload)
  expect(text).toContain(`/URI (http://localhost:3000/certificats/${code})`)
  const again = await fromElsewhere(certificateUrls.paper(code), '203.0.113.11')
  expect(again.rawPayload.equals(reply.rawPayload)).toBe(true)
})

test('one’s own page holds the certificates, the quizzes on the way and what is left to do', async () => {
  expect((await app.visitor().get(learningUrls.own)).location).toContain('/connexion')
  const email = 'rose@example.org'
  const owner = await app.signedInAs(null, email)
  expect((await owner.get('/mon-espace')).html).toContain(`href="${learningUrls.own}"`)
  expect((await owner.get(learningUrls.own)).html).toContain('Aucun quiz pour l’instant')
  const session = await aTrainingSession(database.db, { startsAt: eve })
  const booking = await aBooking(database.db, { session, email, at: new Date(eve.getTime() - 1000) })
  expect((await owner.get(learningUrls.own)).html).toContain('À faire après vos formations')
  const personId = (await findPersonByEmail(database.db, email))?.id ?? ''
  await anAttempt(database.db, { programme: app.programme, personId, at: testNow })
  expect((await owner.get(learningUrls.own)).html).toContain('réussi')
  await noteAsPresent(database.db, booking)
  const { location } = await ask(owner, '', 'Rose')
  const page = await owner.get(learningUrls.own)
  expect(page.html).toContain(`href="${location}"`)
  expect(page.html).not.toContain('Mes quiz</h2>')
  expect(page.headers['cache-control']).toBe('private, no-store')
})
