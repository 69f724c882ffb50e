import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aContact, aDraft, theMailing } from '../../testing/a-mailing.ts'
import { transaction } from '../../core/db.ts'
import { anApp, testNow, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { anyBusiness } from '../segments/rule.ts'
import { insertSegment } from '../segments/segment-store.ts'
import { followers, mailingStates } from './mailing.ts'
import { mailingUrls } from './urls.ts'

const database = freshDatabase()
const app = anApp(database)
let operator: Visitor

beforeAll(async () => {
  operator = await app.signedInAs('operator')
})

beforeEach(async () => {
  const { db } = database
  for (const table of ['recipients', 'mailings', 'diagnostics'] as const) await db.deleteFrom(table).execute()
})

const form = {
  topic: 'trainings',
  audience: 'everybody',
  subject: 'Une formation pour {{commerce}}',
  preheader: 'Gratuite',
  body: 'Bonjour {{commerce}}.\n\n{{diagnostic}}',
}

const kept = () => database.db.selectFrom('mailings').selectAll().execute()

test('an operator drafts a mailing, sees who would get it, and sends it once', async () => {
  await aContact(database.db)
  await aContact(database.db, { business: { diffusion: 'P' } })
  const saved = await operator.post(mailingUrls.list, form)
  expect(saved.status).toBe(303)
  const page = await operator.get(saved.location)
  expect(page.html).toContain('1 personne le recevrait')
  expect(page.html).toContain('ne veulent pas apparaître au registre')
  expect(page.html).toContain('Pas de texte en anglais')
  const [mailing] = await kept()
  const { id = '', changedAt = testNow } = mailing ?? {}
  const send = () => operator.post(mailingUrls.send(id), { vu: String(changedAt.getTime()) })
  const answers = await Promise.all([send(), send()])
  expect(new Set(answers.map(({ location }) => location.split('=')[1]))).toEqual(new Set(['parti', 'rien']))
  expect((await theMailing(database.db, id)).state).toBe('scheduled')
  expect((await operator.post(mailingUrls.change(id), form)).location).toContain('fait=rien')
})

test('a mailing to a segment keeps the rule as it was, and one that is gone is told', async () => {
  const { db } = database
  const inMetz = await aContact(db, { business: { departmentCode: '57' } })
  await aContact(db, { business: { departmentCode: '51' } })
  const rule = { ...anyBusiness, place: { kind: 'department', code: '57' } } as const
  const { personId: madeBy } = await aStaffActor(db, 'operator')
  const segment = await transaction(db, (tx) =>
    insertSegment(tx, testNow, { name: `Moselle ${inMetz.businessId}`, relayId: null, rule, madeBy }),
  )
  expect((await operator.get(mailingUrls.draft)).html).toContain(`Moselle ${inMetz.businessId}`)
  const fields = { ...form, audience: 'segment', segment: segment ?? '' }
  const saved = await operator.post(mailingUrls.list, fields)
  const page = await operator.get(saved.location)
  expect(page.html).toContain('1 personne le recevrait')
  expect(page.html).toContain('Moselle')
  await db.deleteFrom('segments').where('id', '=', segment).execute()
  expect((await operator.get(saved.location)).html).toContain('1 personne le recevrait')
  for (const gone of [segment ?? '', '', 'x']) {
    const again = await operator.post(mailingUrls.list, { ...fields, segment: gone })
    expect([again.status, again.html.includes('Choisissez un segment de la liste')]).toEqual([422, true])
  }
  await db
    .updateTable('mailings')
    .set({ audience: { kind: 'segment', rule: { version: 9 } } })
    .execute()
  expect((await operator.get(saved.location)).status).toBe(200)
})

test('a text that changed after it was looked at does not leave', async () => {
  const id = await aDraft(database.db)
  const { changedAt } = await theMailing(database.db, id)
  await operator.post(mailingUrls.change(id), { ...form, subject: 'Autre objet' })
  const sent = await operator.post(mailingUrls.send(id), { vu: String(changedAt.getTime()) })
  expect(sent.location).toContain('fait=change')
  expect((await theMailing(database.db, id)).state).toBe('draft')
})

test.each([
  [{ subject: '' }, 'Écrivez l’objet'],
  [{ subject: 'Bonjour\r\nBcc: tous@example.org' }, 'L’objet tient sur une ligne'],
  [{ subject: 'x'.repeat(40_000) }, 'L’objet est trop long'],
  [{ body: '' }, 'Écrivez le texte'],
  [{ body: 'Bonjour {{prenom}}' }, 'Entre doubles accolades'],
  [{ audience: 'department', department: '99' }, 'Écrivez le numéro d’un département'],
  [{ 'subject-en': 'Only a subject' }, 'Il faut l’objet et le texte en anglais'],
  [{ topic: 'advertising' }, 'Choisissez de quoi parle l’envoi'],
])('a form with %o comes back as it was typed', async (wrong, message) => {
  const again = await operator.post(mailingUrls.list, { ...form, ...wrong })
  expect(again.status).toBe(422)
  expect(again.html).toContain(message)
  expect(await kept()).toEqual([])
})

test('a relay manager writes for the relay, in its name, and sees no other mailing', async () => {
  const { db } = database
  const relay = {
    name: 'Union de Bretagne',
    slug: 'union-de-bretagne',
    createdAt: testNow,
    phone: '02 99 00 00 00',
  }
  const { id: relayId } = await db
    .insertInto('relays')
    .values(relay)
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ name: relay.name }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const here = await aContact(db)
  await aContact(db)
  const given = { relayId, businessId: here.businessId, source: 'Essai', addedAt: testNow }
  await db.insertInto('relayBusinesses').values(given).execute()
  const others = await aDraft(db)
  const { email } = await aStaffActor(db, 'relay-manager', 'manager@example.org', relayId)
  const manager = app.visitor()
  await manager.post('/connexion', { email })
  const { subject } = await db
    .selectFrom('mails')
    .select('subject')
    .where('recipient', '=', email)
    .orderBy('createdAt', 'desc')
    .executeTakeFirstOrThrow()
  await manager.post('/connexion/code', { email, code: subject.slice(0, 6) })
  const saved = await manager.post(mailingUrls.list, form)
  const page = await manager.get(saved.location)
  expect(page.html).toContain('Union de Bretagne')
  expect(page.html).toContain('1 personne le recevrait')
  const [own] = (await kept()).filter((mailing) => mailing.relayId === relayId)
  const frame = await manager.get(mailingUrls.frame(own?.id ?? '', 'fr'))
  expect(frame.html).toContain('· Union de Bretagne')
  for (const address of [
    mailingUrls.mailing(others),
    mailingUrls.preview(others),
    mailingUrls.change(others),
  ])
    expect((await manager.get(address)).status, address).toBe(404)
  for (const address of [mailingUrls.send(others), mailingUrls.pause(others), mailingUrls.stop(others)])
    expect((await manager.post(address, { vu: '1' })).status, address).toBe(404)
  expect((await manager.get(mailingUrls.list)).html).not.toContain(mailingUrls.mailing(others))
})

