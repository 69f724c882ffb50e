/** The worker process: does the jobs and keeps the timers. Several may run on one database. */
import { deliverMail, forgetOldMails, outboxMailer, sendMail, smtpMailer } from './core/mail.ts'
import { transaction } from './core/db.ts'
import { forgetOldAttempts } from './core/rate-limit.ts'
import { codeMailKind } from './features/accounts/send-code.ts'
import { forgetEndedSignIns } from './features/accounts/store.ts'
import * as bookings from './features/bookings/worker.ts'
import * as certificates from './features/certificates/worker.ts'
import * as editions from './features/editions/worker.ts'
import * as feedback from './features/feedback/worker.ts'
import * as imports from './features/imports/worker.ts'
import { listenForBounces, sendMailings } from './features/mailings/worker.ts'
import { housekeeping } from './jobs.ts'
import { start } from './start.ts'

await start('worker', async ({ services, programme, queue, onStop }) => {
  const { config, db, clock, log } = services
  const mailer =
    config.smtpUrl && config.mailFrom ? smtpMailer(config.smtpUrl, config.mailFrom) : outboxMailer()
  // The last jobs still have mails to send: the relay is left after them.
  onStop(async () => {
    await queue.stop()
    mailer.close()
  })

  await queue.work(sendMail, ({ mailId }) => deliverMail(db, clock, { mailer, mailId }))
  await queue.work(housekeeping, async () => {
    await transaction(db, (tx) => forgetOldMails(tx, clock(), [codeMailKind]))
    await transaction(db, (tx) => forgetOldAttempts(tx, clock()))
    await transaction(db, (tx) => forgetEndedSignIns(tx, clock()))
  })
  await queue.repeat({ job: housekeeping, cron: '17 3 * * *' })
  await bookings.workers(queue, services, programme)
  await certificates.workers(queue, services)
  await feedback.workers(queue, services, programme)
  await editions.workers(queue, services, programme)
  await imports.workers(queue, services)
  const mailings = sendMailings(services, programme)
  onStop(() => mailings.stop())
  const bounces = await listenForBounces(services)
  onStop(async () => bounces?.close())
  log.info('worker is at work')
})
