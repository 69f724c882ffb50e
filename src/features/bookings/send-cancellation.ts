import type { Tx } from '../../core/db.ts'
import { queueMail } from '../../core/mail.ts'
import { renderMail } from '../../ui/mail.tsx'
import { findTraining } from '../programmes/programme.ts'
import { trainingUrl, trainingUrls } from '../trainings/urls.ts'
import { writeInvitation } from './invitation.ts'
import { findBooking } from './store.ts'
import { invitationOf, momentWords, shortMoment, trainingTitle, type Speaker } from './tell-booking.ts'
import { texts } from './texts.ts'

/** Says that the booking is cancelled and takes it out of the calendar; once, however often the job runs. */
export async function sendCancellation(
  tx: Tx,
  now: Date,
  { bookingId }: { bookingId: string },
  speaker: Speaker,
): Promise<void> {
  const booking = await findBooking(tx, bookingId)
  if (!booking || booking.cancelledAt === null) return
  const { language, session } = booking
  const words = texts[language].mail
  const title = trainingTitle(speaker.programme, booking, language)
  const slug = findTraining(speaker.programme, session.trainingId)?.slug
  const mail = renderMail({
    language,
    programme: speaker.programme,
    title: words.cancellation.title,
    paragraphs: [words.cancellation.intro(title), words.cancellation.calendar],
    facts: [[words.when, momentWords(booking, language)]],
    button: {
      label: words.cancellation.dates,
      url: speaker.publicUrl + (slug ? trainingUrl(slug) : trainingUrls.catalogue),
    },
  })
  await queueMail(tx, now, {
    ...mail,
    kind: 'bookings.cancellation',
    onceKey: ['bookings.cancellation', bookingId, booking.icsSequence].join(':'),
    to: booking.email,
    subject: words.cancellation.subject(title, shortMoment(booking, language)),
    calendar: writeInvitation(invitationOf(speaker, now, booking)),
  })
}
