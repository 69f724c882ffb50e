import { transaction } from '../../core/db.ts'
import type { Queue } from '../../core/queue.ts'
import type { Services } from '../../core/services.ts'
import type { Programme } from '../programmes/programme.ts'
import { expireOffer } from './expire-offer.ts'
import {
  cancellationJob,
  confirmationJob,
  expireOfferJob,
  reminderJob,
  remindSessionJob,
  sweepOffersJob,
  sweepRemindersJob,
  tellChangeJob,
  waitingMailJob,
} from './jobs.ts'
import { remindSession } from './remind-session.ts'
import { sendCancellation } from './send-cancellation.ts'
import { sendConfirmation } from './send-confirmation.ts'
import { sendReminder } from './send-reminder.ts'
import { sendWaitingMail } from './send-waiting-mail.ts'
import { sweepOffers } from './sweep-offers.ts'
import { sweepReminders } from './sweep-reminders.ts'
import type { Speaker } from './tell-booking.ts'
import { tellChange } from './tell-change.ts'

/** The mails that follow bookings, and the sweep for reminders whose job was lost. */
export async function workers(
  queue: Queue,
  { config, db, clock, log }: Services,
  programme: Programme,
): Promise<void> {
  const speaker = { programme, publicUrl: config.publicUrl, mailFrom: config.mailFrom }
  await queue.work(confirmationJob, (request) =>
    transaction(db, (tx) => sendConfirmation(tx, clock(), request, speaker)),
  )
  await queue.work(cancellationJob, (request) =>
    transaction(db, (tx) => sendCancellation(tx, clock(), request, speaker)),
  )
  await queue.work(tellChangeJob, (request) =>
    transaction(db, (tx) => tellChange(tx, clock(), request, speaker)),
  )
  await queue.work(remindSessionJob, (session) =>
    transaction(db, (tx) => remindSession(tx, clock(), session)),
  )
  await queue.work(reminderJob, (reminder) =>
    transaction(db, (tx) => sendReminder(tx, clock(), reminder, speaker)),
  )
  await queue.work(sweepRemindersJob, async () => {
    const found = await transaction(db, (tx) => sweepReminders(tx, clock()))
    if (found > 0) log.warn({ found }, 'reminders were late and are queued again')
  })
  await queue.repeat({ job: sweepRemindersJob, cron: '* * * * *' })
  await waitingWorkers(queue, { db, clock, log }, speaker)
}

async function waitingWorkers(
  queue: Queue,
  { db, clock, log }: Pick<Services, 'db' | 'clock' | 'log'>,
  speaker: Speaker,
): Promise<void> {
  await queue.work(waitingMailJob, (request) =>
    transaction(db, (tx) => sendWaitingMail(tx, clock(), request, speaker)),
  )
  await queue.work(expireOfferJob, (offer) => transaction(db, (tx) => expireOffer(tx, clock(), offer)))
  await queue.work(sweepOffersJob, async () => {
    const found = await transaction(db, (tx) => sweepOffers(tx, clock()))
    if (found > 0) log.warn({ found }, 'offers were held too long and are queued again')
  })
  await queue.repeat({ job: sweepOffersJob, cron: '* * * * *' })
}
