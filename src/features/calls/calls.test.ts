import { beforeAll, expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { anApp, testNow, type Visitor } from '../../testing/app.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { everywhere } from '../businesses/reach-store.ts'
import { keepRelay } from '../relays/keep-relay.ts'
import { startDiagnostic } from '../diagnostics/start-diagnostic.ts'
import { bestHours, type CallOutcome } from './call.ts'
import { noteCall } from './note-call.ts'
import { listCalls, listCallsToMake } from './store.ts'
import { callUrls } from './urls.ts'

const database = freshDatabase()
const now = testNow
const app = anApp(database)
let adviser: Visitor

beforeAll(async () => {
  adviser = await app.signedInAs('adviser')
})

const day = 86_400_000
const days = (count: number) => new Date(testNow.getTime() + count * day)
const today = (at: Date) => at.toISOString().slice(0, 10)
async function aShop(name: string, communeCode = '57463'): Promise<string> {
  return (await aBusiness(database.db, { name, sign: null, communeCode, departmentCode: '57' })).id
}

async function aRun(businessId: string, startedAt: Date, finishedAt: Date | null = null): Promise<void> {
  const request = { programme: app.programme, businessId, language: 'fr', personId: null } as const
  const run = await transaction(database.db, (tx) => startDiagnostic(tx, startedAt, request))
  if (run.kind !== 'started') throw new Error(run.kind)
  await database.db
    .updateTable('diagnostics')
    .set({ finishedAt })
    .where('id', '=', run.diagnosticId)
    .execute()
}

const toMake = async (at = now, reach = everywhere) => {
  const calls = await listCallsToMake(database.db, at, { reach, today: today(at), limit: 50 })
  return calls.map(({ name, reason }) => `${name}: ${reason}`)
}

async function note(businessId: string, outcome: CallOutcome, at = now, nextCallOn: string | null = null) {
  const actor = await aStaffActor(database.db, 'adviser')
  const call = { businessId, outcome, note: 'Dit au téléphone.', nextCallOn, formKey: null }
  return transaction(database.db, (tx) => noteCall(tx, at, actor, call))
}

test('a diagnostic half-way for two days, a plan asleep for two weeks and an absence each make a call, once a shop', async () => {
  const half = await aShop('MOITIE')
  await aRun(half, days(-3))
  const fresh = await aShop('FRAIS')
  await aRun(fresh, days(-1))
  const asleep = await aShop('DORT')
  await aRun(asleep, days(-40))
  await aRun(asleep, days(-21), days(-20))
  const booked = await aShop('INSCRIT')
  await aRun(booked, days(-21), days(-20))
  await aBooking(database.db, { businessId: booked, at: testNow })
  const absent = await aShop('ABSENT')
  await aRun(absent, days(-3))
  const session = await aTrainingSession(database.db, { startsAt: days(-2) })
  const booking = await aBooking(database.db, { businessId: absent, session, at: days(-5) })
  const { personId: declaredBy } = await aStaffActor(database.db, 'operator')
  const said = { bookingId: booking.id, seat: 0, state: 'absent', declaredBy, declaredAt: testNow }
  await database.db.insertInto('attendanceDeclarations').values(said).execute()
  expect(await toMake()).toEqual(['ABSENT: absent', 'MOITIE: unfinished', 'DORT: plan-sleeps'])
  const page = await adviser.get(callUrls.list)
  expect(page.html).toContain('Diagnostic pas fini, 20 nov. 2026')
  expect(page.html).toContain('Jamais appelé')
})

test('who was called is left in peace for seven days, unless another day was agreed', async () => {
  const shop = await aShop('PAIX')
  await aRun(shop, days(-3))
  await note(shop, 'no-answer')
  expect(await toMake()).not.toContain('PAIX: unfinished')
  expect(await toMake(days(6))).not.toContain('PAIX: unfinished')
  expect(await toMake(days(8))).toContain('PAIX: unfinished')
  await note(shop, 'call-back', days(8), today(days(10)))
  expect(await toMake(days(9))).not.toContain('PAIX: agreed')
  expect((await toMake(days(10)))[0]).toBe('PAIX: agreed')
  await note(shop, 'reached', days(10))
  expect(await toMake(days(11))).not.toContain('PAIX: agreed')
})

test('who does not want to be contacted is called by nobody, until it says otherwise', async () => {
  const shop = await aShop('REFUS')
  await aRun(shop, days(-3))
  await note(shop, 'call-back', now, today(days(1)))
  await note(shop, 'refused', days(0.5), today(days(1)))
  expect(await toMake(days(30))).not.toContain('REFUS: agreed')
  const story = await adviser.get(`/equipe/commerces/${shop}`)
  expect(story.html).toContain('ne veut plus être contacté, depuis le')
  const lifted = await adviser.post(callUrls.lift(shop))
  expect(lifted.location).toBe(`/equipe/commerces/${shop}?appel=leve#appels`)
  expect((await adviser.get(lifted.location)).html).toContain('peut de nouveau être contacté')
  expect((await adviser.post(callUrls.lift(shop))).status).toBe(303)
  expect(await listCalls(database.db, shop)).toHaveLength(3)
})

test('an adviser notes a call in two taps; a double tap notes it once, and the page of the shop tells it', async () => {
  const shop = await aShop('NOTE')
  const form = await adviser.get(callUrls.note(shop))
  const page = /name="page" value="([^"]*)"/.exec(form.html)?.[1] ?? ''
  const fields = { page, outcome: 'call-back', note: 'Préfère le <matin>.', next: '2026-12-01' }
  const [one, two] = await Promise.all([1, 2].map(() => adviser.post(callUrls.note(shop), fields)))
  expect([one?.status, two?.status]).toEqual([303, 303])
  expect(await listCalls(database.db, shop)).toHaveLength(1)
  const story = await adviser.get(one?.location ?? '')
  for (const words of ['C’est noté.', 'À rappeler le mardi 1er décembre 2026', 'Préfère le &lt;matin>.'])
    expect(story.html).toContain(words)
})

