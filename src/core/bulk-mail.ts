/**
 * Mails of mailings leave on connections of their own, and each at most once: nothing here tries again. What came of
 * a mail is an answer, not an error; `unknown` when the relay fell silent after it may have had the whole mail.
 */
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Config } from './config.ts'
import { transaction, type Db } from './db.ts'
import type { OutgoingMail } from './mail.ts'

export type BulkMail = Pick<OutgoingMail, 'id' | 'kind' | 'to' | 'subject' | 'html' | 'plain'> & {
  /** The name before the programme's address, such as a relay's. */
  senderName: string
  /** Where the one-click button of mailboxes posts to (RFC 8058). */
  leaveUrl: string
}

export type Delivery =
  | { kind: 'accepted'; reply: string }
  /** A reply of 5xx for good, of 4xx for now; `status` as in RFC 3463, such as 5.1.1. */
  | { kind: 'refused' | 'later'; status: string | null; reply: string }
  /** The relay cannot be reached: the mail has not left. */
  | { kind: 'away'; reply: string }
  | { kind: 'unknown'; reply: string }

export type BulkMailer = { deliver(mail: BulkMail, now: Date): Promise<Delivery>; close(): void }

/** Milliseconds. */
const patience = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 30_000 }

/** Bounces come back to an address that names the recipient: `r+ID@`, so that even an unreadable one has an owner. */
export function bounceAddress(id: string, domain: string): string {
  return `r+${id}@${domain}`
}

/** The recipient whose mails come back to this address; null for any other. */
export function recipientOfBounceAddress(address: string): string | null {
  return /^r\+([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i.exec(address)?.[1]?.toLowerCase() ?? null
}

/** Sends through an SMTP relay, on a pool apart from that of single mails. */
export function smtpBulkMailer(url: string, from: string, connections = 10): BulkMailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxRequeues: 0,
    ...patience,
  })
  const address = /([^\s<]+@[^\s>]+)/.exec(from)?.[1] ?? 'localhost'
  const domain = address.split('@')[1] ?? 'localhost'
  return {
    async deliver(mail) {
      try {
        const { response } = await transport.sendMail(messageOf(mail, address, domain))
        return { kind: 'accepted', reply: response }
      } catch (error) {
        return deliveryOf(error)
      }
    },
    close: () => transport.close(),
  }
}

function messageOf(mail: BulkMail, address: string, domain: string) {
  return {
    from: { name: mail.senderName, address },
    to: { name: '', address: mail.to },
    envelope: { from: bounceAddress(mail.id, domain), to: [mail.to] },
    subject: mail.subject,
    text: mail.plain,
    html: mail.html,
    messageId: `<${mail.id}@${domain}>`,
    headers: {
      'List-Unsubscribe': { prepared: true, value: `<${mail.leaveUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      Precedence: 'bulk',
    },
  }
}

/** What nodemailer says when something went wrong. */
const failure = z.object({
  message: z.string().catch(''),
  response: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  syscall: z.string().optional().catch(undefined),
})

function deliveryOf(error: unknown): Delivery {
  const { message, response, responseCode, code, syscall } = failure.parse(error)
  const reply = (response ?? message).slice(0, 500)
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(reply)?.[1] ?? null
  // Signing in, or greeting: no fault of this recipient, and nothing has left.
  if (code === 'EAUTH' || code === 'EDNS' || code === 'ETLS' || responseCode === 421)
    return { kind: 'away', reply }
  if (responseCode !== undefined && responseCode >= 500) return { kind: 'refused', status, reply }
  if (responseCode !== undefined && responseCode >= 400) return { kind: 'later', status, reply }
  const neverConnected =
    syscall === 'connect' || /^(connection timeout|greeting never received)/i.test(message)
  return { kind: neverConnected ? 'away' : 'unknown', reply }
}

/** Without a relay: a sent mail of the outbox, where /dev/mail shows it. */
export function outboxBulkMailer(db: Db): BulkMailer {
  return {
    async deliver({ id, kind, to, subject, html, plain }, now) {
      const row = { kind, onceKey: `${kind}:${id}`, recipient: to, subject, html, plain, createdAt: now }
      await transaction(db, (tx) =>
        tx
          .insertInto('mails')
          .values({ ...row, sentAt: now, attempts: 1 })
          .onConflict((conflict) => conflict.constraint('mail_once').doNothing())
          .execute(),
      )
      return { kind: 'accepted', reply: 'kept in the outbox' }
    },
    close: () => {},
  }
}

/** The mailer that the settings ask for. */
export function bulkMailerOf(
  { smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>,
  db: Db,
): BulkMailer {
  return smtpUrl && mailFrom ? smtpBulkMailer(smtpUrl, mailFrom) : outboxBulkMailer(db)
}
