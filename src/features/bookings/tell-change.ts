import type { Tx } from '../../core/db.ts'
import { queueMail } from '../../core/mail.ts'
import { renderMail, type MailContent } from '../../ui/mail.tsx'
import { findTraining } from '../programmes/programme.ts'
import { findCallOffMessage } from '../training-sessions/change-store.ts'
import { isSameMoment } from '../training-sessions/change.ts'
import { trainingUrl, trainingUrls } from '../trainings/urls.ts'
import { takeBelief, type Belief } from './belief-store.ts'
import type { BookingDetails } from './booking.ts'
import { writeInvitation } from './invitation.ts'
import { findBooking } from './store.ts'
import {
  bookingAddress,
  bookingFacts,
  invitationOf,
  momentWords,
  shortMoment,
  trainingTitle,
  type Speaker,
} from './tell-booking.ts'
import { texts } from './texts.ts'

/**
 * Tells one person what has become of the session, and brings their calendar up to date; once, however often the
 * job runs. After two changes in a row one mail tells the last state. Nothing for a seat given back.
 */
export async function tellChange(
  tx: Tx,
  now: Date,
  { bookingId }: { bookingId: string },
  speaker: Speaker,
): Promise<void> {
  const belief = await takeBelief(tx, bookingId)
  const booking = belief && (await findBooking(tx, bookingId))
  if (!booking || booking.cancelledAt !== null) return
  const isCalledOff = booking.session.cancelledAt !== null
  const told = isCalledOff
    ? callOffWords(speaker, booking, { belief, message: await findCallOffMessage(tx, booking.session.id) })
    : moveWords(speaker, booking, belief)
  await queueMail(tx, now, {
    ...renderMail({ language: booking.language, programme: speaker.programme, ...told.content }),
    kind: isCalledOff ? 'bookings.called-off' : 'bookings.moved',
    onceKey: ['bookings.change', bookingId, booking.icsSequence].join(':'),
    to: booking.email,
    subject: told.subject,
    calendar: writeInvitation(invitationOf(speaker, now, booking)),
  })
}

type Told = { subject: string; content: Omit<MailContent, 'language' | 'programme'> }

function moveWords(speaker: Speaker, booking: BookingDetails, belief: Belief): Told {
  const { language, session } = booking
  const words = texts[language].mail
  const isNewDate = !isSameMoment(session, belief)
  const told = isNewDate ? words.moved : words.detail
  const training = trainingTitle(speaker.programme, booking, language)
  const was = momentBelieved(booking, belief)
  const old: [string, string][] = isNewDate ? [[words.moved.was, was]] : []
  return {
    subject: told.subject(training, shortMoment(booking, language)),
    content: {
      title: told.title,
      paragraphs: [told.intro(training, was, momentWords(booking, language))],
      facts: [...old, ...bookingFacts(speaker, booking)],
      button: { label: words.see, url: bookingAddress(speaker, booking) },
      after: [told.calendar, told.cancel],
    },
  }
}

type CallOff = { belief: Belief; message: string | null }

function callOffWords(speaker: Speaker, booking: BookingDetails, { belief, message }: CallOff): Told {
  const { language, session } = booking
  const words = texts[language].mail.calledOff
  const training = trainingTitle(speaker.programme, booking, language)
  const was = momentBelieved(booking, belief)
  const slug = findTraining(speaker.programme, session.trainingId)?.slug
  return {
    subject: words.subject(training, shortMoment({ session: { ...session, ...belief } }, language)),
    content: {
      title: words.title,
      paragraphs: [words.intro(training, was), ...(message === null ? [] : [words.message(message)])],
      facts: [[texts[language].mail.when, was]],
      button: {
        label: texts[language].mail.cancellation.dates,
        url: speaker.publicUrl + (slug ? trainingUrl(slug) : trainingUrls.catalogue),
      },
      after: [words.calendar],
    },
  }
}

/** The moment as the person knows it, with the clock of their shop as in the mail that told it. */
function momentBelieved(booking: BookingDetails, belief: Belief): string {
  return momentWords({ ...booking, session: { ...booking.session, ...belief } }, booking.language)
}
