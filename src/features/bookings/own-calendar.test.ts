import { sync } from 'node-ical'
import { expect, test } from 'vitest'
import { anApp, testNow } from '../../testing/app.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { freshDatabase } from '../../testing/database.ts'
import { transaction } from '../../core/db.ts'
import { cancelBooking } from './cancel-booking.ts'

const database = freshDatabase()
const app = anApp(database)

const addressIn = (html: string) =>
  /<code>http:\/\/localhost:3000(\/agenda\/[\w-]{22}\/formations\.ics)<\/code>/.exec(html)?.[1]

/** Somebody signed in who has asked for an address. */
async function aFollower(email: string) {
  const visitor = await app.signedInAs(null, email)
  const space = await visitor.get('/mon-espace')
  expect(addressIn(space.html)).toBeUndefined()
  expect((await visitor.post('/mon-espace/agenda')).location).toBe('/mon-espace#agenda')
  const address = addressIn((await visitor.get('/mon-espace')).html) ?? ''
  expect(address).not.toBe('')
  return { visitor, address }
}

/** The text of an entry, with ordinary spaces. */
const wordsOf = (entry: { description?: unknown } | undefined) =>
  typeof entry?.description === 'string' ? entry.description.replaceAll(/[\u00A0\u202F]/g, ' ') : ''

const entriesAt = async (address: string) => {
  const reply = await app.server.inject({ url: address })
  expect(reply.statusCode).toBe(200)
  return Object.values(sync.parseICS(reply.body)).filter((part) => part?.type === 'VEVENT')
}

test('my calendar holds my seats and nobody else’s, with the link to the room, and no cache keeps it', async () => {
  const { address } = await aFollower('rose@example.org')
  const own = await aBooking(database.db, { email: 'rose@example.org' })
  await aBooking(database.db, { email: 'paul@example.org' })
  const reply = await app.server.inject({ url: address })
  expect(reply.headers['cache-control']).toBe('private, no-store')
  expect(reply.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(reply.body).toContain('METHOD:PUBLISH')
  const entries = await entriesAt(address)
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({
    uid: `booking-${own.id}@localhost`,
    location: 'https://salle.example.org/f01',
    status: 'CONFIRMED',
  })
  expect(wordsOf(entries[0])).toContain('https://salle.example.org/f01')
  const unfolded = reply.body.replaceAll('\r\n ', '')
  expect(unfolded).not.toContain('ATTENDEE')
  // It would let its reader cancel, and would outlive a renewal.
  expect(unfolded).not.toContain(own.token)
})

test('a seat given back leaves my calendar; a session called off says so in it', async () => {
  const { address } = await aFollower('lea@example.org')
  const kept = await aBooking(database.db, { email: 'lea@example.org' })
  const back = await aBooking(database.db, { email: 'lea@example.org' })
  await transaction(database.db, (tx) => cancelBooking(tx, testNow, { token: back.token }))
  await database.db
    .updateTable('trainingSessions')
    .set({ cancelledAt: testNow })
    .where('id', '=', kept.session.id)
    .execute()
  const entries = await entriesAt(address)
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ uid: `booking-${kept.id}@localhost`, status: 'CANCELLED' })
})

test('an address that is renewed leads nowhere any more; looking at my space changes nothing', async () => {
  const { visitor, address } = await aFollower('ana@example.org')
  await visitor.get('/mon-espace')
  expect((await app.server.inject({ url: address })).statusCode).toBe(200)
  await visitor.post('/mon-espace/agenda')
  const fresh = addressIn((await visitor.get('/mon-espace')).html) ?? ''
  expect(fresh).not.toBe(address)
  const old = await app.server.inject({ url: address })
  expect([old.statusCode, old.headers['cache-control']]).toEqual([404, 'private, no-store'])
  expect((await app.server.inject({ url: fresh })).statusCode).toBe(200)
})

test.each(['x', 'a'.repeat(22), `${'a'.repeat(21)}%27`])(
  'a guessed address is not there: %s',
  async (token) => {
    expect((await app.server.inject({ url: `/agenda/${token}/formations.ics` })).statusCode).toBe(404)
  },
)

test('who has not signed in is asked to, and gets no address', async () => {
  const reply = await app.visitor().post('/mon-espace/agenda')
  expect(reply.location).toContain('/connexion')
})

test.each([
  ['Indian/Reunion', '974', '2027-03-30T12:00:00Z', '16 h 00'],
  ['Pacific/Noumea', '988', '2027-03-28T01:30:00Z', '12 h 30'],
])(
  'in %s the calendar says the instant, and the text the hour there',
  async (_zone, departmentCode, start, local) => {
    const email = `from-${departmentCode}@example.org`
    const { address } = await aFollower(email)
    const values = {
      siret: `1000000000${departmentCode}0`,
      name: 'ÎLE',
      departmentCode,
      source: 'test',
      importedAt: testNow,
    }
    const { id: businessId } = await database.db
      .insertInto('businesses')
      .values(values)
      .returning('id')
      .executeTakeFirstOrThrow()
    const startsAt = new Date(start)
    const session = await aTrainingSession(database.db, { startsAt })
    await aBooking(database.db, { session, email, businessId })
    const [entry] = await entriesAt(address)
    expect(entry?.start.toISOString()).toBe(startsAt.toISOString())
    const words = wordsOf(entry)
    expect(words).toContain('heure de Paris')
    expect(words).toContain(local)
  },
)
