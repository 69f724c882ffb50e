import type { Tx } from '../../core/db.ts'
import { queueMail } from '../../core/mail.ts'
import { renderMail } from '../../ui/mail.tsx'
import { bookingState } from './booking.ts'
import { writeInvitation } from './invitation.ts'
import { findBooking } from './store.ts'
import {
  bookingAddress,
  bookingFacts,
  invitationOf,
  shortMoment,
  trainingTitle,
  type Speaker,
} from './tell-booking.ts'
import { texts } from './texts.ts'

type Request = { bookingId: string; again?: string | undefined }

/** Writes the confirmation with its invitation; once, however often the job runs. Nothing for a seat given back. */
export async function sendConfirmation(
  tx: Tx,
  now: Date,
  { bookingId, again }: Request,
  speaker: Speaker,
): Promise<void> {
  const booking = await findBooking(tx, bookingId)
  if (!booking || bookingState(booking, now) !== 'upcoming') return
  const { language } = booking
  const words = texts[language].mail
  const training = trainingTitle(speaker.programme, booking, language)
  const mail = renderMail({
    language,
    programme: speaker.programme,
    title: words.confirmation.title,
    paragraphs: [words.confirmation.intro(training)],
    facts: bookingFacts(speaker, booking),
    button: { label: words.see, url: bookingAddress(speaker, booking) },
    after: [words.confirmation.calendar, words.confirmation.cancel, words.confirmation.notYou],
  })
  await queueMail(tx, now, {
    ...mail,
    kind: 'bookings.confirmation',
    onceKey: ['bookings.confirmation', bookingId, booking.icsSequence, again]
      .filter((part) => part !== undefined)
      .join(':'),
    to: booking.email,
    subject: words.confirmation.subject(training, shortMoment(booking, language)),
    calendar: writeInvitation(invitationOf(speaker, now, booking)),
  })
}
