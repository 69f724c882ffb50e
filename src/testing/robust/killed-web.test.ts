import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWeb, testSettings, type Web } from '../../../bin/lib/program.ts'
import { systemClock } from '../../core/clock.ts'
import { ask } from '../../core/db.ts'
import { loadProgramme } from '../../features/programmes/load-programme.ts'
import { aTrainingSession } from '../a-training-session.ts'
import { freshDatabase } from '../database.ts'
import { aVisitor, anOwner, book, promisedBooking, type Owner } from './crowd.ts'
import { nextWeek } from './moments.ts'

const town = freshDatabase()
let web: Web

const owners: Owner[] = []
/** Keys of the bookings that were promised to somebody. */
const promised: string[] = []
let sessions: string[] = []
const booked = new Set<number>()

const howManyOwners = 120
const howManyAtOnce = 60
/** The next visitor to come: each books once, and there is no end of them. */
let nextVisitor = 0

beforeAll(async () => {
  const programme = await loadProgramme('programmes/soutenons-nos-tpe-pme')
  const settings = { ...testSettings(town.url), TRUST_PROXY: '1' }
  web = await openWeb(settings)
  const places = Array.from({ length: howManyOwners }, (_, place) => place)
  owners.push(...(await Promise.all(places.map((place) => anOwner(web.url, programme, place)))))
  const startsAt = nextWeek(systemClock())
  // Two that fill up, and one that takes whoever comes.
  const made = [50, 50, 1_000_000].map((capacity) => aTrainingSession(town.db, { capacity, startsAt }))
  sessions = (await Promise.all(made)).map(({ id }) => id)

  await stormUntilKilled()
  web = await openWeb(settings)
})
afterAll(() => web?.stop())

/** Everybody at once; `kill -9` in the middle, once enough was promised for a loss to show. */
async function stormUntilKilled(): Promise<void> {
  let isOver = false
  const goOn = async (act: () => Promise<unknown>) => {
    try {
      while (!isOver) await act()
    } catch (error) {
      // Cut off by the kill, as it should be; before it, nobody may be.
      if (!isOver) throw new Error(`cut off before the kill: ${web.words().slice(-3000)}`, { cause: error })
    }
  }
  const killWhenEnough = async () => {
    while (!isOver && (promised.length < 60 || countKept() < 300)) await sleep(5)
    isOver = true
    await web.kill()
  }
  const answering = owners.map((owner) => goOn(() => owner.answer(web.url)))
  const booking = Array.from({ length: howManyAtOnce }, () => goOn(() => tryToBook(nextVisitor++)))
  const everybody = Promise.all([...answering, ...booking]).finally(() => (isOver = true))
  await Promise.all([killWhenEnough(), everybody])
}

async function tryToBook(place: number): Promise<void> {
  const key = promisedBooking(await book(web.url, sessions[place % sessions.length] ?? '', aVisitor(place)))
  if (key === null) return
  promised.push(key)
  booked.add(place)
}

const countKept = () => owners.reduce((sum, { kept }) => sum + kept.length, 0)

test('the web process died in the middle of the work', async () => {
  expect(countKept()).toBeGreaterThanOrEqual(300)
  expect(promised.length).toBeGreaterThanOrEqual(60)
})

test('every answer that was confirmed before the process was killed is there, in its order', async () => {
  for (const { token, kept } of owners) {
    const rows = await ask<{ question: string; option: string }>(
      town.db,
      sql`
        select question_id as question, option_id as option from answer_events
        join diagnostics on diagnostics.id = diagnostic_id where token = ${token} order by answer_events.id`,
    )
    expect(rows.slice(0, kept.length)).toEqual(kept)
    // The one that was on its way may have been kept without our having been told.
    expect(rows.length - kept.length).toBeLessThanOrEqual(1)
  }
})

test('every booking that was confirmed before the process was killed is there, with its mail promised', async () => {
  const rows = await ask<{ token: string; jobs: number }>(
    town.db,
    sql`
      select token, (
        select count(*)::int from pgboss.job
        where name = 'bookings.send-confirmation' and data ->> 'bookingId' = bookings.id::text
      ) as jobs
      from bookings`,
  )
  const kept = new Map(rows.map(({ token, jobs }) => [token, jobs]))
  for (const key of promised) expect(kept.get(key), key).toBe(1)
  expect([...kept.values()].every((jobs) => jobs === 1)).toBe(true)
})

test('no seat is counted without its booking', async () => {
  const rows = await ask<{ taken: number; bookings: number }>(
    town.db,
    sql`
      select seats_taken as taken,
        (select count(*)::int from bookings where training_session_id = training_sessions.id) as bookings
      from training_sessions`,
  )
  expect(rows).toHaveLength(3)
  for (const { taken, bookings } of rows) expect(taken).toBe(bookings)
})

test('after the restart everybody goes on where they were', async () => {
  for (const owner of owners.slice(0, 10)) expect(await owner.answer(web.url), lastWords()).toBe(true)
  const [place = 0] = booked
  const again = await book(web.url, sessions[place % sessions.length] ?? '', aVisitor(place))
  expect(again.status, lastWords()).toBeLessThan(400)
  const newcomer = await book(web.url, sessions[2] ?? '', aVisitor(nextVisitor))
  const told = `${newcomer.status} ${newcomer.html.slice(0, 3000)}\n${lastWords()}`
  expect(promisedBooking(newcomer), told).not.toBeNull()
})

/** What the web process logged last: why it refused, should it have. */
const lastWords = () => web.words().slice(-3000)
