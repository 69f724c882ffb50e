import { expect, test } from 'vitest'
import { newToken } from '../../core/clock.ts'
import { aLiveRoom } from '../../testing/a-live-room.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, hidden, testNow, type TestPage, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { bookingUrls } from '../bookings/urls.ts'
import { roomPaths } from './urls.ts'

const database = freshDatabase()
let now = testNow
const app = anApp(database, () => now)

async function at<T>(moment: Date, look: () => Promise<T>): Promise<T> {
  now = moment
  return look().finally(() => (now = testNow))
}
const minutesAfter = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000)
const asScript = { accept: 'application/json' }

async function aRoomOf(session: { roomUrl?: string | null } = {}) {
  const { seats, session: made } = await aLiveRoom(database.db, { session })
  const [seat] = seats
  const room = bookingUrls.room(seat?.token ?? '')
  return { session: made, seats, room, visitor: app.visitor() }
}

const ask = (visitor: Visitor, room: string, words: string, page = newToken()) =>
  visitor.post(room + roomPaths.questions, { words, page })

test('before it opens, the page says when in the hour of the session; after, it leads to the training', async () => {
  const booking = await aBooking(database.db)
  const room = bookingUrls.room(booking.token)
  const early = await app.visitor().get(room)
  expect(early.status).toBe(200)
  expect(early.html).toContain('Elle ouvre le lundi 30 novembre 2026, 13 h 45 (heure de Paris).')
  expect(early.html).not.toContain('Entrer dans la salle')
  const over = await at(minutesAfter(booking.session.endsAt, 30), () => app.visitor().get(room))
  expect(over.status).toBe(410)
  expect(over.html).toContain('Revoir la formation')
})

test('a session that was moved says so, with its new hour; one that was called off, too', async () => {
  const booking = await aBooking(database.db)
  const { id, startsAt, endsAt } = booking.session
  const change = {
    trainingSessionId: id,
    told: 1,
    changedAt: testNow,
    message: null,
    wasZone: 'Europe/Paris',
  }
  const actor = await database.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
  await database.db
    .insertInto('sessionChanges')
    .values({ ...change, kind: 'moved', version: 1, wasStartsAt: startsAt, changedBy: actor.id })
    .execute()
  const later = { startsAt: minutesAfter(startsAt, 60), endsAt: minutesAfter(endsAt, 60) }
  await database.db.updateTable('trainingSessions').set(later).where('id', '=', id).execute()
  const moved = await at(startsAt, () => app.visitor().get(bookingUrls.room(booking.token)))
  expect(moved.html).toContain('Elle a lieu maintenant le lundi 30 novembre 2026, 15 h 00')
  await database.db
    .updateTable('trainingSessions')
    .set({ cancelledAt: testNow })
    .where('id', '=', id)
    .execute()
  const off = await at(startsAt, () => app.visitor().get(bookingUrls.room(booking.token)))
  expect([off.status, off.html.includes('Cette session est annulée')]).toEqual([410, true])
})

test('looking changes nothing: going in is a button, and it is noted once', async () => {
  const { session } = await aLiveRoom(database.db, { seats: 0 })
  const { id, token } = await aBooking(database.db, { session, at: minutesAfter(session.startsAt, -60) })
  const room = bookingUrls.room(token)
  const visitor = app.visitor()
  const joins = async () =>
    (
      await database.db
        .selectFrom('attendanceJoins')
        .select('bookingId')
        .where('bookingId', '=', id)
        .execute()
    ).length
  for (const path of [room, room, room + roomPaths.presence, room + roomPaths.questions])
    await visitor.get(path)
  expect(await joins()).toBe(0)
  expect((await visitor.get(room)).html).toContain('Entrer dans la salle')
  expect((await visitor.post(room)).location).toBe(room)
  expect((await visitor.post(room)).status).toBe(303)
  expect(await joins()).toBe(1)
  const inside = await visitor.get(room)
  for (const words of ['1 personne est là', 'Poser une question', 'noindex', 'Actualiser'])
    expect(inside.html).toContain(words)
})

test('an address that is no key leads to a page that helps, whatever is sent to it', async () => {
  for (const token of ['abc', newToken()]) {
    const room = bookingUrls.room(token)
    expect((await app.visitor().get(room)).status).toBe(404)
    expect((await app.visitor().get(room + roomPaths.stream)).status).toBe(404)
    for (const path of ['', roomPaths.presence, roomPaths.questions, roomPaths.votes, roomPaths.choices])
      expect((await app.visitor().post(room + path, { words: 'Bonjour ?' })).status, path).toBe(404)
  }
})

