import { afterEach, expect, test } from 'vitest'
import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import type { EventStream } from '../../core/event-stream.ts'
import { aLiveRoom } from '../../testing/a-live-room.ts'
import { testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { eventually } from '../../testing/robust/outbox.ts'
import { enterRoom } from './enter-room.ts'
import { aBooking } from '../../testing/a-training-session.ts'
import { openRoomHub, type Listener, type RoomHub } from './room-hub.ts'

const database = freshDatabase()
let now = testNow
const hubs: RoomHub[] = []

function aHub(): RoomHub {
  const { db, log, url } = database
  const hub = openRoomHub({ db, log, clock: () => now, databaseUrl: url, pace: 50 })
  hubs.push(hub)
  return hub
}
afterEach(async () => {
  now = testNow
  await Promise.all(hubs.splice(0).map((hub) => hub.close()))
})

/** A page that keeps what it was sent. */
function aPage(hub: RoomHub, trainingSessionId: string, isStaff = false) {
  const said: string[] = []
  let isEnded = false
  const leave = () => hub.leave(trainingSessionId, listener)
  const stream: EventStream = {
    send: (message) => void said.push(message.toString()),
    end: () => {
      isEnded = true
      leave()
    },
  }
  const listener: Listener = { stream, isStaff, holder: newToken(), number: 0 }
  hub.join(trainingSessionId, listener)
  const hears = (words: string) => eventually(async () => said.some((one) => one.includes(words)), 5_000)
  return { hears, said, leave, isEnded: () => isEnded }
}

test('a quiet stream says every so often that it is there', async () => {
  const { session } = await aLiveRoom(database.db)
  const page = aPage(aHub(), session.id)
  expect(await eventually(async () => page.said.filter((one) => one === ':\n\n').length > 2, 5_000)).toBe(
    true,
  )
})

test('the number of people follows who goes in, and who falls silent', async () => {
  const { session } = await aLiveRoom(database.db, { seats: 2 })
  const page = aPage(aHub(), session.id)
  expect(await page.hears('{"people":2}')).toBe(true)
  const third = await aBooking(database.db, { session, at: new Date(session.startsAt.getTime() - 60_000) })
  await transaction(database.db, (tx) => enterRoom(tx, now, third.token))
  expect(await page.hears('{"people":3}')).toBe(true)
  now = new Date(testNow.getTime() + 91_000)
  expect(await page.hears('{"people":0}')).toBe(true)
})

test('when the session is called off, its pages are told to look again; staff’s too', async () => {
  const { session } = await aLiveRoom(database.db)
  const hub = aHub()
  const pages = [aPage(hub, session.id), aPage(hub, session.id, true)]
  await database.db
    .updateTable('trainingSessions')
    .set({ cancelledAt: now })
    .where('id', '=', session.id)
    .execute()
  for (const page of pages) expect(await page.hears('event: over')).toBe(true)
  expect(pages.map((page) => page.isEnded())).toEqual([true, true])
})

test('when the session is moved to another day, only staff stay, to prepare it', async () => {
  const { session } = await aLiveRoom(database.db)
  const hub = aHub()
  const [owner, staff] = [aPage(hub, session.id), aPage(hub, session.id, true)]
  const later = (date: Date) => new Date(date.getTime() + 86_400_000)
  await database.db
    .updateTable('trainingSessions')
    .set({ startsAt: later(session.startsAt), endsAt: later(session.endsAt) })
    .where('id', '=', session.id)
    .execute()
  expect(await owner.hears('event: over')).toBe(true)
  expect(staff.isEnded()).toBe(false)
})

test('a change that nobody announced is found at the next look', async () => {
  const { session, seats } = await aLiveRoom(database.db)
  const page = aPage(aHub(), session.id)
  await page.hears('"number":2')
  const question = { bookingId: seats[0]?.id ?? '', words: 'Sans annonce ?', askedAt: now }
  const { id } = await database.db
    .insertInto('roomQuestions')
    .values({ ...question, trainingSessionId: session.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const event = { trainingSessionId: session.id, number: 3, kind: 'question', subjectId: id, happenedAt: now }
  await database.db.insertInto('roomEvents').values(event).execute()
  await database.db
    .updateTable('liveRooms')
    .set({ lastEvent: 3 })
    .where('trainingSessionId', '=', session.id)
    .execute()
  expect(await page.hears('Sans annonce ?')).toBe(true)
})

test('a hub that closes ends its streams and takes nobody else', async () => {
  const { session } = await aLiveRoom(database.db)
  const hub = aHub()
  const page = aPage(hub, session.id)
  expect(hub.isFull()).toBe(false)
  await hub.close()
  expect([page.isEnded(), hub.isFull()]).toEqual([true, true])
})
