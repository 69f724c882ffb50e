/** One person's bookings as a calendar to subscribe to: each entry has the UID of the invitation that was mailed. */
import type { Language } from '../../core/language.ts'
import { findTraining } from '../programmes/programme.ts'
import type { BookingDetails } from './booking.ts'
import { publishCalendar, type Invitation } from './invitation.ts'
import { invitationOf, momentWords, type Speaker } from './tell-booking.ts'
import { texts } from './texts.ts'
import { bookingUrls } from './urls.ts'

/** Live bookings only: one that was given back leaves the calendar, one whose session is called off says so. */
export function writeOwnCalendar(
  speaker: Speaker,
  now: Date,
  { bookings, language }: { bookings: readonly BookingDetails[]; language: Language },
): string {
  const live = bookings.filter(({ cancelledAt }) => cancelledAt === null)
  return publishCalendar(
    live.map((booking) => entryOf(speaker, now, booking)),
    texts[language].ownCalendar.name(speaker.programme.name),
  )
}

/**
 * A telephone takes the place of an entry for a spot on the map, so the link to the room is in the text too. The
 * link to the booking is not: it gives the right to cancel, and would outlive an address that is renewed.
 */
function entryOf(speaker: Speaker, now: Date, booking: BookingDetails): Invitation {
  const { programme, publicUrl } = speaker
  const { language, session } = booking
  const words = texts[language].ownCalendar
  const invitation = invitationOf(speaker, now, booking)
  const isOff = invitation.isCancelled
  const url = publicUrl + bookingUrls.mySpace
  const lines = [
    momentWords(booking, language),
    session.roomUrl === null || isOff ? null : words.room(session.roomUrl),
    findTraining(programme, session.trainingId)?.outcome[language] ?? null,
    words.manage(url),
  ]
  return {
    ...invitation,
    url,
    summary: isOff ? words.calledOff(invitation.summary) : invitation.summary,
    description: lines.filter((line) => line !== null).join('\n\n'),
  }
}
