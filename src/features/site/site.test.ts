import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { connect } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { aDiagnostic, someAnswers } from '../../testing/a-diagnostic.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { bookUrl } from '../training-sessions/urls.ts'
import { everyQuestion } from '../programmes/programme.ts'

const database = freshDatabase()
let now = testNow
const app = anApp(database, () => now)
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))

let bakeryId: string
beforeAll(async () => {
  bakeryId = (await aBusiness(database.db, { name: 'AU PAIN DORE' })).id
  await aBusiness(database.db, { name: 'LIBRAIRIE DU QUAI' })
})

/** Other than the running application: another setting, or another database. */
async function anotherApp(services: Partial<typeof app.services>) {
  return createApp({
    services: { ...app.services, ...services },
    programme: app.programme,
    assetsFolder: 'dist/none',
  })
}

test('the home page counts the shops of the register and those that made their diagnostic', async () => {
  const before = await app.visitor().get('/')
  expect(before.status).toBe(200)
  expect(before.html).toContain('La rue est encore sombre')
  await aDiagnostic(database.db, {
    programme: app.programme,
    businessId: bakeryId,
    answers: someAnswers,
    isFinished: true,
  })
  await aDiagnostic(database.db, {
    programme: app.programme,
    businessId: bakeryId,
    answers: someAnswers,
    isFinished: true,
  })
  later(30)
  const after = await app.visitor().get('/')
  expect(after.html).toContain('Une rue, 2 commerces au registre. Fenêtre allumée : diagnostic fait (1).')
})

test('the home page announces as many questions and trainings as there are', async () => {
  const { html } = await app.visitor().get('/')
  expect(html).toContain(`${everyQuestion(app.programme).length} questions, une par page`)
  expect(html).toContain(`Voir les ${app.programme.trainings.length} formations`)
})

test('who prefers the telephone finds the number of the programme', async () => {
  const { html } = await app.visitor().get('/')
  expect(html).toContain('Vous préférez le téléphone')
  expect(html).toContain('href="tel:0199001234"')
})

test('the home page of somebody signed in is nobody else’s', async () => {
  later(30)
  const owner = await app.signedInAs('operator')
  expect((await owner.get('/')).html).toContain('href="/equipe"')
  expect((await app.visitor().get('/')).html).not.toContain('href="/equipe"')
})

test('who chooses a language keeps it for a year, and comes back to the same page', async () => {
  const visitor = app.visitor()
  expect((await visitor.get('/methode')).html).toContain('<html lang="fr"')
  const chosen = await visitor.post('/langue', { language: 'en', return: '/methode?a=1' })
  expect([chosen.status, chosen.location]).toEqual([303, '/methode?a=1'])
  expect(chosen.headers['set-cookie']).toBe('langue=en; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax')
  expect((await visitor.get('/methode', { 'accept-language': 'fr' })).html).toContain('<html lang="en"')
  await visitor.post('/langue', { language: 'fr', return: '/' })
  expect((await visitor.get('/methode', { 'accept-language': 'en' })).html).toContain('<html lang="fr"')
})

test('after a refused form the language switch leads to a page that exists', async () => {
  const session = await aTrainingSession(database.db)
  const { token } = await aDiagnostic(database.db, { programme: app.programme })
  const operator = await app.signedInAs('operator', 'switch@example.org')
  const forms: [string, Record<string, string>][] = [
    ['/connexion', { email: 'rose@' }],
    ['/connexion/code', { email: 'rose@example.org', code: '1' }],
    [bookUrl(session.id), { email: 'rose@', diagnostic: token }],
    ['/equipe/sessions', {}],
    ['/equipe/membres', {}],
    [`/diagnostic/${token}/minutes?retour=reponses`, { option: 'no-such-answer' }],
    [`/diagnostic/${'x'.repeat(22)}/terminer`, {}],
    ['/nulle-part', {}],
  ]
  for (const [path, fields] of forms) {
    const visitor = path.startsWith('/equipe') ? operator : app.visitor()
    const refused = await visitor.post(path, fields)
    expect([path, refused.status >= 400]).toEqual([path, true])
    const back = /name="return" value="([^"]*)"/.exec(refused.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const { status } = await visitor.get(back)
    // The link of the diagnostic that does not exist leads to the page that says so.
    expect([path, status]).toEqual([path, path.includes('xxx') ? 404 : 200])
  }
})

