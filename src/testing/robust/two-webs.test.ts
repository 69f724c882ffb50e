import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWeb, openWorker, testSettings, type Program, type Web } from '../../../bin/lib/program.ts'
import { newToken, systemClock } from '../../core/clock.ts'
import { ask, transaction } from '../../core/db.ts'
import { keepPerson } from '../../features/accounts/store.ts'
import { loadProgramme } from '../../features/programmes/load-programme.ts'
import { aLiveRoom } from '../a-live-room.ts'
import { aTrainingSession } from '../a-training-session.ts'
import { anEar } from '../an-ear.ts'
import { freshDatabase } from '../database.ts'
import { aBrowser, type Answer } from './browser.ts'
import { aVisitor, anOwner, book, promisedBooking } from './crowd.ts'
import { nextWeek } from './moments.ts'
import { codeSentTo, eventually } from './outbox.ts'

const town = freshDatabase()
let one: Web
let other: Web
let worker: Program
let settings: Record<string, string>

beforeAll(async () => {
  settings = { ...testSettings(town.url), TRUST_PROXY: '1', PUBLIC_URL: 'http://localhost:3000' }
  one = await openWeb(settings)
  other = await openWeb(settings)
  worker = await openWorker(settings)
})
afterAll(() => Promise.all([one?.stop(), other?.stop(), worker?.stop()]))

test('a diagnostic begun on one web process goes on on the other', async () => {
  const owner = await anOwner(one.url, await loadProgramme('programmes/soutenons-nos-tpe-pme'), 0)
  expect(await owner.answer(one.url)).toBe(true)
  expect(await owner.answer(other.url)).toBe(true)
  const browser = aBrowser()
  const answers = await Promise.all(
    [one, other].map(({ url }) => browser.get(`${url}/diagnostic/${owner.token}/reponses`)),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(answers[0]?.html).toBe(answers[1]?.html)
})

test('who signs in on one web process is known on the other, and signing out counts on both', async () => {
  const email = 'deux.portes@example.org'
  await transaction(town.db, (tx) =>
    keepPerson(tx, systemClock(), { email, name: 'Camille', language: 'fr' }),
  )
  const browser = aBrowser({ address: '10.9.0.1' })
  await browser.post(`${one.url}/connexion`, { email })
  const signedIn = await browser.post(`${other.url}/connexion/code`, {
    email,
    code: await codeSentTo(town.db, email),
  })
  expect(signedIn.status).toBe(303)
  const spaces = async () =>
    (await Promise.all([one, other].map(({ url }) => browser.get(`${url}/mon-espace`)))).map(
      ({ status }) => status,
    )
  expect(await spaces()).toEqual([200, 200])
  await browser.post(`${one.url}/deconnexion`)
  expect(await spaces()).toEqual([303, 303])
})

test('the worker sends what either web process promised', async () => {
  const email = 'facteur@example.org'
  await aBrowser({ address: '10.9.0.2' }).post(`${other.url}/connexion`, { email })
  await codeSentTo(town.db, email)
  expect(await eventually(async () => (await countUnsent(email)) === 0)).toBe(true)
})

async function countUnsent(email: string): Promise<number> {
  const waiting = sql<{ count: number }>`
    select count(*)::int as count from mails where recipient = ${email} and sent_at is null`
  return (await ask(town.db, waiting))[0]?.count ?? 0
}

test('asking for codes is limited over both web processes together', async () => {
  const statuses = await untilUndisturbed((tries) => askForSixCodes(`trop${tries}@example.org`))
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
})

/**
 * Codes are counted in quarters of an hour of the clock, and a request that was sent away unheard (503) may have
 * been counted: who fell into either asks again with another mailbox.
 */
async function untilUndisturbed(ask: (tries: number) => Promise<number[]>): Promise<number[]> {
  for (let tries = 1; ; tries++) {
    const began = quarterOfAnHour()
    const statuses = await ask(tries)
    const isDisturbed = statuses.includes(503) || quarterOfAnHour() !== began
    if (!isDisturbed || tries === 5) return statuses
  }
}

const quarterOfAnHour = () => Math.floor(systemClock().getTime() / 900_000)

async function askForSixCodes(email: string): Promise<number[]> {
  const statuses: number[] = []
  for (let turn = 0; turn < 6; turn++) {
    const { url } = turn % 2 === 0 ? one : other
    const browser = aBrowser({ address: `10.8.0.${turn + 1}`, patience: 0 })
    statuses.push((await browser.post(`${url}/connexion`, { email })).status)
  }
  return statuses
}

test('a question asked in a live room on one web process appears on the pages of the other', async () => {
  const { seats } = await aLiveRoom(town.db, { now: systemClock() })
  const [asker = '', reader = ''] = seats.map(({ token }) => `/reservations/${token}/salle`)
  const ear = await anEar(`${other.url}${reader}/direct`)
  const ask = (web: Web, words: string) =>
    aBrowser().post(`${web.url}${asker}/questions`, { words, page: newToken() })
  for (const [web, words] of [
    [one, 'On m’entend ?'],
    [other, 'Et ici ?'],
  ] as const) {
    expect((await ask(web, words)).status).toBe(303)
    await ear.hears(({ data }) => JSON.stringify(data).includes(words))
  }
  ear.stop()
})

test('a web process that stops lets its listeners go at once, and they miss nothing on the other', async () => {
  const { seats } = await aLiveRoom(town.db, { now: systemClock() })
  const [asker = '', reader = ''] = seats.map(({ token }) => `/reservations/${token}/salle`)
  const leaving = await openWeb(settings)
  const ear = await anEar(`${leaving.url}${reader}/direct`)
  const { id } = await ear.hears(({ id }) => id !== null)
  const began = performance.now()
  await Promise.all([leaving.stop(), ear.ended])
  expect(performance.now() - began).toBeLessThan(15_000)
  expect(await leaving.ended).toBe(0)
  await aBrowser().post(`${one.url}${asker}/questions`, { words: 'Entre deux ?', page: newToken() })
  const again = await anEar(`${other.url}${reader}/direct`, { 'last-event-id': String(id) })
  await again.hears(({ data }) => JSON.stringify(data).includes('Entre deux ?'))
  again.stop()
})

test('of two hundred people who want fifty seats at once through both web processes, fifty get one', async () => {
  const session = await aTrainingSession(town.db, { capacity: 50, startsAt: nextWeek(systemClock()) })
  const people = Array.from({ length: 200 }, (_, place) => place)
  const answers: Answer[] = await Promise.all(
    people.map((place) => book(place % 2 === 0 ? one.url : other.url, session.id, aVisitor(place))),
  )
  const keys = answers.map(promisedBooking).filter((key) => key !== null)
  expect(new Set(keys).size).toBe(50)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(150)
  const [kept] = await ask<{ taken: number; bookings: number }>(
    town.db,
    sql`
      select seats_taken as taken,
        (select count(*)::int from bookings where training_session_id = training_sessions.id) as bookings
      from training_sessions where id = ${session.id}`,
  )
  expect(kept).toEqual({ taken: 50, bookings: 50 })
  expect(await eventually(async () => (await countConfirmations()) === 50)).toBe(true)
})

async function countConfirmations(): Promise<number> {
  const sent = sql<{ count: number }>`
    select count(*)::int as count from mails where calendar_method = 'REQUEST' and sent_at is not null`
  return (await ask(town.db, sent))[0]?.count ?? 0
}
