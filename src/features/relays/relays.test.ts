import { beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { anApp, testNow, type Visitor } from '../../testing/app.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { aFullSession, aWish } from '../../testing/a-waiting-line.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { joinLine } from '../bookings/join-line.ts'
import { bookingUrls } from '../bookings/urls.ts'
import { startDiagnostic } from '../diagnostics/start-diagnostic.ts'
import { entryUrls } from '../entries/urls.ts'
import { staffUrls } from '../staff/urls.ts'
import { staffSessionUrl } from '../training-sessions/urls.ts'
import { relayUrls } from './urls.ts'

const database = freshDatabase()
const app = anApp(database)

type Who = 'operator' | 'adviser' | 'trainer' | 'ofMoselle' | 'adviserOfMoselle'
const staff = {} as Record<Who, Visitor>
const shops = {} as Record<'metz' | 'reims' | 'paris' | 'given', { id: string; name: string; siret: string }>
let moselle: string
let sessionId: string

const aShop = async (siret: string, name: string, communeCode: string) => {
  const place = {
    communeCode,
    commune: name,
    departmentCode: communeCode.slice(0, 2),
    postalCode: null,
    street: null,
  }
  return { ...(await aBusiness(database.db, { siret, name, sign: null, ...place })), name }
}

/** Somebody of the relay signs in. */
async function ofMoselle(role: 'relay-manager' | 'adviser', email: string): Promise<Visitor> {
  await aStaffActor(database.db, role, email, moselle)
  return app.signedInAs(null, email)
}

beforeAll(async () => {
  shops.metz = await aShop('73282932000074', 'FLEURS DE METZ', '57463')
  shops.reims = await aShop('35600000000048', 'FLEURS DE REIMS', '51454')
  shops.paris = await aShop('55208131766522', 'FLEURS DE PARIS', '75101')
  shops.given = await aShop('44306184100047', 'FLEURS DE LYON', '69123')
  for (const role of ['operator', 'adviser', 'trainer'] as const) staff[role] = await app.signedInAs(role)
  const fields = { name: 'Union de la Moselle', territory: 'moselle', phone: '03 87 00 00 00' }
  const opened = await staff.operator.post(relayUrls.list, fields)
  moselle = /relais\/([^?]+)\?fait=ouvert/.exec(opened.location)?.[1] ?? ''
  staff.ofMoselle = await ofMoselle('relay-manager', 'moselle@example.org')
  staff.adviserOfMoselle = await ofMoselle('adviser', 'conseil-moselle@example.org')
  const session = await aTrainingSession(database.db)
  sessionId = session.id
  for (const { id, name } of [shops.metz, shops.reims])
    await aBooking(database.db, {
      session,
      businessId: id,
      email: `${name.toLowerCase().replaceAll(' ', '-')}@x.org`,
    })
})

test('a relay shows its territory, and an operator gives it members from elsewhere', async () => {
  const page = await staff.operator.get(relayUrls.relay(moselle))
  for (const words of ['Union de la Moselle', 'Moselle (département)', '03 87 00 00 00'])
    expect(page.html).toContain(words)
  const fields = { source: 'Adhérents 2026', sirets: `${shops.given.siret}\n ${shops.metz.siret} \n` }
  const given = await staff.operator.post(relayUrls.given(moselle), fields)
  expect(given.location).toBe(`${relayUrls.relay(moselle)}?rattaches=2&connus=2`)
  const again = await staff.operator.post(relayUrls.given(moselle), fields)
  expect(again.location).toContain('rattaches=0&connus=2')
  const wrong = await staff.operator.post(relayUrls.given(moselle), { ...fields, sirets: '5.23844E+13' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('5.23844E+13')
})

describe('staff of a relay', () => {
  test.each(['ofMoselle', 'adviserOfMoselle'] as const)(
    '%s finds its businesses, and no others',
    async (who) => {
      const list = await staff[who].get(staffUrls.businesses)
      for (const { name } of [shops.metz, shops.given]) expect(list.html).toContain(name)
      for (const { name } of [shops.reims, shops.paris]) expect(list.html).not.toContain(name)
      for (const query of ['?q=fleurs', `?q=${shops.reims.siret}`, '?ville=reims', '?q=fleurs&relais=x']) {
        const found = await staff[who].get(`${staffUrls.businesses}${query}`)
        expect(found.html).not.toContain(shops.reims.name)
      }
    },
  )

  test('what belongs to others is not there: story, diagnostic, booking', async () => {
    const { id } = shops.reims
    const run = await transaction(database.db, (tx) =>
      startDiagnostic(tx, testNow, {
        programme: app.programme,
        businessId: id,
        language: 'fr',
        personId: null,
      }),
    )
    const runId = run.kind === 'started' ? run.diagnosticId : ''
    const addresses = [
      `${staffUrls.businesses}/${id}`,
      entryUrls.beginFor(id),
      entryUrls.run(runId),
      entryUrls.result(runId),
      bookingUrls.chooseForBusiness(id),
    ]
    const statuses = async (who: Who) =>
      Promise.all(addresses.map(async (path) => (await staff[who].get(path)).status))
    expect(await statuses('ofMoselle')).toEqual([404, 404, 404, 404, 404])
    expect(await statuses('adviserOfMoselle')).toEqual([404, 404, 404, 404, 404])
    expect(await statuses('adviser')).not.toContain(404)
    const own = addresses
      .map((path) => path.replace(id, shops.metz.id))
      .filter((path) => path.includes(shops.metz.id))
    for (const path of own) expect((await staff.ofMoselle.get(path)).status).toBe(200)
    const form = { key: 'a3bb189e-8bf9-4ace-9c5b-000000000001', channel: 'phone', commerce: id }
    expect((await staff.ofMoselle.post(entryUrls.begin, form)).status).not.toBe(303)
    const enrol = { email: 'x@x.org', siret: shops.reims.siret }
    expect((await staff.ofMoselle.post(bookingUrls.enrol(sessionId), enrol)).html).toContain(
      'n’est pas dans notre registre',
    )
  })

  test('of a roster they read the people of their businesses only, and the true rank of who waits', async () => {
    const roster = await staff.ofMoselle.get(staffSessionUrl(sessionId))
    expect(roster.html).toContain('fleurs-de-metz@x.org')
    expect(roster.html).not.toContain('reims')
    const { session } = await aFullSession(database.db)
    for (const { id, name } of [shops.reims, shops.metz]) {
      const wish = { ...aWish(session.id, `waits-${name.slice(-4).toLowerCase()}@x.org`), businessId: id }
      await transaction(database.db, (tx) => joinLine(tx, testNow, wish))
    }
    const line = await staff.ofMoselle.get(staffSessionUrl(session.id))
    expect(line.html).toContain('waits-metz@x.org')
    expect(line.html).not.toContain('waits-eims@x.org')
    expect(line.html).toContain('2e')
  })

  test('their figures are those of their businesses', async () => {
    const figure = async (who: Who, query = '') => {
      const { html } = await staff[who].get(`${staffUrls.indicators}${query}`)
      return [...html.matchAll(/<b>([\d ]+)<\/b>/g)].map(([, value]) => value)
    }
    expect((await figure('ofMoselle'))[0]).toBe('2')
    expect((await figure('operator'))[0]).toBe('4')
    expect(await figure('operator', `?relais=${moselle}`)).toEqual(await figure('ofMoselle'))
  })

  test('they read their relay, change nothing in it, and know nothing of the others', async () => {
    const own = await staff.ofMoselle.get(relayUrls.relay(moselle))
    expect(own.html).toContain('Moselle (département)')
    expect(own.html).not.toContain('<form method="post" action="/equipe/relais')
    const marne = await staff.operator.post(relayUrls.list, { name: 'Union de la Marne', territory: '51' })
    const other = marne.location.split('?')[0] ?? ''
    expect((await staff.ofMoselle.get(other)).status).toBe(404)
    for (const who of ['ofMoselle', 'adviser', 'trainer'] as const) {
      expect((await staff[who].get(relayUrls.list)).status).toBe(404)
      expect((await staff[who].post(relayUrls.list, { name: 'X', territory: '' })).status).toBe(404)
      expect((await staff[who].post(relayUrls.relay(moselle), { name: 'X', territory: '' })).status).toBe(404)
      const given = { source: 'X', sirets: shops.paris.siret }
      expect((await staff[who].post(relayUrls.given(moselle), given)).status).toBe(404)
    }
    for (const page of [staffUrls.imports, staffUrls.members, staffUrls.content])
      expect((await staff.ofMoselle.get(page)).status).toBe(403)
  })
})

test('a territory that is nothing, or several things, is told beside the field; a name is taken once', async () => {
  const open = (fields: Record<string, string>) =>
    staff.operator.post(relayUrls.list, { name: 'Essai', ...fields })
  const nothing = await open({ territory: '57\nSyldavie' })
  expect([nothing.status, nothing.html.includes('« Syldavie » ne désigne rien')]).toEqual([422, true])
  const several = await open({ territory: 'Saint-Denis' })
  expect(several.html).toContain('93066 (département 93)')
  expect(several.html).toContain('>Saint-Denis</textarea>')
  expect((await open({ name: 'union de la MOSELLE', territory: '' })).status).toBe(409)
  expect((await open({ name: '', territory: '' })).status).toBe(422)
  const two = await Promise.all([1, 2].map(() => open({ name: 'Deux fois', territory: '' })))
  expect(two.map(({ status }) => String(status)).toSorted()).toEqual(['303', '409'])
})

test('a territory may change: its team sees the new one at once', async () => {
  const changed = await staff.operator.post(relayUrls.relay(moselle), {
    name: 'Union de la Moselle',
    territory: 'Reims',
  })
  expect(changed.location).toContain('fait=change')
  const list = await staff.ofMoselle.get(staffUrls.businesses)
  expect(list.html).toContain(shops.reims.name)
  const form = await staff.operator.get(relayUrls.relay(moselle))
  expect(form.html).toContain('>51454</textarea>')
})

test('a relay manager is invited into a relay, and into none it cannot be', async () => {
  const invite = (fields: Record<string, string>) =>
    staff.operator.post(staffUrls.members, {
      name: 'Lou',
      email: 'lou@example.org',
      role: 'relay-manager',
      ...fields,
    })
  const none = await invite({ relay: '' })
  expect([none.status, none.html.includes('Choisissez le relais')]).toEqual([422, true])
  expect((await invite({ relay: '00000000-0000-4000-8000-000000000000' })).status).toBe(422)
  const done = await invite({ relay: moselle })
  expect(done.status).toBe(303)
  expect((await staff.operator.get(done.location)).html).toContain('relais, Union de la Moselle')
  const trainer = await invite({ email: 'trainer2@example.org', role: 'trainer', relay: moselle })
  expect(trainer.status).toBe(303)
})
