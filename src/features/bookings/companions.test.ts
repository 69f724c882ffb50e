import { array, assert, constantFrom, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { transaction, type Tx } from '../../core/db.ts'
import { patiently } from '../../testing/again.ts'
import { anApp, hidden, testNow, type TestPage } from '../../testing/app.ts'
import { aTrainingSession } from '../../testing/a-training-session.ts'
import { aWaitingPerson, aWish, seatsOf as countSeats, whatIsWrong } from '../../testing/a-waiting-line.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { bookUrl } from '../training-sessions/urls.ts'
import { allotSeats, type SeatOutcome } from './allot-seats.ts'
import { seatsOf } from './booking.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import { changeCompanions } from './change-companions.ts'
import { listRoster } from './store.ts'
import { bookingUrls } from './urls.ts'

const database = freshDatabase()
const app = anApp(database, () => testNow)

const during = <T>(work: (tx: Tx) => Promise<T>) => patiently(() => transaction(database.db, work))
const book = (sessionId: string, email: string, companions: string[] = []) =>
  during((tx) => bookSeat(tx, testNow, { ...aWish(sessionId, email), companions }))
const tokenOf = (outcome: SeatOutcome) => ('token' in outcome ? outcome.token : '')
const come = (token: string, companions: string[]) =>
  during((tx) => changeCompanions(tx, testNow, { token, companions }))

test('three people of a shop take three seats by one booking, and give back three', async () => {
  const session = await aTrainingSession(database.db, { capacity: 3 })
  const outcome = await book(session.id, 'three@example.org', ['Léa', 'Karim'])
  expect(await countSeats(database.db, session.id)).toMatchObject({ taken: 3, booked: 3 })
  for (const name of ['a', 'b', 'c', 'd'])
    await aWaitingPerson(database.db, { session }, `three-${name}@example.org`)
  await during((tx) => cancelBooking(tx, testNow, { token: tokenOf(outcome) }))
  expect(await countSeats(database.db, session.id)).toMatchObject({
    taken: 3,
    booked: 0,
    offered: 3,
    waiting: 1,
  })
})

test('of a hundred parties wanting fifty seats at once, those who fit come, and no seat is counted twice', async () => {
  const session = await aTrainingSession(database.db, { capacity: 50 })
  const parties = Array.from({ length: 100 }, (_, i) => ['Léa', 'Karim'].slice(0, i % 3))
  const outcomes = await Promise.all(parties.map((party, i) => book(session.id, `party-${i}@x.org`, party)))
  const seats = await countSeats(database.db, session.id)
  expect(whatIsWrong(seats)).toBeNull()
  const refused = parties.filter((_, index) => outcomes[index]?.kind === 'full')
  const smallest = Math.min(...refused.map((companions) => seatsOf({ companions })))
  expect(smallest).toBeGreaterThan(50 - seats.taken)
})

test('a party is never split: all of it has seats, or none', () => {
  const party = array(constantFrom('Léa', 'Karim'), { maxLength: 2 })
  assert(
    property(array(party, { maxLength: 30 }), nat(40), (parties, left) => {
      const requests = parties.map((companions, i) => ({ ...aWish('session', `p-${i}@x.org`), companions }))
      const { outcomes, taken } = allotSeats(requests, [], { left, startsAt: testNow })
      let rest = left
      for (const [index, outcome] of outcomes.entries()) {
        const size = seatsOf(requests[index] ?? {})
        expect(outcome).toMatchObject(size <= rest ? { kind: 'booked' } : { kind: 'full', left: rest })
        if (size <= rest) rest -= size
      }
      expect(taken).toHaveLength(outcomes.filter(({ kind }) => kind === 'booked').length)
    }),
  )
})

test('two holders who each want the last seat for somebody more: one of them gets it', async () => {
  const session = await aTrainingSession(database.db, { capacity: 3 })
  const tokens = [tokenOf(await book(session.id, 'one@x.org')), tokenOf(await book(session.id, 'two@x.org'))]
  const outcomes = await Promise.all(tokens.map((token) => come(token, ['Léa'])))
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'full'])
  expect(whatIsWrong(await countSeats(database.db, session.id))).toBeNull()
})

