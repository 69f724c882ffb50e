import { expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { connect, transaction } from '../../core/db.ts'
import { anApp } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { findPersonByEmail, forgetEndedSignIns } from './store.ts'

const database = freshDatabase()
const app = anApp(database)

const lastCode = async (email: string) => {
  const mail = await database.db
    .selectFrom('mails')
    .selectAll()
    .where('recipient', '=', email)
    .orderBy('createdAt', 'desc')
    .executeTakeFirstOrThrow()
  return mail.subject.slice(0, 6)
}

test('an owner signs in with the six digits received by e-mail', async () => {
  const owner = app.visitor()
  const asked = await owner.post('/connexion', { email: ' Rose@Example.org ' })
  expect(asked.status).toBe(303)
  expect(asked.location).toBe('/connexion/code?email=rose%40example.org&retour=')
  const entered = await owner.post('/connexion/code', {
    email: 'rose@example.org',
    code: await lastCode('rose@example.org'),
  })
  expect(entered.status).toBe(303)
  expect(entered.location).toBe('/mon-espace')
  expect((await owner.get('/connexion')).status).toBe(303)
})

test('a code serves once', async () => {
  const owner = app.visitor()
  await owner.post('/connexion', { email: 'once@example.org' })
  const code = await lastCode('once@example.org')
  expect((await owner.post('/connexion/code', { email: 'once@example.org', code })).status).toBe(303)
  expect((await app.visitor().post('/connexion/code', { email: 'once@example.org', code })).status).toBe(422)
})

test('after five wrong codes even the right one is refused, until a new one is asked for', async () => {
  const owner = app.visitor()
  const email = 'five@example.org'
  await owner.post('/connexion', { email })
  const code = await lastCode(email)
  const wrong = code === '000000' ? '111111' : '000000'
  for (let tries = 0; tries < 5; tries += 1) {
    const answer = await owner.post('/connexion/code', { email, code: wrong })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('Ce code n’est pas le bon')
  }
  const sixth = await owner.post('/connexion/code', { email, code })
  expect(sixth.status).toBe(429)
  expect(sixth.html).toContain('Trop d’essais')
  await owner.post('/connexion', { email })
  expect((await owner.post('/connexion/code', { email, code: await lastCode(email) })).status).toBe(303)
})

test('a mailbox gets at most five codes in a quarter of an hour', async () => {
  const owner = app.visitor()
  for (let asked = 0; asked < 5; asked += 1)
    expect((await owner.post('/connexion', { email: 'flood@example.org' })).status).toBe(303)
  const sixth = await owner.post('/connexion', { email: 'flood@example.org' })
  expect(sixth.status).toBe(429)
  expect(sixth.html).toContain('Trop de codes')
})

test('a misspelt address comes back with its words, an error beside it and a summary that takes the focus', async () => {
  const page = await app.visitor().post('/connexion', { email: 'rose@' })
  expect(page.status).toBe(422)
  expect(page.html).toContain('value="rose@"')
  expect(page.html).toContain('href="#email"')
  expect(page.html).toMatch(/role="alert"[^>]*tabindex="-1"|tabindex="-1"[^>]*role="alert"/i)
})

test('the way back never leads to another site', async () => {
  const owner = app.visitor()
  await owner.post('/connexion', { email: 'back@example.org', retour: '//evil.example' })
  const entered = await owner.post('/connexion/code', {
    email: 'back@example.org',
    code: await lastCode('back@example.org'),
    retour: 'https://evil.example/',
  })
  expect(entered.location).toBe('/mon-espace')
})

test('a form sent from another site is refused', async () => {
  const page = await app
    .visitor()
    .post('/connexion', { email: 'rose@example.org' }, { 'sec-fetch-site': 'cross-site' })
  expect(page.status).toBe(403)
})

test('staff land on the counter, and signing out closes the door', async () => {
  const operator = await app.signedInAs('operator')
  expect((await operator.get('/connexion')).location).toBe('/equipe')
  expect((await operator.post('/deconnexion')).status).toBe(303)
  expect((await operator.get('/connexion')).status).toBe(200)
})

test('who comes by once a month stays signed in: the cookie lives on with the sign-in', async () => {
  const owner = await app.signedInAs(null, 'regular@example.org')
  expect((await owner.get('/')).headers['set-cookie']).toBeUndefined()
  const inFourWeeks = new Date(Date.now() + 2 * 86_400_000)
  await database.db.updateTable('signIns').set({ expiresAt: inFourWeeks }).execute()
  const colours = await owner.get('/marque.css')
  expect(colours.headers['cache-control']).toContain('public')
  expect(colours.headers['set-cookie']).toBeUndefined()
  expect(String((await owner.get('/')).headers['set-cookie'])).toMatch(
    /pignon\.session_token=.+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax/,
  )
})

test('a sign-in keeps nothing of the browser it was made with', async () => {
  const kept = await database.db.selectFrom('signIns').select(['ipAddress', 'userAgent']).execute()
  expect(kept.length).toBeGreaterThan(0)
  for (const { ipAddress, userAgent } of kept)
    expect([ipAddress || null, userAgent || null]).toEqual([null, null])
})

test('a stranger who reads English gets the code in English, and is known to read English', async () => {
  const english = { 'accept-language': 'en' }
  const owner = app.visitor()
  await owner.post('/connexion', { email: 'rose-english@example.org' }, english)
  const mail = await database.db
    .selectFrom('mails')
    .select('subject')
    .where('recipient', '=', 'rose-english@example.org')
    .executeTakeFirstOrThrow()
  expect(mail.subject).toMatch(/^\d{6}: your sign-in code$/)
  const code = mail.subject.slice(0, 6)
  await owner.post('/connexion/code', { email: 'rose-english@example.org', code }, english)
  const person = await findPersonByEmail(database.db, 'rose-english@example.org')
  expect(person?.language).toBe('en')
})

test('the page of the code is not shown without an address to which a code went', async () => {
  for (const query of ['', '?email=', '?email=call-this-number'])
    expect((await app.visitor().get(`/connexion/code${query}`)).location).toBe('/connexion?retour=')
  const page = await app.visitor().post('/connexion/code', { email: 'rose@', code: '123456' })
  expect(page.status).toBe(422)
  expect(page.html).toContain('href="#email"')
  expect(page.html).toContain('id="email"')
})

test.each(['/\u4F60', '/a b', '/\\evil.example', 'https://evil.example', '//evil.example'])(
  'a way back such as %s leads to one’s own space',
  async (retour) => {
    const owner = await app.signedInAs(null, 'way@example.org')
    const page = await owner.get(`/connexion?retour=${encodeURIComponent(retour)}`)
    expect([page.status, page.location]).toEqual([303, '/mon-espace'])
  },
)

test('whose sign-in ended while filling in a form comes back to a page that exists', async () => {
  const stranger = app.visitor()
  expect((await stranger.get('/equipe/membres?page=2')).location).toBe(
    '/connexion?retour=%2Fequipe%2Fmembres%3Fpage%3D2',
  )
  expect((await stranger.post('/equipe/membres')).location).toBe('/connexion?retour=%2Fequipe')
})

test('signing out without having signed in leads home too', async () => {
  const stranger = await app.visitor().post('/deconnexion')
  expect([stranger.status, stranger.location]).toEqual([303, '/'])
})

test('a sign-in that nobody used for thirty days is forgotten', async () => {
  const at = app.services.clock()
  const signInOf = (email: string) =>
    database.db
      .selectFrom('signIns')
      .innerJoin('people', 'people.id', 'signIns.personId')
      .select('signIns.id')
      .where('email', '=', email)
  for (const [email, age] of [
    ['gone@example.org', 1],
    ['here@example.org', -1],
  ] as const) {
    await app.signedInAs(null, email)
    const expiresAt = new Date(at.getTime() - age)
    await database.db.updateTable('signIns').set({ expiresAt }).where('id', 'in', signInOf(email)).execute()
  }
  await transaction(database.db, (tx) => forgetEndedSignIns(tx, at))
  expect(await signInOf('gone@example.org').execute()).toEqual([])
  expect(await signInOf('here@example.org').execute()).toHaveLength(1)
})

test('who is signed in is told to wait a moment when the database is away, like everybody', async () => {
  const owner = await app.signedInAs(null, 'patient@example.org')
  const db = connect({ url: 'postgres://nobody@127.0.0.1:1/nowhere' })
  const away = await createApp({
    services: { ...app.services, db },
    programme: app.programme,
    assetsFolder: 'dist/none',
  })
  const reply = await away.inject({ url: '/methode', headers: { cookie: owner.cookie() } })
  expect(reply.statusCode).toBe(503)
  await away.close()
  await db.destroy()
})
