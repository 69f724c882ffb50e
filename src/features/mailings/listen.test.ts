import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bounceAddress } from '../../core/bulk-mail.ts'
import { newId } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { aContact, aSentMailing } from '../../testing/a-mailing.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { buildDueMailing } from './build-due.ts'
import { listenForBounces } from './worker.ts'

const database = freshDatabase()
const app = anApp(database, () => testNow)
let listener: Awaited<ReturnType<typeof listenForBounces>>

beforeAll(async () => {
  const config = { ...app.services.config, bounceListen: { host: '127.0.0.1', port: 0 } }
  listener = await listenForBounces({ ...app.services, config })
})
afterAll(() => listener?.close())

async function send(to: string, raw: string): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: listener?.port ?? 0, secure: false })
  try {
    return (await transport.sendMail({ envelope: { from: '', to: [to] }, raw })).response
  } catch (error) {
    return String(error)
  } finally {
    transport.close()
  }
}

const failure = (code: string) =>
  `From: MAILER-DAEMON@mx.example.net\r\nSubject: failure notice\r\n\r\n<rose@example.org>:\r\nRemote host said: ${code}\r\n`
const reasons = async () =>
  (await database.db.selectFrom('suppressions').select('reason').execute()).map(({ reason }) => reason)

test('a mail server hands a bounce over, and the address it came back to says whose it is', async () => {
  const { db } = database
  await aContact(db, { email: 'rose@example.org' })
  await aSentMailing(db, testNow)
  await transaction(db, (tx) => buildDueMailing(tx, testNow))
  const { id } = await db
    .updateTable('recipients')
    .set({ state: 'sent', endedAt: testNow })
    .returning('id')
    .executeTakeFirstOrThrow()
  const to = bounceAddress(id, 'example.org')
  const away =
    'From: rose@example.org\r\nSubject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\n5.1.1\r\n'
  expect(await send(to, away)).toContain('250')
  expect(await reasons()).toEqual([])
  expect(await send(to, failure('550 5.1.1 user unknown'))).toContain('250')
  expect(await send(to, failure('550 5.1.1 user unknown'))).toContain('250')
  expect(await reasons()).toEqual(['hard-bounce'])
})

test('it is no way to send mail to anybody, and takes nothing that is too large', async () => {
  for (const to of ['rose@example.org', 'r+1@example.org', `${newId()}@example.org`])
    expect(await send(to, failure('550'))).toContain('550')
  const stranger = bounceAddress(newId(), 'example.org')
  expect(await send(stranger, failure('550 5.1.1 user unknown'))).toContain('250')
  expect(await send(stranger, `Subject: x\r\n\r\n${'x'.repeat(900)}\r\n`.repeat(2000))).toContain('552')
})