test('who comes with fewer people gives their seats to the first in line', async () => {
  const session = await aTrainingSession(database.db, { capacity: 3 })
  const token = tokenOf(await book(session.id, 'fewer@x.org', ['Léa', 'Karim']))
  await aWaitingPerson(database.db, { session }, 'first@x.org')
  expect(await come(token, ['Léa', 'Karim'])).toEqual({ kind: 'changed' })
  expect(await come(token, ['Karim'])).toEqual({ kind: 'changed' })
  expect(await countSeats(database.db, session.id)).toMatchObject({ taken: 3, booked: 2, offered: 1 })
  expect(await come(token, ['Karim', 'Léa'])).toEqual({ kind: 'full', left: 0 })
  await during((tx) => cancelBooking(tx, testNow, { token }))
  expect(await come(token, [])).toEqual({ kind: 'cancelled' })
  expect(await come('nobody', [])).toEqual({ kind: 'not-found' })
})

test('nobody is added once the session has begun', async () => {
  const session = await aTrainingSession(database.db)
  const token = tokenOf(await book(session.id, 'late@x.org'))
  const outcome = await during((tx) => changeCompanions(tx, session.startsAt, { token, companions: ['Léa'] }))
  expect(outcome).toEqual({ kind: 'too-late' })
})

test('the database refuses a fourth person, and one without a name', async () => {
  const session = await aTrainingSession(database.db)
  const token = tokenOf(await book(session.id, 'guarded@x.org'))
  await expect(come(token, ['a', 'b', 'c'])).rejects.toThrow('three_people_at_most')
  await expect(come(token, [''])).rejects.toThrow('companions_have_names')
})

async function fillIn(sessionId: string, fields: Record<string, string>): Promise<TestPage> {
  const visitor = app.visitor()
  const form = await visitor.get(bookUrl(sessionId))
  return visitor.post(bookUrl(sessionId), { page: hidden(form, 'page'), ...fields })
}

test('a baker books for herself and her apprentice, and later comes with another', async () => {
  const session = await aTrainingSession(database.db, { capacity: 2 })
  const booked = await fillIn(session.id, { email: 'baker@x.org', companion2: ' Léa <b> ' })
  expect(booked.status).toBe(303)
  const visitor = app.visitor()
  expect((await visitor.get(booked.location)).html).toContain('Vous et Léa &lt;b>')
  const address = `${booked.location}/personnes`
  expect((await visitor.get(address)).html).toContain('value="Léa &lt;b>"')
  const one = await visitor.post(address, { companion1: 'Karim' })
  expect([one.status, one.location]).toEqual([303, booked.location])
  const refused = await visitor.post(address, { companion1: 'Karim', companion2: 'Zoé' })
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('Il ne reste plus de place pour une personne de plus')
  expect(refused.html).toContain('value="Zoé"')
  expect((await visitor.post(address, { companion1: 'x'.repeat(61) })).status).toBe(422)
  expect((await visitor.get(bookingUrls.companions('a'.repeat(22)))).status).toBe(404)
})

test('three for two seats is refused with the number of seats, and nothing typed is lost', async () => {
  const session = await aTrainingSession(database.db, { capacity: 2 })
  const fields = { email: 'too-many@x.org', companion1: 'Léa', companion2: 'Karim' }
  const page = await fillIn(session.id, fields)
  expect(page.status).toBe(409)
  expect(page.html).toContain('Il ne reste que deux places')
  for (const value of Object.values(fields)) expect(page.html).toContain(`value="${value}"`)
  expect((await countSeats(database.db, session.id)).taken).toBe(0)
  expect((await fillIn(session.id, { ...fields, companion2: '' })).status).toBe(303)
})

test('the roster names those who come along', async () => {
  const operator = await aStaffActor(database.db, 'operator')
  const session = await aTrainingSession(database.db)
  await book(session.id, 'roster@x.org', ['Léa'])
  const roster = await listRoster(database.db, session.id, operator)
  expect(roster).toMatchObject([{ email: 'roster@x.org', companions: ['Léa'] }])
})
