import { sql } from 'kysely'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { newToken } from '../../core/clock.ts'
import { ask, transaction } from '../../core/db.ts'
import { aLiveRoom } from '../../testing/a-live-room.ts'
import { anEar, type Ear, type Heard } from '../../testing/an-ear.ts'
import { anApp, testNow as now } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { eventually } from '../../testing/robust/outbox.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { bookingUrls } from '../bookings/urls.ts'
import { askQuestion } from './ask-question.ts'
import type { RoomNews } from './room.ts'
import { readRoom } from './store.ts'
import { turnPoll } from './turn-poll.ts'
import { streamUrl } from './urls.ts'
import { voteQuestion } from './vote-question.ts'
import { writePoll } from './write-poll.ts'

const database = freshDatabase()
const app = anApp(database, () => now)
let origin = ''
const ears: Ear[] = []

beforeAll(async () => {
  origin = await app.server.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(() => {
  for (const ear of ears.splice(0)) ear.stop()
})

async function listen(room: string, number = 0, headers: Record<string, string> = {}): Promise<Ear> {
  const ear = await anEar(origin + streamUrl(room, number), headers)
  ears.push(ear)
  return ear
}

const newsIn = ({ data }: Heard) => data as unknown as RoomNews
const isAbout = (words: string) => (heard: Heard) =>
  newsIn(heard).questions?.some((question) => question.words === words) ?? false

const askAs = (token: string, words: string) =>
  transaction(database.db, (tx) => askQuestion(tx, now, { token, words, formKey: newToken() }))

async function aRoom(seatCount = 2) {
  const { session, seats } = await aLiveRoom(database.db, { seats: seatCount })
  const [token = '', other = ''] = seats.map((seat) => seat.token)
  return { session, seats, token, other, room: bookingUrls.room(token) }
}

async function anOpenPoll(trainingSessionId: string, words: string): Promise<void> {
  const actor = await aStaffActor(database.db, 'operator')
  await transaction(database.db, async (tx) => {
    const poll = { trainingSessionId, words, options: ['Oui', 'Non'], showsResults: false, formKey: null }
    const written = await writePoll(tx, now, actor, poll)
    const pollId = written.kind === 'written' ? written.pollId : ''
    await turnPoll(tx, now, actor, { trainingSessionId, pollId, state: 'open' })
  })
}

test('a question that is asked appears on the pages of the others, on staff’s with a name', async () => {
  const { token, session, room } = await aRoom()
  await database.db
    .updateTable('people')
    .set({ name: 'Rose Martin' })
    .where('id', 'in', (eb) => eb.selectFrom('bookings').select('personId').where('token', '=', token))
    .execute()
  const operator = await app.signedInAs('operator')
  const ear = await listen(room)
  const staffEar = await listen(bookingUrls.staffRoom(session.id), 0, { cookie: operator.cookie() })
  await askAs(token, 'On m’entend ?')
  const heard = await ear.hears(isAbout('On m’entend ?'))
  expect(newsIn(heard).questions[0]?.who).toBeNull()
  expect(newsIn(await staffEar.hears(isAbout('On m’entend ?'))).questions[0]?.who).toBe('Rose Martin')
  expect(ear.status).toBe(200)
  expect(ear.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
  })
  expect(ear.headers['content-encoding']).toBeUndefined()
})

test('who loses the network again and again while others ask misses nothing', async () => {
  const { seats, room, session } = await aRoom(12)
  const heard: Heard[] = []
  let isOver = false
  const flicker = async () => {
    let last = 0
    while (!isOver || last < (await readRoom(database.db, session.id)).number) {
      const ear = await listen(room, 0, last > 0 ? { 'last-event-id': String(last) } : {})
      await eventually(async () => ear.heard.length > 0, 150)
      ear.stop()
      heard.push(...ear.heard)
      last = Math.max(last, ...ear.heard.map(({ id }) => id ?? 0))
    }
  }
  const asking = Promise.all(
    seats.map(async (seat, place) => {
      for (const turn of [1, 2, 3]) await askAs(seat.token, `Question ${place}-${turn}`)
    }),
  ).then(() => (isOver = true))
  await Promise.all([flicker(), asking])
  const words = new Set(
    heard.flatMap((one) => newsIn(one).questions?.map((question) => question.words) ?? []),
  )
  expect(words.size).toBe(36)
})

test('votes that rain down are told in few messages, and the last one has them all', async () => {
  const { seats, token, room } = await aRoom(30)
  const asked = await askAs(token, 'Qui est d’accord ?')
  const questionId = asked.kind === 'asked' ? asked.questionId : ''
  const ear = await listen(room)
  await ear.hears(isAbout('Qui est d’accord ?'))
  const before = ear.heard.length
  await Promise.all(
    seats.map((seat) =>
      transaction(database.db, (tx) => voteQuestion(tx, now, { token: seat.token, questionId, isFor: true })),
    ),
  )
  const last = await ear.hears((heard) => newsIn(heard).questions?.[0]?.votes === 30)
  expect(ear.heard.indexOf(last) - before).toBeLessThan(30)
  const numbers = ear.heard.flatMap(({ id }) => id ?? [])
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
})

test('who comes late sees the open poll: in the page, and in the stream from the page’s number on', async () => {
  const { session, other } = await aRoom()
  const early = await listen(bookingUrls.room(other))
  await anOpenPoll(session.id, 'Vous êtes là ?')
  await early.hears((heard) => newsIn(heard).polls?.[0]?.state === 'open')
  const room = bookingUrls.room(other)
  const page = await app.visitor().get(room)
  expect(page.html).toContain('Sondage : Vous êtes là ?')
  const number = Number(/&quot;number&quot;:(\d+)/.exec(page.html)?.[1])
  expect(number).toBe((await readRoom(database.db, session.id)).number)
  const late = await listen(room, 0)
  expect(newsIn(await late.hears(({ id }) => id === number)).polls[0]?.state).toBe('open')
  const current = await listen(room, number)
  await anOpenPoll(session.id, 'Et maintenant ?')
  const next = await current.hears(({ id }) => (id ?? 0) > number)
  expect(
    newsIn(next)
      .polls.map(({ state }) => state)
      .toSorted(),
  ).toEqual(['closed', 'open'])
})

test('a page that tells of events which never were is told everything', async () => {
  const { token, room } = await aRoom()
  await askAs(token, 'Au début ?')
  const ear = await listen(room, 999_999)
  await ear.hears(isAbout('Au début ?'))
})

test('when the connection that listens is cut, what was said meanwhile arrives all the same', async () => {
  const { token, room } = await aRoom()
  const ear = await listen(room)
  await askAs(token, 'Avant ?')
  await ear.hears(isAbout('Avant ?'))
  const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity
    where query ilike 'listen "room_news"' and datname = current_database()`
  expect((await ask(database.db, cut)).length).toBeGreaterThan(0)
  await askAs(token, 'Pendant ?')
  await ear.hears(isAbout('Pendant ?'))
  await askAs(token, 'Après ?')
  await ear.hears(isAbout('Après ?'))
})

test('of five pages of one person the oldest gives way, and is told not to come back', async () => {
  const { room } = await aRoom()
  const [oldest, ...others] = [
    await listen(room),
    await listen(room),
    await listen(room),
    await listen(room),
    await listen(room),
  ]
  await oldest?.hears(({ event }) => event === 'elsewhere')
  await oldest?.ended
  expect(others.some(({ heard }) => heard.some(({ event }) => event === 'elsewhere'))).toBe(false)
})

test('a seat that was given back, and a room that is closed, have no stream', async () => {
  const { seats, room } = await aRoom()
  await database.db
    .updateTable('bookings')
    .set({ cancelledAt: now })
    .where('id', '=', seats[0]?.id ?? '')
    .execute()
  expect((await listen(room)).status).toBe(204)
  expect((await listen(bookingUrls.room(newToken()))).status).toBe(404)
})

test('stopping does not wait for those who listen', async () => {
  const { token, other } = await aRoom()
  const listening = await Promise.all([token, other].map((seat) => listen(bookingUrls.room(seat))))
  const began = performance.now()
  await app.server.close()
  await Promise.all(listening.map(({ ended }) => ended))
  expect(performance.now() - began).toBeLessThan(5_000)
})
