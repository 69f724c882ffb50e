import type { Tx } from '../../core/db.ts'
import { queueMail } from '../../core/mail.ts'
import { renderMail } from '../../ui/mail.tsx'
import { bookingState, isStale, type BookingDetails } from './booking.ts'
import { claimReminder, markReminder, type ReminderKey } from './reminder-store.ts'
import { findBooking } from './store.ts'
import {
  bookingAddress,
  bookingFacts,
  roomAddress,
  shortMoment,
  trainingTitle,
  type Speaker,
} from './tell-booking.ts'
import { texts } from './texts.ts'

/**
 * Writes a reminder that is due, once: the claim, the mail and the mark are one transaction. One that comes too
 * late, or for a seat given back, is dropped.
 */
export async function sendReminder(
  tx: Tx,
  now: Date,
  reminder: ReminderKey,
  speaker: Speaker,
): Promise<void> {
  if (!(await claimReminder(tx, now, reminder))) return
  const booking = await findBooking(tx, reminder.bookingId)
  const isWanted =
    booking &&
    bookingState(booking, now) === 'upcoming' &&
    !isStale(reminder.kind, booking.session.startsAt, now)
  if (!isWanted) return markReminder(tx, reminder, { droppedAt: now })
  await writeReminder(tx, now, { booking, kind: reminder.kind }, speaker)
  await markReminder(tx, reminder, { sentAt: now })
}

type Reminder = Pick<ReminderKey, 'kind'> & { booking: BookingDetails }

async function writeReminder(
  tx: Tx,
  now: Date,
  { booking, kind }: Reminder,
  speaker: Speaker,
): Promise<void> {
  const { language, session } = booking
  const words = texts[language].mail
  const title = trainingTitle(speaker.programme, booking, language)
  const address = bookingAddress(speaker, booking)
  // From the hour before on, by our page of the room: it says what has changed meanwhile, and leads on.
  const ourRoom = kind === 'day-before' ? null : roomAddress(speaker, booking)
  const room = ourRoom ?? session.roomUrl
  const button = room ? { label: words.reminder.enter, url: room } : { label: words.see, url: address }
  const mail = renderMail({
    language,
    programme: speaker.programme,
    title: words.reminder.title[kind],
    paragraphs: [words.reminder.intro(title)],
    facts: bookingFacts(speaker, booking, ourRoom !== null),
    button,
    after: [words.reminder.cancel(address)],
  })
  await queueMail(tx, now, {
    ...mail,
    kind: 'bookings.reminder',
    // A session that moves is called to mind again, at its new time.
    onceKey: ['bookings.reminder', booking.id, kind, session.startsAt.toISOString()].join(':'),
    to: booking.email,
    subject: words.reminder.subject[kind](title, shortMoment(booking, language)),
  })
}
