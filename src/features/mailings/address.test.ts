import { beforeAll, expect, test } from 'vitest'
import { aContact } from '../../testing/a-mailing.ts'
import { anApp, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { transaction } from '../../core/db.ts'
import { findAddress } from './address-store.ts'
import { countAudience } from './contact-store.ts'
import { setAside } from './set-aside.ts'
import { mailingUrls } from './urls.ts'

const database = freshDatabase()
const app = anApp(database)
let operator: Visitor

beforeAll(async () => {
  operator = await app.signedInAs('operator')
})

const ask = (fields: Record<string, string>) => operator.post(mailingUrls.addresses, fields)

test('staff read why an address gets mailings, and set it aside for who told them so', async () => {
  await aContact(database.db, { email: 'rose@example.org' })
  const page = await ask({ email: ' Rose@Example.org ' })
  expect(page.html).toContain('Au pain doré, lors d’un diagnostic, le')
  expect(page.html).toContain('intérêt légitime')
  expect(page.html).toContain('Rien ne s’y oppose')
  const wanted = { reach: { relayId: null }, audience: { kind: 'everybody' }, topic: 'news' } as const
  const count = async () => (await countAudience(database.db, app.services.clock(), wanted)).left
  expect((await ask({ email: 'rose@example.org', act: 'aside' })).html).toContain('Mise de côté par l’équipe')
  await ask({ email: 'rose@example.org', act: 'aside' })
  expect(await count()).toEqual([{ reason: 'staff', count: 1 }])
  expect((await ask({ email: 'rose@example.org', act: 'back' })).html).toContain('Rien ne s’y oppose')
  expect(await count()).toEqual([])
})

test('what the person chose is not the team’s to take back', async () => {
  const { db } = database
  await aContact(db, { email: 'kim@example.org' })
  await ask({ email: 'kim@example.org', act: 'aside' })
  await db.updateTable('suppressions').set({ reason: 'unsubscribed' }).execute()
  const page = await ask({ email: 'kim@example.org', act: 'back' })
  expect(page.html).toContain('La personne ne veut plus recevoir : tous les envois')
})

test('an address that is none comes back', async () => {
  for (const email of ['', 'rose', 'a@b@c', 'x'.repeat(300)]) expect((await ask({ email })).status).toBe(422)
})

test('a relay manager learns nothing of an address that no business of the relay gave', async () => {
  const { db } = database
  await aContact(db, { email: 'elsewhere@example.org' })
  const relay = { name: 'Union', slug: 'union', createdAt: app.services.clock() }
  const { id } = await db.insertInto('relays').values(relay).returning('id').executeTakeFirstOrThrow()
  const manager = await aStaffActor(db, 'relay-manager', 'manager@example.org', id)
  expect(await findAddress(db, manager, 'elsewhere@example.org')).toBeNull()
  const aside = { email: 'elsewhere@example.org', isAside: true }
  const now = app.services.clock()
  expect((await transaction(db, (tx) => setAside(tx, now, manager, aside))).kind).toBe('not-found')
  const adviser = await aStaffActor(db, 'adviser')
  expect((await transaction(db, (tx) => setAside(tx, now, adviser, aside))).kind).toBe('forbidden')
})
