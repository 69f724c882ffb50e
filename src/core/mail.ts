/**
 * The outbox: a mail is a row, written in the transaction of the fact that causes it, and sent by the worker.
 * Sent at least once: after a crash between the relay's 250 and our mark it goes again, with the same
 * Message-ID, so that mailboxes can tell.
 */
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { transaction, type Db, type Reader, type Tx } from './db.ts'
import { enqueue, type Job } from './queue.ts'

export type Calendar = { method: 'REQUEST' | 'CANCEL'; content: string }
export type Mail = {
  /** What it is, for the outbox and the figures: `bookings.confirmation`. */
  kind: string
  /** A mail with a key that exists already is not written again. */
  onceKey?: string
  to: string
  subject: string
  html: string
  plain: string
  calendar?: Calendar
}
export type OutgoingMail = Mail & { id: string }
export type Mailer = { deliver(mail: OutgoingMail): Promise<void>; close(): void }

export const sendMail = {
  name: 'core.send-mail',
  payload: z.object({ mailId: z.uuid() }),
  retryLimit: 12,
} satisfies Job

/** A claim older than this belongs to a dead worker. */
const claimSeconds = 30

/** Writes the mail in the outbox and queues its sending; null when a mail with this key exists already. */
export async function queueMail(tx: Tx, now: Date, mail: Mail): Promise<string | null> {
  const row = await tx
    .insertInto('mails')
    .values({
      kind: mail.kind,
      onceKey: mail.onceKey ?? null,
      recipient: mail.to,
      subject: mail.subject,
      html: mail.html,
      plain: mail.plain,
      calendar: mail.calendar?.content ?? null,
      calendarMethod: mail.calendar?.method ?? null,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.constraint('mail_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  await enqueue(tx, sendMail, { mailId: row.id })
  return row.id
}

/**
 * Sends one mail of the outbox: claim, commit, send, mark. A mail already sent or gone is left alone.
 * @throws when the relay refuses or another worker holds the claim, so that the queue tries again later.
 */
export async function deliverMail(
  db: Db,
  now: () => Date,
  { mailer, mailId }: { mailer: Mailer; mailId: string },
): Promise<void> {
  const mail = await transaction(db, (tx) => claimMail(tx, now(), mailId))
  if (mail === 'nothing to do') return
  if (mail === 'claimed by another') throw new Error(`mail ${mailId} is being sent by another worker`)
  try {
    await mailer.deliver(mail)
  } catch (error) {
    await transaction(db, (tx) => releaseMail(tx, mailId, error))
    throw error
  }
  await transaction(db, (tx) => markSent(tx, now(), mailId))
}

async function claimMail(
  tx: Tx,
  now: Date,
  mailId: string,
): Promise<OutgoingMail | 'nothing to do' | 'claimed by another'> {
  const row = await tx.selectFrom('mails').selectAll().where('id', '=', mailId).forUpdate().executeTakeFirst()
  if (!row || row.sentAt) return 'nothing to do'
  if (row.claimedAt && row.claimedAt.getTime() > now.getTime() - claimSeconds * 1000)
    return 'claimed by another'
  await tx
    .updateTable('mails')
    .set((eb) => ({ claimedAt: now, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', mailId)
    .execute()
  const { id, kind, recipient: to, subject, html, plain } = row
  const calendar = row.calendar && {
    calendar: { method: row.calendarMethod as Calendar['method'], content: row.calendar },
  }
  return { id, kind, to, subject, html, plain, ...calendar }
}

async function releaseMail(tx: Tx, mailId: string, error: unknown): Promise<void> {
  const lastError = error instanceof Error ? error.message : String(error)
  await tx.updateTable('mails').set({ claimedAt: null, lastError }).where('id', '=', mailId).execute()
}

async function markSent(tx: Tx, now: Date, mailId: string): Promise<void> {
  await tx.updateTable('mails').set({ sentAt: now, lastError: null }).where('id', '=', mailId).execute()
}

const day = 86_400_000

/** Mails are kept for thirty days, to answer "I never got it"; those of `briefly`, which hold a secret, for one. */
export async function forgetOldMails(tx: Tx, now: Date, briefly: readonly string[]): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * day)
  await tx
    .deleteFrom('mails')
    .where((eb) =>
      eb.or([
        eb('createdAt', '<', before(30)),
        eb.and([eb('kind', 'in', [...briefly]), eb('createdAt', '<', before(1))]),
      ]),
    )
    .execute()
}

export function listMails(db: Reader, limit: number) {
  return db.selectFrom('mails').selectAll().orderBy('createdAt', 'desc').orderBy('id').limit(limit).execute()
}

export async function findMail(db: Reader, id: string) {
  return (await db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** Milliseconds; all together less than a claim lasts, or a mail would go twice. */
const relayPatience = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 12_000 }

/** Sends through an SMTP relay; both calendar parts go in base64, because quoted-printable breaks Outlook. */
export function smtpMailer(url: string, from: string, patience = relayPatience): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: 4, ...patience })
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    async deliver(mail) {
      await transport.sendMail({
        from,
        to: mail.to,
        subject: mail.subject,
        text: mail.plain,
        html: mail.html,
        messageId: `<${mail.id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(mail.calendar && {
          icalEvent: {
            method: mail.calendar.method,
            filename: 'invitation.ics',
            content: mail.calendar.content,
            contentTransferEncoding: 'base64',
          },
        }),
      })
    },
    close: () => transport.close(),
  }
}

/** Without a relay mails stay in the outbox, where /dev/mail shows them. */
export function outboxMailer(): Mailer {
  return { deliver: async () => {}, close: () => {} }
}
