import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { freshDatabase } from '../testing/database.ts'
import { eventually } from '../testing/robust/outbox.ts'
import { transaction } from './db.ts'
import { createLog } from './log.ts'
import { listenTo, type Notices } from './notices.ts'

const database = freshDatabase()
const log = createLog({ logLevel: 'silent', logFormat: 'json' })
const open: Notices[] = []
afterEach(() => Promise.all(open.splice(0).map((notices) => notices.stop())))

function anEar(url: string, channel: string) {
  const heard: string[] = []
  let connected = 0
  const onNotice = (payload: string) => void heard.push(payload)
  const notices = listenTo({ url, channel, log, onNotice, onConnected: () => (connected += 1) })
  open.push(notices)
  return { heard, notices, isConnected: (times = 1) => eventually(async () => connected >= times, 15_000) }
}

const say = (channel: string, payload: string) => sql`select pg_notify(${channel}, ${payload})`

test('what is announced is heard when it is committed, in that order; what is rolled back never', async () => {
  const ear = anEar(database.url, 'Un canal')
  expect(await ear.isConnected()).toBe(true)
  const { db } = database
  await transaction(db, async (tx) => {
    await say('Un canal', 'premier').execute(tx)
    expect(ear.heard).toEqual([])
  })
  await transaction(db, async (tx) => {
    await say('Un canal', 'jamais').execute(tx)
    throw new Error('changed my mind')
  }).catch(() => {})
  await transaction(db, (tx) => say('Un canal', 'second').execute(tx))
  await eventually(async () => ear.heard.length === 2, 5_000)
  expect(ear.heard).toEqual(['premier', 'second'])
})

test('a connection that is cut is made anew, and whoever listens is told to look', async () => {
  const ear = anEar(database.url, 'coupe')
  await ear.isConnected()
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen "coupe"'`.execute(
    database.db,
  )
  expect(await ear.isConnected(2)).toBe(true)
})

test('a database that is away is asked for again, and stopping does not wait for it', async () => {
  const away = new URL(database.url)
  away.port = '1'
  const ears = [anEar(away.toString(), 'absent'), anEar(database.url, 'pressé')]
  const began = performance.now()
  await Promise.all(ears.map(({ notices }) => notices.stop()))
  expect(performance.now() - began).toBeLessThan(4_000)
})
