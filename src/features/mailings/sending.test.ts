import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { smtpBulkMailer, type BulkMailer } from '../../core/bulk-mail.ts'
import { transaction } from '../../core/db.ts'
import { aContact, aSentMailing, contacts, theMailing } from '../../testing/a-mailing.ts'
import { aRelay, type Relay } from '../../testing/a-relay.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { buildDueMailing } from './build-due.ts'
import { claimBatch } from './claim-batch.ts'
import { buildRecipients, giveUpClaims } from './recipient-store.ts'
import { unhurriedByNobody, type Pace } from './pace.ts'
import { sendBatch } from './send-batch.ts'
import { steerMailing } from './steer-mailing.ts'
import { findNumbers, listAtWork } from './store.ts'

const database = freshDatabase()
let now = testNow
const app = anApp(database, () => now)
let relay: Relay
let mailer: BulkMailer
const from = 'Pignon <bonjour@example.org>'

beforeAll(async () => {
  relay = await aRelay()
  mailer = smtpBulkMailer(relay.url, from)
})
afterAll(async () => {
  mailer.close()
  await relay.close()
})
beforeEach(async () => {
  now = testNow
  relay.received.length = 0
  relay.answer = () => null
  const { db } = database
  await db.deleteFrom('recipients').execute()
  await db.deleteFrom('mailings').execute()
  await db.deleteFrom('suppressions').execute()
  await db.deleteFrom('diagnostics').execute()
  await db.deleteFrom('mailBuckets').execute()
  await db.deleteFrom('mailingDays').execute()
})

const build = () => transaction(database.db, (tx) => buildDueMailing(tx, now))
const numbers = (id: string) => findNumbers(database.db, id)

/** Batches of everything at work until nothing leaves any more. */
async function run(pace: Pace = unhurriedByNobody): Promise<number> {
  const speaker = { programme: app.programme, publicUrl: 'https://pignon.example.org' }
  for (let sent = 0; ;) {
    const batches = []
    for (const mailing of await listAtWork(database.db))
      batches.push(await sendBatch(database.db, () => now, { mailing, mailer, pace, speaker }))
    const claimed = batches.reduce((sum, batch) => sum + batch.claimed, 0)
    if (claimed === 0) return sent
    sent += claimed
  }
}

