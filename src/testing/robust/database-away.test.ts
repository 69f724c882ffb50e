import { sql } from 'kysely'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  openWeb,
  openWorker,
  runCommand,
  testSettings,
  type Program,
  type Web,
} from '../../../bin/lib/program.ts'
import { isAlive } from '../../../db/embedded-postgres-process.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../db/embedded-postgres.ts'
import { systemClock } from '../../core/clock.ts'
import { ask, connect, type Db } from '../../core/db.ts'
import { loadProgramme } from '../../features/programmes/load-programme.ts'
import { aTrainingSession } from '../a-training-session.ts'
import { aBrowser, type Answer } from './browser.ts'
import { aVisitor, anOwner, book, promisedBooking, type Owner } from './crowd.ts'
import { nextWeek } from './moments.ts'
import { codeSentTo, eventually } from './outbox.ts'

/** A server of this test alone, as durable as that of a real site, for we take it away from under it. */
let folder: string
let postgres: EmbeddedPostgres
let db: Db
let web: Web
let worker: Program

const secondsAway = 10
const owners: Owner[] = []
/** Answers of the web process while the database was away: status and page. */
const meanwhile: Answer[] = []
const promised: string[] = []
/** Requests that got no answer at all. */
const unanswered: unknown[] = []
/** How long the longest answer of `meanwhile` took, in milliseconds. */
let longest = 0
/** Far above what a busy machine needs, and below the time limits that end a request which only waits. */
const longestWait = 15_000
let sessionId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pignon-away-'))
  postgres = await openDatabase()
  const settings = { ...testSettings(postgres.url), TRUST_PROXY: '1' }
  await runCommand(settings, 'migrate')
  db = connect({ url: postgres.url })
  web = await openWeb(settings)
  worker = await openWorker({ ...settings, PUBLIC_URL: web.url })
  const programme = await loadProgramme('programmes/soutenons-nos-tpe-pme')
  for (let place = 0; place < 30; place++) owners.push(await anOwner(web.url, programme, place))
  sessionId = (await aTrainingSession(db, { capacity: 500, startsAt: nextWeek(systemClock()) })).id
  await takeTheDatabaseAway()
})
afterAll(async () => {
  await Promise.all([web?.stop(), worker?.stop(), db?.destroy()])
  await postgres?.stop()
  await rm(folder, { recursive: true, force: true })
})

function openDatabase(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ directory: join(folder, 'data') })
}

/** People come and answer all the while; the database goes, and comes back ten seconds later. */
async function takeTheDatabaseAway(): Promise<void> {
  let isOver = false
  const people = owners.map(async (owner, place) => {
    for (let turn = 0; !isOver; turn++) {
      await comeBy(owner, place * 1000 + turn).catch((error: unknown) => unanswered.push(error))
      await sleep(100)
    }
  })
  await untilSomeArePromised()
  await db.destroy()
  await postgres.stop()
  await lookIn(secondsAway)
  postgres = await openDatabase()
  db = connect({ url: postgres.url })
  await untilSomeArePromised()
  isOver = true
  await Promise.all(people)
}

/** Waits until ten more bookings were promised: before the database goes, and after it came back. */
async function untilSomeArePromised(): Promise<void> {
  const enough = promised.length + 10
  const isEnough = await eventually(async () => promised.length >= enough)
  if (!isEnough) throw new Error(`no ten bookings in a minute:\n${web.words().slice(-3000)}`)
}

/** Somebody who comes by for so many seconds, and a few times at least, and is sent away each time. */
async function lookIn(seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1000
  const impatient = aBrowser({ patience: 0 })
  for (let turn = 0; turn < 3 || performance.now() < until; turn++) {
    await timed(() => impatient.get(`${web.url}/diagnostic/essai`))
      .then((answer) => meanwhile.push(answer))
      .catch((error: unknown) => unanswered.push(error))
  }
}

async function comeBy(owner: Owner, place: number): Promise<void> {
  await owner.answer(web.url)
  const key = promisedBooking(await book(web.url, sessionId, aVisitor(place)))
  if (key !== null) promised.push(key)
}

async function timed(request: () => Promise<Answer>): Promise<Answer> {
  const began = performance.now()
  const answer = await request()
  longest = Math.max(longest, performance.now() - began)
  await sleep(200)
  return answer
}

test('the web and the worker live on without the database, and leave no request unanswered', () => {
  expect(unanswered, web.words().slice(-3000)).toEqual([])
  expect(isAlive(web.pid), web.words().slice(-3000)).toBe(true)
  expect(isAlive(worker.pid), worker.words().slice(-3000)).toBe(true)
})

test('while the database is away every page says so, in French and at once', () => {
  expect(meanwhile.length).toBeGreaterThanOrEqual(3)
  for (const { status, html } of meanwhile) {
    expect(status).toBe(503)
    expect(html).toContain('Un instant, nous revenons')
    expect(html).toContain('Ce que vous aviez déjà validé est gardé.')
  }
  expect(longest).toBeLessThan(longestWait)
})

test('nothing that was confirmed before or after is lost', async () => {
  for (const { token, kept } of owners) {
    const rows = await ask<{ question: string; option: string }>(
      db,
      sql`
        select question_id as question, option_id as option from answer_events
        join diagnostics on diagnostics.id = diagnostic_id where token = ${token} order by answer_events.id`,
    )
    expect(rows).toEqual(expect.arrayContaining(kept))
    expect(rows.length).toBeGreaterThanOrEqual(kept.length)
  }
  const bookings = await ask<{ token: string }>(db, sql`select token from bookings`)
  expect(bookings.map(({ token }) => token)).toEqual(expect.arrayContaining(promised))
  expect(promised.length).toBeGreaterThan(0)
})

test('the web process serves again by itself', async () => {
  const [owner] = owners
  expect(await owner?.answer(web.url)).toBe(true)
  expect(promisedBooking(await book(web.url, sessionId, aVisitor(999_999)))).not.toBeNull()
})

test('the worker works again by itself: a mail queued afterwards is sent', async () => {
  const email = 'apres@example.org'
  await aBrowser({ address: '10.9.0.9' }).post(`${web.url}/connexion`, { email })
  await codeSentTo(db, email)
  const isSent = async () => {
    const waiting = sql<{ sent: boolean }>`
      select bool_and(sent_at is not null) as sent from mails where recipient = ${email}`
    return (await ask(db, waiting))[0]?.sent === true
  }
  expect(await eventually(isSent), worker.words().slice(-3000)).toBe(true)
})
