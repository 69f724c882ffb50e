import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { aContact, aSentMailing } from '../../testing/a-mailing.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { everyRow } from '../../testing/every-row.ts'
import { outboxBulkMailer } from '../../core/bulk-mail.ts'
import { buildDueMailing } from './build-due.ts'
import { countAudience } from './contact-store.ts'
import { unhurriedByNobody } from './pace.ts'
import { sendBatch } from './send-batch.ts'
import { listAtWork } from './store.ts'
import { leaveUrls } from './urls.ts'

const database = freshDatabase()
const app = anApp(database, () => testNow)

beforeEach(async () => {
  const { db } = database
  for (const table of ['suppressions', 'recipients', 'mailings', 'diagnostics'] as const)
    await db.deleteFrom(table).execute()
})

/** A mail that somebody got: its secret, and what is in it. */
async function aMailTo(email: string): Promise<{ token: string; links: string[] }> {
  const { db } = database
  await aContact(db, { email })
  await aSentMailing(db, testNow)
  await transaction(db, (tx) => buildDueMailing(tx, testNow))
  const speaker = { programme: app.programme, publicUrl: 'http://localhost:3000' }
  for (const mailing of await listAtWork(db)) {
    const round = { mailing, mailer: outboxBulkMailer(db), pace: unhurriedByNobody, speaker }
    while ((await sendBatch(db, () => testNow, round)).claimed > 0);
  }
  const { id } = await db
    .selectFrom('recipients')
    .select('id')
    .where('email', '=', email)
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow()
  const { html, plain } = await db
    .selectFrom('mails')
    .select(['html', 'plain'])
    .where('onceKey', '=', `mailings.mailing:${id}`)
    .executeTakeFirstOrThrow()
  const links = [...`${html} ${plain}`.matchAll(/http:\/\/localhost:3000[^\s"<]*/g)].map(([link]) => link)
  return { token: id, links: [...new Set(links)] }
}

const suppressions = () =>
  database.db.selectFrom('suppressions').select(['scope', 'reason']).orderBy('scope').execute()

/** As a mailbox does it: no cookie, no word of where it comes from. */
const oneClick = (token: string, type: string, payload: string) =>
  app.server.inject({
    method: 'POST',
    url: leaveUrls.leave(token),
    headers: { 'content-type': type },
    payload,
  })

test('a filter that opens every link of a mail changes nothing', async () => {
  const { token, links } = await aMailTo('scanned@example.org')
  expect(links).toContain(`http://localhost:3000${leaveUrls.leave(token)}`)
  expect(links.length).toBeGreaterThanOrEqual(2)
  // How often somebody searches is counted for a few minutes, whoever they are.
  const before = await everyRow(database.db, ['rate_limits'])
  for (const link of links)
    for (const method of ['GET', 'HEAD'] as const)
      expect((await app.server.inject({ method, url: link.slice(21) })).statusCode, link).toBeLessThan(400)
  expect(await everyRow(database.db, ['rate_limits'])).toEqual(before)
})

test.each([
  ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
  ],
  ['text/nonsense', 'anything'],
])('a mailbox leaves for somebody in one post, as %s', async (type, payload) => {
  const { token } = await aMailTo('leaves@example.org')
  const answers = await Promise.all([1, 2, 3].map(() => oneClick(token, type, payload)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect(answers.every(({ headers }) => headers.location === undefined)).toBe(true)
  expect(await suppressions()).toEqual([{ scope: 'all', reason: 'unsubscribed' }])
})

test('a link that belongs to no mail is answered as well, and writes nothing', async () => {
  for (const token of [newId(), 'nonsense', '%20']) {
    const answer = await oneClick(token, 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click')
    expect(answer.statusCode).toBe(200)
  }
  expect(await suppressions()).toEqual([])
  expect((await app.visitor().get(leaveUrls.leave(newId()))).status).toBe(200)
})

test('only this door stands open to other sites', async () => {
  const { token } = await aMailTo('guarded@example.org')
  const answer = await app.server.inject({
    method: 'POST',
    url: leaveUrls.choose(token),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'news=oui',
  })
  expect(answer.statusCode).toBe(403)
  expect(await suppressions()).toEqual([])
})

test('one keeps the trainings and leaves the news, or takes it all back', async () => {
  const { token } = await aMailTo('chooses@example.org')
  const visitor = app.visitor()
  const choose = (fields: Record<string, string>) => visitor.post(leaveUrls.choose(token), fields)
  expect((await choose({ trainings: 'oui' })).html).toContain('Votre choix est noté')
  expect(await suppressions()).toEqual([{ scope: 'news', reason: 'unsubscribed' }])
  const wanted = { reach: { relayId: null }, audience: { kind: 'everybody' } as const }
  const later = new Date(testNow.getTime() + 30 * 86_400_000)
  const count = (topic: 'trainings' | 'news') => countAudience(database.db, later, { ...wanted, topic })
  expect((await count('trainings')).recipients).toBe(1)
  expect(await count('news')).toEqual({ recipients: 0, left: [{ reason: 'unsubscribed', count: 1 }] })
  await choose({})
  expect(await suppressions()).toEqual([{ scope: 'all', reason: 'unsubscribed' }])
  expect((await visitor.get(leaveUrls.leave(token))).html).toContain('ne reçoit plus nos messages')
  await choose({ trainings: 'oui', news: 'oui' })
  expect(await suppressions()).toEqual([])
})

test('a complaint cannot be taken back by a choice', async () => {
  const { token } = await aMailTo('complained@example.org')
  const { db } = database
  const { addressKey } = await db
    .selectFrom('recipients')
    .select('addressKey')
    .where('id', '=', token)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('suppressions')
    .values({ addressKey, reason: 'complaint', suppressedAt: testNow })
    .execute()
  await app.visitor().post(leaveUrls.choose(token), { trainings: 'oui', news: 'oui' })
  expect(await suppressions()).toEqual([{ scope: 'all', reason: 'complaint' }])
})

test('who left stays away, also spelt otherwise, known again or brought back by another shop', async () => {
  const { db } = database
  const { token } = await aMailTo('rose.keller@gmail.com')
  await oneClick(token, 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click')
  for (const table of ['recipients', 'mailings', 'diagnostics'] as const) await db.deleteFrom(table).execute()
  await db.deleteFrom('people').where('email', '=', 'rose.keller@gmail.com').execute()
  for (const email of ['rose.keller@gmail.com', 'rosekeller+boulangerie@googlemail.com']) {
    await aContact(db, { email })
  }
  const wanted = { reach: { relayId: null }, audience: { kind: 'everybody' }, topic: 'news' } as const
  expect(await countAudience(db, testNow, wanted)).toEqual({
    recipients: 0,
    left: [{ reason: 'unsubscribed', count: 2 }],
  })
})
