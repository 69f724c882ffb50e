import { createServer, connect } from 'node:net'
import { once } from 'node:events'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aRelay, type Relay } from '../testing/a-relay.ts'
import { bounceAddress, smtpBulkMailer, type BulkMail } from './bulk-mail.ts'

let relay: Relay
const from = 'Pignon <bonjour@example.org>'
const now = new Date('2026-11-23T09:00:00Z')
const mail: BulkMail = {
  id: '3f6c1a52-8a43-4d4e-9c0e-2f4a5b6c7d8e',
  kind: 'test',
  to: 'rose@example.org',
  subject: 'Bonjour',
  html: '<p>Bonjour</p>',
  plain: 'Bonjour',
  senderName: 'Programme · Union',
  leaveUrl: 'https://pignon.example.org/u/3f6c1a52-8a43-4d4e-9c0e-2f4a5b6c7d8e',
}

beforeAll(async () => {
  relay = await aRelay()
})
afterAll(() => relay.close())

async function deliverTo(url: string, more: Partial<BulkMail> = {}) {
  const mailer = smtpBulkMailer(url, from)
  const delivery = await mailer.deliver({ ...mail, ...more }, now)
  mailer.close()
  return delivery
}

test.each(['192.0.2.1', '203.0.113.7', '[2001:db8::1]'])(
  'no test can reach a mail server that is not this machine: %s',
  async (host) => {
    expect(await deliverTo(`smtp://${host}:25`)).toMatchObject({
      kind: 'away',
      reply: expect.stringContaining('tests stay on this machine') as string,
    })
    const socket = connect(25, host.replaceAll(/[[\]]/g, ''))
    const [error] = (await once(socket, 'close').catch((thrown: unknown) => [thrown])) as [unknown]
    expect(String(error)).toContain('tests stay on this machine')
  },
)

test('what a relay says is told apart: taken, refused, later, away, and silence after the whole mail', async () => {
  relay.answer = () => null
  expect((await deliverTo(relay.url)).kind).toBe('accepted')
  relay.answer = () => ({ code: 550, words: '5.1.1 user unknown' })
  expect(await deliverTo(relay.url)).toMatchObject({ kind: 'refused', status: '5.1.1' })
  relay.answer = () => ({ code: 451, words: '4.7.1 later' })
  expect(await deliverTo(relay.url)).toMatchObject({ kind: 'later', status: '4.7.1' })
  expect((await deliverTo('smtp://127.0.0.1:9')).kind).toBe('away')
})

test('a relay that hangs up in the middle leaves the mail uncertain: it is not sent again', async () => {
  const replies: Record<string, string> = { EHLO: '250 here', MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go' }
  let mails = 0
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write('220 here\r\n')
    socket.on('data', (chunk: Buffer) => {
      const reply = replies[chunk.toString().slice(0, 4).toUpperCase()]
      if (reply) return socket.write(`${reply}\r\n`)
      mails += 1
      return socket.destroy()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  expect((await deliverTo(`smtp://127.0.0.1:${port}`)).kind).toBe('unknown')
  expect(mails).toBe(1)
  server.close()
})

test('nothing in a name becomes a header or another recipient', async () => {
  relay.answer = () => null
  relay.received.length = 0
  const nasty = 'Union\r\nBcc: tous@example.org\r\n"<x@example.org>,'
  await deliverTo(relay.url, { senderName: nasty, subject: 'Bonjour\r\nBcc: tous@example.org' })
  const [received] = relay.received
  const read = await simpleParser(received?.raw ?? '')
  expect(received).toMatchObject({ to: mail.to, from: bounceAddress(mail.id, 'example.org') })
  expect(read.bcc).toBeUndefined()
  expect(read.from?.value.map(({ address }) => address)).toEqual(['bonjour@example.org'])
  expect(read.to).toMatchObject({ value: [{ address: mail.to }] })
})

test('several addresses in one field are one address that no relay takes, not several mails', async () => {
  relay.received.length = 0
  const delivery = await deliverTo(relay.url, { to: 'rose@example.org, tous@example.org' })
  expect(relay.received.map(({ to }) => to)).not.toContain('tous@example.org')
  expect(delivery.kind).not.toBe('away')
})
