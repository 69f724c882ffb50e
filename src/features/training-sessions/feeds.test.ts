import { sql } from 'kysely'
import { sync } from 'node-ical'
import { expect, test } from 'vitest'
import { ask } from '../../core/db.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { aTrainingSession } from '../../testing/a-training-session.ts'
import { freshDatabase } from '../../testing/database.ts'

const database = freshDatabase()
let now = testNow
const app = anApp(database, () => now)

const calendarOf = async (path = '/formations/sessions.ics') => {
  const reply = await app.server.inject({ url: path })
  const entries = Object.values(sync.parseICS(reply.body)).filter((part) => part?.type === 'VEVENT')
  return { reply, entries }
}

const callOff = (id: string, cancelledAt: Date) =>
  database.db
    .updateTable('trainingSessions')
    .set((eb) => ({ cancelledAt, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

type Entry = { id: string; title: string; published: string; updated: string; summary: string; href: string }
type News = { id: string; updated: string; author: string; self: string; lang: string }

/** The feed as libxml reads it, which PostgreSQL has within; what is not well formed is refused. */
async function readNews(xml: string): Promise<{ feed: News | undefined; entries: Entry[] }> {
  const atom = sql`xmlnamespaces('http://www.w3.org/2005/Atom' as a)`
  const content = sql`xmlparse(document ${xml}::text)`
  const [feed] = await ask(
    database.db,
    sql<News>`select * from xmltable(${atom}, '/a:feed' passing ${content} columns
      id text path 'a:id', updated text path 'a:updated', author text path 'a:author/a:name',
      self text path 'a:link[@rel="self"]/@href', lang text path '@xml:lang')`,
  )
  const entries = await ask(
    database.db,
    sql<Entry>`select * from xmltable(${atom}, '/a:feed/a:entry' passing ${content} columns
      id text path 'a:id', title text path 'a:title', published text path 'a:published',
      updated text path 'a:updated', summary text path 'a:summary', href text path 'a:link/@href')`,
  )
  return { feed, entries }
}

test('a calendar follows the programme: one entry a coming session, in UTC, nobody made busy, no room told', async () => {
  const session = await aTrainingSession(database.db, { trainingId: 'F01' })
  await aTrainingSession(database.db, { trainingId: 'F02', startsAt: new Date('2026-11-20T13:00:00Z') })
  const { reply, entries } = await calendarOf()
  expect(reply.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(reply.body).toContain('METHOD:PUBLISH')
  expect(reply.body).toContain('DTSTART:20261130T130000Z')
  for (const absent of ['TZID', 'ATTENDEE', 'salle.example.org']) expect(reply.body).not.toContain(absent)
  for (const line of reply.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({
    uid: `session-${session.id}@localhost`,
    summary: 'Prendre en main sa fiche sur la carte',
    status: 'CONFIRMED',
    transparency: 'TRANSPARENT',
    url: { val: `http://localhost:3000/formations/sessions/${session.id}/reserver` },
  })
})

test('a session called off stays in the calendar as called off until its hour, under the same name, then goes', async () => {
  const session = await aTrainingSession(database.db, { trainingId: 'F03' })
  await callOff(session.id, testNow)
  const found = async () =>
    (await calendarOf()).entries.find(({ uid }) => uid === `session-${session.id}@localhost`)
  expect(await found()).toMatchObject({ status: 'CANCELLED', sequence: 1 })
  expect((await found())?.summary).toMatch(/^Annulée/)
  now = new Date('2026-11-30T13:31:00Z')
  expect(await found()).toBeUndefined()
  now = testNow
})

test.each([
  ['an hour that comes twice in Paris', '2027-10-31T00:30:00Z', 'Europe/Paris'],
  ['a morning in Guadeloupe', '2027-03-30T12:00:00Z', 'America/Guadeloupe'],
  ['an evening in New Caledonia', '2027-03-28T09:00:00Z', 'Pacific/Noumea'],
])('%s is the same instant in the calendar', async (_, start, zone) => {
  const startsAt = new Date(start)
  const session = await aTrainingSession(database.db, { trainingId: 'F05', startsAt, zone })
  const entry = (await calendarOf()).entries.find(({ uid }) => uid === `session-${session.id}@localhost`)
  expect(entry?.start.toISOString()).toBe(startsAt.toISOString())
})

test('news of the sessions are a well formed feed: an id for ever, a day of change, the date with its zone', async () => {
  const session = await aTrainingSession(database.db, {
    trainingId: 'F07',
    trainer: 'Zoé & Cie <"zoe">\u0001',
  })
  const reply = await app.server.inject({ url: '/formations/sessions.atom' })
  expect(reply.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
  const { feed, entries } = await readNews(reply.body)
  expect(feed).toMatchObject({ lang: 'fr', self: feed?.id, author: app.programme.organisation })
  expect(feed?.self).toBe('http://localhost:3000/formations/sessions.atom')
  const entry = entries.find(({ id }) => id === `urn:uuid:${session.id}`)
  expect(entry?.href).toBe(`http://localhost:3000/formations/sessions/${session.id}/reserver`)
  expect(entry?.title).toContain('(heure de Paris)')
  expect(entry?.summary).toContain('Avec Zoé & Cie <"zoe">')
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  for (const { updated, published } of [...entries, { updated: feed?.updated ?? '', published: null }])
    for (const moment of [updated, published ?? updated]) expect(new Date(moment).toISOString()).toBe(moment)
})

test.each([
  ['/formations/sessions.ics', 60_000],
  ['/formations/sessions.atom', 120_000],
])(
  'who comes back to %s with what they have is told so in few bytes, until something changes',
  async (url, later) => {
    now = new Date(testNow.getTime() + later - 1000)
    const first = await app.server.inject({ url })
    expect(first.headers['cache-control']).toContain('public')
    const byTag = { 'if-none-match': String(first.headers.etag) }
    const byDay = { 'if-modified-since': String(first.headers['last-modified']) }
    now = new Date(testNow.getTime() + later)
    for (const headers of [byTag, byDay]) {
      const again = await app.server.inject({ url, headers })
      expect([again.statusCode, again.body]).toEqual([304, ''])
      expect(again.headers.etag).toBe(first.headers.etag)
    }
    const session = await aTrainingSession(database.db, { trainingId: 'F08' })
    await callOff(session.id, now)
    for (const headers of [byTag, byDay])
      expect((await app.server.inject({ url, headers })).statusCode).toBe(200)
    now = testNow
  },
)

test('a session that ends changes the feeds too', async () => {
  const session = await aTrainingSession(database.db, { startsAt: new Date('2026-11-24T09:00:00Z') })
  const before = await app.server.inject({ url: '/formations/sessions.ics' })
  now = new Date('2026-11-24T09:40:00Z')
  const headers = { 'if-modified-since': String(before.headers['last-modified']) }
  const after = await app.server.inject({ url: '/formations/sessions.ics', headers })
  expect(after.statusCode).toBe(200)
  expect(after.body).not.toContain(session.id)
  now = testNow
})

test('the language is that of the address, not of who asks; an unknown one is French', async () => {
  const english = await app.server.inject({ url: '/formations/sessions.ics?langue=en' })
  expect(english.body).toContain('Flash trainings: ')
  for (const langue of ['', 'xx', 'en&langue=fr']) {
    const url = `/formations/sessions.ics?langue=${langue}`
    const { body, statusCode } = await app.server.inject({ url, headers: { 'accept-language': 'en' } })
    expect(statusCode).toBe(200)
    expect(body).toContain('Formations flash')
  }
})

test('the catalogue leads people and their tools to both feeds, in their language', async () => {
  const { html } = await app.visitor().get('/formations', { 'accept-language': 'en' })
  for (const [kind, type] of [
    ['ics', 'text/calendar'],
    ['atom', 'application/atom+xml'],
  ]) {
    expect(html).toContain(
      `<link rel="alternate" href="/formations/sessions.${kind}?langue=en" type="${type}"`,
    )
    expect(html).toContain(`<a href="/formations/sessions.${kind}?langue=en">`)
  }
})