test('no frame of another site without a tap, and only this page may have one, of this one site', async () => {
  const { room, visitor, session } = await aRoomOf({ roomUrl: 'https://youtu.be/dQw4w9WgXcQ' })
  const page = await visitor.get(room)
  expect(page.html).not.toContain('<iframe')
  expect(page.html).toContain('Afficher la vidéo de youtu.be')
  expect(page.html).toContain('href="https://youtu.be/dQw4w9WgXcQ" target="_blank" rel="noopener noreferrer"')
  const policy = (found: TestPage) => String(found.headers['content-security-policy'])
  expect(policy(page)).toMatch(/;frame-src https:\/\/www\.youtube-nocookie\.com$/)
  const other = await visitor.get('/formations')
  expect(policy(other)).not.toContain('frame-src')
  await database.db
    .updateTable('trainingSessions')
    .set({ roomUrl: 'javascript:alert(1)' })
    .where('id', '=', session.id)
    .execute()
  const broken = await visitor.get(room)
  expect(broken.html).not.toContain('javascript:')
  expect(policy(broken)).not.toContain('frame-src')
})

test('a question goes to everybody’s page without a name; an empty or endless one comes back', async () => {
  const { room, seats, visitor } = await aRoomOf()
  const page = await visitor.get(room)
  const sent = await ask(visitor, room, 'Comment répondre aux avis ?', hidden(page, 'page'))
  expect([sent.status, sent.location]).toEqual([303, `${room}#questions`])
  await ask(visitor, room, 'Comment répondre aux avis ?', hidden(page, 'page'))
  const other = await app.visitor().get(bookingUrls.room(seats[1]?.token ?? ''))
  expect(other.html.match(/class="question-words">Comment répondre aux avis \?/g)).toHaveLength(1)
  const empty = await ask(visitor, room, '   ')
  expect([empty.status, empty.html.includes('Écrivez votre question.')]).toEqual([422, true])
  const long = await ask(visitor, room, 'a'.repeat(301))
  expect(long.status).toBe(422)
  expect(long.html).toContain(`>${'a'.repeat(301)}</textarea>`)
  expect(long.html).toContain('300 signes au plus')
})

test('words with signs of a page in them are words', async () => {
  const { room, visitor } = await aRoomOf()
  await ask(visitor, room, '</div><script>alert("1")</script>')
  const page = await visitor.get(room)
  expect(page.html).not.toContain('<script>alert')
  expect(page.html).toContain('&lt;script>alert')
})

test('the script of the page gets a receipt in place of a page', async () => {
  const { room, visitor } = await aRoomOf()
  const sent = await visitor.post(room + roomPaths.questions, { words: 'Par le script ?' }, asScript)
  expect(sent.status).toBe(200)
  expect(JSON.parse(sent.html)).toMatchObject({ isDone: true, said: 'Votre question est envoyée.' })
  const question = /name="question" value="([^"]+)"/.exec((await visitor.get(room)).html)?.[1] ?? ''
  const vote = await visitor.post(room + roomPaths.votes, { question, vote: '1' }, asScript)
  expect(JSON.parse(vote.html)).toMatchObject({ isDone: true, said: null, own: { votes: [question] } })
  const empty = await visitor.post(room + roomPaths.questions, { words: '' }, asScript)
  expect(empty.status).toBe(422)
  expect(JSON.parse(empty.html)).toMatchObject({ isDone: false, said: 'Écrivez votre question.' })
})

test('what makes no sense is answered in words, never by a broken page', async () => {
  const { room, visitor } = await aRoomOf()
  for (const [path, fields] of [
    [roomPaths.votes, { question: 'x', vote: '1' }],
    [roomPaths.votes, { question: crypto.randomUUID(), vote: '1' }],
    [roomPaths.choices, { poll: crypto.randomUUID(), choice: '9' }],
    [roomPaths.choices, { poll: crypto.randomUUID(), choice: '1' }],
  ] as const) {
    const page = await visitor.post(room + path, fields)
    expect(page.status).toBe(409)
    expect(page.html).toContain('role="status"')
  }
})

test('the page says that it is open; once the room is closed, it is told so', async () => {
  const { room, visitor, session } = await aRoomOf()
  expect((await visitor.post(room + roomPaths.presence)).status).toBe(204)
  const over = await at(minutesAfter(session.endsAt, 31), () => visitor.post(room + roomPaths.presence))
  expect(over.status).toBe(410)
  const form = await at(minutesAfter(session.endsAt, 31), () => ask(visitor, room, 'Trop tard ?'))
  expect([form.status, form.html.includes('La salle est fermée')]).toEqual([410, true])
})

test('from an hour before, the page of the booking leads to the room, and not past it', async () => {
  const session = await aTrainingSession(database.db)
  const booking = await aBooking(database.db, { session })
  const look = (minutes: number) =>
    at(minutesAfter(session.startsAt, minutes), () => app.visitor().get(bookingUrls.booking(booking.token)))
  const before = await look(-61)
  expect(before.html).toContain('href="https://salle.example.org/f01"')
  expect(before.html).not.toContain(bookingUrls.room(booking.token))
  for (const minutes of [-60, -1, 10, 59]) {
    const page = await look(minutes)
    expect(page.html).toContain(`href="${bookingUrls.room(booking.token)}">Aller à la salle`)
    expect(page.html).not.toContain('salle.example.org')
  }
  expect((await look(10)).html).toContain('<h1>Votre session a lieu maintenant</h1>')
  expect((await look(60)).html).toContain('<h1>Cette session est passée</h1>')
})