test('a private address is told neither to search engines nor to who shares a page', async () => {
  const { token } = await aDiagnostic(database.db, { programme: app.programme, isFinished: true })
  const { token: seat } = await aBooking(database.db)
  const run = `/diagnostic/${token}`
  const unknown = 'x'.repeat(22)
  const paths = [
    ...['minutes', 'reponses', 'resultat', 'no-such-question'].map((page) => `${run}/${page}`),
    ...['', '/annuler', '/no-such-page'].map((page) => `/reservations/${seat}${page}`),
    `/diagnostic/${unknown}/resultat`,
    `/reservations/${unknown}`,
  ]
  for (const path of paths) {
    const { html } = await app.visitor().get(path)
    expect([path, html.includes('noindex'), html.includes('og:')]).toEqual([path, true, false])
  }
})

test('on a site in HTTPS the choice of a language travels in HTTPS only', async () => {
  const config = { ...app.services.config, publicUrl: 'https://pignon.example.org' }
  const server = await anotherApp({ config })
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const reply = await server.inject({
    method: 'POST',
    url: '/langue',
    headers,
    payload: 'language=en&return=/',
  })
  expect(reply.headers['set-cookie']).toContain('; Secure')
  expect(reply.headers['strict-transport-security']).toContain('max-age=31536000')
  await server.close()
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/\u4F60', '/a\tb', ''])(
  'choosing a language never leads to another site: "%s" leads home',
  async (elsewhere) => {
    const chosen = await app.visitor().post('/langue', { language: 'en', return: elsewhere })
    expect([chosen.status, chosen.location]).toEqual([303, '/'])
  },
)

test('a language we do not speak changes nothing', async () => {
  const chosen = await app.visitor().post('/langue', { language: 'xx', return: '/methode' })
  expect([chosen.status, chosen.location]).toEqual([303, '/'])
  expect(chosen.headers['set-cookie']).toBeUndefined()
})

test.each(['/partenaires', '/accessibilite', '/mentions-legales', '/confidentialite', '/code-source'])(
  'the page %s says something in both languages, under one heading',
  async (path) => {
    for (const language of ['fr', 'en']) {
      const { status, html } = await app.visitor().get(path, { 'accept-language': language })
      expect(status).toBe(200)
      expect(html).toContain(`<html lang="${language}"`)
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(html).not.toMatch(/undefined|NaN|\[object/)
    }
  },
)

test('the mails of the outbox are shown to developers, and to nobody on a real site', async () => {
  expect((await app.visitor().get('/dev/mail')).status).toBe(200)
  const server = await anotherApp({ config: { ...app.services.config, devMail: false } })
  for (const path of ['/dev/mail', '/dev/mail/00000000-0000-4000-8000-000000000000'])
    expect((await server.inject(path)).statusCode).toBe(404)
  await server.close()
})

test('the mails of the outbox open on the machine itself only', async () => {
  const { server } = app
  const ask = async (more: object) => (await server.inject({ url: '/dev/mail', ...more })).statusCode
  expect(await ask({ headers: { host: 'localhost:3000' } })).toBe(200)
  expect(await ask({ headers: { host: '127.0.0.1' } })).toBe(200)
  expect(await ask({ headers: { host: 'localhost' }, remoteAddress: '192.0.2.7' })).toBe(404)
  expect(await ask({ headers: { host: 'pignon.example.org' } })).toBe(404)
})

test('a supervisor learns that the site is ready, and that it is not while its database is away', async () => {
  expect((await app.visitor().get('/readyz')).status).toBe(200)
  const db = connect({ url: 'postgres://nobody@127.0.0.1:1/nowhere' })
  const server = await anotherApp({ db })
  expect((await server.inject('/healthz')).statusCode).toBe(200)
  const ready = await server.inject('/readyz')
  expect([ready.statusCode, ready.json()]).toEqual([503, { status: 'database away' }])
  const page = await server.inject('/')
  expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '5'])
  await server.close()
  await db.destroy()
})