test('everybody gets the mail once, with their own words, a text part and two ways out', async () => {
  const { db } = database
  const rose = await aContact(db, { email: 'rose@example.org' })
  await aContact(db, { email: 'kim@example.org', language: 'en' })
  const id = await aSentMailing(db, now)
  await build()
  expect(await run()).toBe(2)
  expect((await theMailing(db, id)).state).toBe('done')
  const row = await db
    .selectFrom('recipients')
    .selectAll()
    .where('personId', '=', rose.personId)
    .executeTakeFirstOrThrow()
  const found = relay.received.find(({ to }) => to === 'rose@example.org')
  expect(found?.from).toBe(`r+${row.id}@example.org`)
  const mail = await simpleParser(found?.raw ?? '')
  expect(mail.subject).toBe('Une formation pour Au pain doré')
  expect(mail.messageId).toBe(`<${row.id}@example.org>`)
  expect(mail.text).toContain('Bonjour Au pain doré à Saint-Malo')
  expect(mail.text).toContain(`https://pignon.example.org/u/${row.id}`)
  expect(mail.html).toContain(`href="https://pignon.example.org/u/${row.id}"`)
  expect(found?.raw).not.toContain('{{')
  expect(found?.raw).toContain(`List-Unsubscribe: <https://pignon.example.org/u/${row.id}>`)
  expect(found?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  const other = await simpleParser(relay.received.find(({ to }) => to === 'kim@example.org')?.raw ?? '')
  expect(other.subject).toBe('A training for Au pain doré')
  expect(row).toMatchObject({ source: 'diagnostic', legalBasis: 'legitimate-interest', state: 'sent' })
})

test('rows are built once, however often one tries, and somebody with two shops has one', async () => {
  const { db } = database
  await contacts(db, 5)
  await aContact(db, { email: 'two@example.org' })
  await aContact(db, { email: 'two@example.org' })
  const id = await aSentMailing(db, now)
  const mailing = await theMailing(db, id)
  const builds = await Promise.all([1, 2, 3].map(() => build()))
  expect(builds.filter((built) => built !== null)).toEqual([{ mailingId: id, recipients: 6 }])
  expect(await transaction(db, (tx) => buildRecipients(tx, now, mailing))).toBe(0)
})

test('who left between the building and the sending gets nothing', async () => {
  const { db } = database
  await aContact(db, { email: 'Left.Person@example.org'.toLowerCase() })
  await aContact(db, { email: 'stays@example.org' })
  const id = await aSentMailing(db, now)
  await build()
  await db
    .insertInto('suppressions')
    .columns(['addressKey', 'reason', 'suppressedAt'])
    .expression((eb) =>
      eb
        .selectFrom('recipients')
        .select(['addressKey', eb.val('unsubscribed').as('reason'), eb.val(now).as('at')])
        .where('email', '=', 'left.person@example.org'),
    )
    .execute()
  await run()
  expect(relay.received.map(({ to }) => to)).toEqual(['stays@example.org'])
  expect((await numbers(id)).left).toEqual([{ reason: 'unsubscribed', count: 1 }])
})

test('a mailing that starts leaves out those who left, refused, hide or were written to', async () => {
  const { db } = database
  const refused = await aContact(db)
  await aContact(db, { business: { diffusion: 'P' } })
  await aContact(db, { email: 'open@example.org' })
  const noted = await aStaffActor(db, 'adviser')
  await db
    .insertInto('contactRefusals')
    .values({ businessId: refused.businessId, refusedAt: now, notedBy: noted.personId })
    .execute()
  await aSentMailing(db, now)
  await build()
  await run()
  expect(relay.received.map(({ to }) => to)).toEqual(['open@example.org'])
  const second = await aSentMailing(db, now)
  await build()
  await run()
  expect(relay.received).toHaveLength(1)
  const { left } = await numbers(second)
  expect(left.map(({ reason }) => reason).sort()).toEqual([
    'recently-written-to',
    'refused-contact',
    'undisclosed',
  ])
})

test('four workers at once send each mail once', async () => {
  const { db } = database
  await contacts(db, 100)
  const id = await aSentMailing(db, now)
  await build()
  await Promise.all([run(), run(), run(), run()])
  expect(new Set(relay.received.map(({ to }) => to)).size).toBe(100)
  expect(relay.received).toHaveLength(100)
  expect((await numbers(id)).states.sent).toBe(100)
})

test('what a dead worker had in hand becomes uncertain and is never sent again', async () => {
  const { db } = database
  await contacts(db, 30)
  const id = await aSentMailing(db, now)
  await build()
  const [mailing] = await listAtWork(db)
  if (!mailing) throw new Error('nothing is at work')
  const claimed = await transaction(db, (tx) => claimBatch(tx, now, { mailing, pace: unhurriedByNobody }))
  expect(claimed).toHaveLength(20)
  await run()
  expect((await theMailing(db, id)).state).toBe('sending')
  expect(await transaction(db, (tx) => giveUpClaims(tx, new Date(now.getTime() + 1)))).toBe(20)
  expect(await run()).toBe(0)
  const { states } = await numbers(id)
  expect(states).toMatchObject({ sent: 10, uncertain: 20, waiting: 0, claimed: 0 })
  expect((await theMailing(db, id)).state).toBe('done')
})

test('a mailing is paused, goes on, and stops for good', async () => {
  const { db } = database
  const actor = await aStaffActor(db, 'operator')
  await contacts(db, 30)
  const id = await aSentMailing(db, now)
  await build()
  const steer = (to: 'pause' | 'resume' | 'stop') =>
    transaction(db, (tx) => steerMailing(tx, now, actor, { id, to }))
  expect((await steer('pause')).kind).toBe('done')
  expect(await run()).toBe(0)
  expect((await steer('pause')).kind).toBe('nothing-to-do')
  expect((await steer('resume')).kind).toBe('done')
  relay.answer = async () => {
    relay.answer = () => null
    await steer('stop')
    return null
  }
  expect(await run()).toBe(20)
  const { states, left } = await numbers(id)
  expect(states).toMatchObject({ sent: 20, skipped: 10, waiting: 0 })
  expect(left).toEqual([{ reason: 'stopped', count: 10 }])
  expect((await steer('resume')).kind).toBe('nothing-to-do')
})

test('an address that does not exist is not written to again; one that is full is, until the third time', async () => {
  const { db } = database
  await aContact(db, { email: 'gone@example.org' })
  await aContact(db, { email: 'full@example.org' })
  relay.answer = (to) =>
    to === 'gone@example.org'
      ? { code: 550, words: '5.1.1 user unknown' }
      : { code: 552, words: '5.2.2 mailbox full' }
  const seen: unknown[] = []
  for (let week = 0; week < 4; week += 1) {
    now = new Date(testNow.getTime() + week * 7 * 86_400_000)
    const id = await aSentMailing(db, now)
    await build()
    await run()
    seen.push((await numbers(id)).left.map(({ reason }) => reason).sort())
  }
  expect(seen).toEqual([[], ['hard-bounce'], ['hard-bounce'], ['hard-bounce', 'soft-bounces']])
})

test('a relay that says later is asked later; one that is away loses nothing', async () => {
  const { db } = database
  await contacts(db, 3)
  relay.answer = () => ({ code: 451, words: '4.7.1 greylisted' })
  const id = await aSentMailing(db, now)
  await build()
  await run()
  expect((await numbers(id)).states.deferred).toBe(3)
  relay.answer = () => null
  expect(await run()).toBe(0)
  now = new Date(testNow.getTime() + 6 * 60_000)
  const away = smtpBulkMailer('smtp://127.0.0.1:9', from)
  const speaker = { programme: app.programme, publicUrl: 'https://pignon.example.org' }
  const [mailing] = await listAtWork(db)
  if (!mailing) throw new Error('nothing is at work')
  const round = { mailing, mailer: away, pace: unhurriedByNobody, speaker }
  expect(await sendBatch(db, () => now, round)).toEqual({ claimed: 3, isAway: true })
  away.close()
  expect((await numbers(id)).states.waiting).toBe(3)
  now = new Date(now.getTime() + 61_000)
  expect(await run()).toBe(3)
})

test('a relay that refuses us pauses the mailing and leaves the contacts', async () => {
  const { db } = database
  await contacts(db, 60)
  relay.answer = () => ({ code: 550, words: '5.7.1 blocked: your server is on a block list' })
  const id = await aSentMailing(db, now)
  await build()
  await run()
  expect(await theMailing(db, id)).toMatchObject({ state: 'paused', pauseReason: 'policy' })
  const { states } = await numbers(id)
  expect(states).toMatchObject({ failed: 20, waiting: 40 })
  expect(await db.selectFrom('suppressions').selectAll().execute()).toEqual([])
})

test('no more leaves than the sender and each destination take, by several workers together', async () => {
  const { db } = database
  for (const domain of ['gmail.com', 'orange.fr', 'example.org'])
    for (let i = 0; i < 12; i += 1) await aContact(db, { email: `person-${i}@${domain}` })
  await aSentMailing(db, now)
  await build()
  const destination = { ...unhurriedByNobody.destination, gmail: 50, orange: 20 }
  const pace: Pace = { ...unhurriedByNobody, destination }
  const to = (domain: string) => relay.received.filter((mail) => mail.to.endsWith(domain)).length
  await Promise.all([run(pace), run(pace), run(pace)])
  expect([to('gmail.com'), to('orange.fr'), to('example.org')]).toEqual([5, 2, 12])
  now = new Date(testNow.getTime() + 6_000)
  await Promise.all([run(pace), run(pace)])
  expect([to('gmail.com'), to('orange.fr')]).toEqual([10, 4])
  now = new Date(testNow.getTime() - 3_600_000)
  expect(await run(pace)).toBe(0)
})

test('on its first day a new sender writes to few, and nobody is woken up overseas', async () => {
  const { db } = database
  await contacts(db, 8)
  await aContact(db, { email: 'noumea@example.org', business: { departmentCode: '988' } })
  await aSentMailing(db, now)
  await build()
  const pace: Pace = { ...unhurriedByNobody, warmUp: [5, 6], hours: { from: 8, to: 20 } }
  expect(await run(pace)).toBe(5)
  now = new Date(testNow.getTime() + 86_400_000)
  expect(await run(pace)).toBe(3)
  expect(relay.received.map(({ to }) => to)).not.toContain('noumea@example.org')
  now = new Date('2026-11-24T21:30:00Z')
  expect(await run({ ...pace, warmUp: [] })).toBe(1)
})
