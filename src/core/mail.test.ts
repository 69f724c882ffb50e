import { simpleParser } from 'mailparser'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../testing/database.ts'
import { listJobs } from '../testing/jobs.ts'
import { transaction } from './db.ts'
import {
  deliverMail,
  forgetOldMails,
  queueMail,
  sendMail,
  smtpMailer,
  type Mail,
  type Mailer,
} from './mail.ts'

const test1 = freshDatabase()
const received: string[] = []
let refuse = false
let mailer: Mailer
const relay = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      if (refuse) return done(Object.assign(new Error('try later'), { responseCode: 451 }))
      received.push(Buffer.concat(chunks).toString())
      return done()
    })
  },
})

beforeAll(async () => {
  relay.listen(0, '127.0.0.1')
  await once(relay.server, 'listening')
  const { port } = relay.server.address() as { port: number }
  mailer = smtpMailer(`smtp://127.0.0.1:${port}`, 'Pignon <bonjour@example.org>')
})

afterAll(async () => {
  mailer.close()
  await new Promise<void>((resolve) => relay.close(resolve))
})

const now = new Date('2026-11-23T09:00:00Z')
const hello: Mail = {
  kind: 'test',
  to: 'rose@example.org',
  subject: 'Réservée',
  html: '<p>Votre place</p>',
  plain: 'Votre place',
}
const queue = (mail: Mail) => transaction(test1.db, (tx) => queueMail(tx, now, mail))
const deliver = (mailId: string, at = now) => deliverMail(test1.db, () => at, { mailer, mailId })

test('a mail is a row and a job of the same transaction', async () => {
  const before = (await listJobs(test1, sendMail)).length
  await queue(hello)
  await transaction(test1.db, async (tx) => {
    await queueMail(tx, now, hello)
    throw new Error('undone')
  }).catch(() => {})
  expect((await listJobs(test1, sendMail)).length).toBe(before + 1)
})

test('a mail with a key is written once', async () => {
  expect(await queue({ ...hello, onceKey: 'k' })).not.toBeNull()
  expect(await queue({ ...hello, onceKey: 'k' })).toBeNull()
})

test('it arrives with its accents, a Message-ID of its own, and is sent once', async () => {
  received.length = 0
  const id = (await queue(hello)) ?? ''
  await deliver(id)
  await deliver(id)
  expect(received).toHaveLength(1)
  const mail = await simpleParser(received[0] ?? '')
  expect(mail.subject).toBe('Réservée')
  expect(mail.messageId).toBe(`<${id}@example.org>`)
})

test('an invitation has both calendar parts in base64', async () => {
  received.length = 0
  const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Prêt à ouvrir\r\nEND:VCALENDAR\r\n'
  await deliver((await queue({ ...hello, calendar: { method: 'REQUEST', content } })) ?? '')
  const [raw = ''] = received
  const parts = [...raw.matchAll(/Content-Type: (text\/calendar|application\/ics)[\s\S]*?\r\n\r\n/g)].map(
    ([head]) => head,
  )
  expect(parts).toHaveLength(2)
  for (const head of parts) expect(head).toMatch(/Content-Transfer-Encoding: base64/i)
  const mail = await simpleParser(raw)
  expect(mail.attachments.map(({ content: bytes }) => bytes.toString())).toContain(content)
})

test('a relay that refuses for now leaves the mail to be sent again', async () => {
  const id = (await queue(hello)) ?? ''
  refuse = true
  await expect(deliver(id)).rejects.toThrow('try later')
  refuse = false
  received.length = 0
  await deliver(id)
  expect(received).toHaveLength(1)
})

test('two workers never send the same mail together; a dead worker’s claim is taken over', async () => {
  const id = (await queue(hello)) ?? ''
  await test1.db.updateTable('mails').set({ claimedAt: now }).where('id', '=', id).execute()
  await expect(deliver(id)).rejects.toThrow('another worker')
  received.length = 0
  await deliver(id, new Date(now.getTime() + 31_000))
  expect(received).toHaveLength(1)
})

test('a relay that takes the call and says nothing does not hold us up', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as { port: number }
  const patience = { connectionTimeout: 200, greetingTimeout: 200, socketTimeout: 200 }
  const caller = smtpMailer(`smtp://127.0.0.1:${port}`, 'Pignon <bonjour@example.org>', patience)
  await expect(caller.deliver({ ...hello, id: 'none' })).rejects.toThrow(/greeting|timeout/i)
  caller.close()
  silent.close()
})

test('mails are forgotten after a month, those with a code after a day', async () => {
  const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000 + 1)
  const [letter, code] = [await queue(hello), await queue({ ...hello, kind: 'a.code' })]
  const left = async () => {
    const rows = await test1.db.selectFrom('mails').select('id').execute()
    return [letter, code].map((id) => rows.some((row) => row.id === id))
  }
  const forget = (days: number) =>
    transaction(test1.db, (tx) => forgetOldMails(tx, daysLater(days), ['a.code']))
  await forget(0)
  expect(await left()).toEqual([true, true])
  await forget(1)
  expect(await left()).toEqual([true, false])
  await forget(30)
  expect(await left()).toEqual([false, false])
})