test.each([
  [{ outcome: '' }, 'Dites ce qui s’est passé.'],
  [{ outcome: 'note', note: ' ' }, 'Écrivez votre note.'],
  [{ outcome: 'call-back', note: 'Occupé' }, 'Dites quel jour rappeler.'],
  [{ outcome: 'reached', next: '2026-02-30' }, 'Cette date n’existe pas.'],
  [{ outcome: 'reached', note: 'x'.repeat(2001) }, 'trop longue'],
])('a call noted as %j comes back with its words', async (fields, words) => {
  const page = await adviser.post(callUrls.note(await aShop('FAUTE')), fields)
  expect([page.status, page.html.includes(words)]).toEqual([422, true])
})

test('trainers call nobody, and staff of a relay its businesses only', async () => {
  const trainer = await app.signedInAs('trainer')
  const shop = await aShop('AILLEURS', '51454')
  await aRun(shop, days(-3))
  for (const path of [callUrls.list, callUrls.note(shop)]) expect((await trainer.get(path)).status).toBe(404)
  expect((await trainer.post(callUrls.note(shop), { outcome: 'reached' })).status).toBe(404)
  const operator = await aStaffActor(database.db, 'operator')
  const relay = await transaction(database.db, (tx) =>
    keepRelay(tx, now, operator, { id: null, name: 'Moselle', phone: null, territory: ['57'] }),
  )
  const relayId = relay.kind === 'kept' ? relay.relayId : ''
  await aStaffActor(database.db, 'relay-manager', 'moselle@example.org', relayId)
  const manager = await app.signedInAs(null, 'moselle@example.org')
  expect((await manager.get(callUrls.list)).html).not.toContain('AILLEURS')
  expect(await toMake(now, { relayId })).not.toContain('AILLEURS: unfinished')
  expect(await toMake(now)).toContain('AILLEURS: unfinished')
  expect((await manager.get(callUrls.note(shop))).status).toBe(404)
  expect((await manager.post(callUrls.note(shop), { outcome: 'reached' })).status).toBe(404)
  expect((await manager.post(callUrls.lift(shop))).status).toBe(404)
})

test('the best hour is the one that worked, else the quiet of the trade', () => {
  expect(bestHours('1071C', 17)).toEqual({ from: 17, to: 18 })
  expect(bestHours('1071C', null)).toEqual({ from: 14, to: 16 })
  expect(bestHours('5610A', null)).toEqual({ from: 15, to: 17 })
  expect(bestHours('5630Z', null)).toEqual({ from: 10, to: 11 })
  expect([bestHours('4771Z', null), bestHours(null, null)]).toEqual([
    { from: 9, to: 11 },
    { from: 9, to: 11 },
  ])
})