test.each(['adviser', 'trainer', null] as const)('%s has nothing to do with mailings', async (role) => {
  const visitor = await app.signedInAs(role)
  const id = await aDraft(database.db)
  for (const address of [
    mailingUrls.list,
    mailingUrls.draft,
    mailingUrls.mailing(id),
    mailingUrls.preview(id),
  ])
    expect((await visitor.get(address)).status, address).toBe(404)
  for (const address of [mailingUrls.list, mailingUrls.send(id), mailingUrls.stop(id), mailingUrls.test(id)])
    expect((await visitor.post(address, { ...form, vu: '1' })).status, address).toBe(404)
  expect((await theMailing(database.db, id)).state).toBe('draft')
})

test('the preview runs nothing, fetches nothing and shows itself in our pages only', async () => {
  const id = await aDraft(database.db)
  const page = await operator.get(mailingUrls.preview(id))
  expect(page.html.match(/<iframe/g)).toHaveLength(4)
  expect(page.html).toContain('width="360"')
  expect(page.html).toContain('width="1280"')
  expect(String(page.headers['content-security-policy'])).toContain("frame-src 'self'")
  const frame = await operator.get(mailingUrls.frame(id, 'fr'))
  expect(String(frame.headers['content-security-policy'])).toContain("default-src 'none'")
  expect(frame.html).toContain('Bonjour Au pain doré à Metz')
  expect(frame.html).toContain('Ne plus recevoir ces messages')
  expect(frame.html).not.toContain('{{')
})

test('a test goes to who asks and to nobody else', async () => {
  const id = await aDraft(database.db)
  await operator.post(mailingUrls.test(id), { language: 'en' })
  const mails = await database.db
    .selectFrom('mails')
    .select(['recipient', 'subject', 'plain'])
    .where('kind', '=', 'mailings.test')
    .execute()
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({
    recipient: 'operator@example.org',
    subject: '[Test] A training for Au pain doré',
  })
  const link = /\/u\/[\w-]+/.exec(mails[0]?.plain ?? '')?.[0] ?? ''
  expect((await operator.get(link)).status).toBe(200)
})

test('a day and an hour are those of Paris; an hour that does not exist is refused', async () => {
  const id = await aDraft(database.db)
  const { changedAt } = await theMailing(database.db, id)
  await aContact(database.db)
  const send = (le: string, heure: string) =>
    operator.post(mailingUrls.send(id), { vu: String(changedAt.getTime()), le, heure })
  expect((await send('2027-03-28', '02:30')).status).toBe(422)
  expect((await send('2027-01-05', '9h')).status).toBe(303)
  expect((await theMailing(database.db, id)).startsAt).toEqual(new Date('2027-01-05T08:00:00Z'))
})

test('every state can be reached, and the ends are meant', () => {
  const reached = new Set(Object.values(followers).flat())
  expect(mailingStates.filter((state) => state !== 'draft' && !reached.has(state))).toEqual([])
  expect(mailingStates.filter((state) => followers[state].length === 0)).toEqual(['stopped', 'done'])
})
