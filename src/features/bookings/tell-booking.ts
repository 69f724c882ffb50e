/** What pages, mails and calendars say of a booking, in the language it was made in. */
import type { Language } from '../../core/language.ts'
import { formatDateTime, formatList, formatMinutes } from '../../ui/format.ts'
import { zoneOfDepartment } from '../businesses/geography.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import type { Training } from '../programmes/training.ts'
import type { BookingDetails } from './booking.ts'
import type { Invitation } from './invitation.ts'
import { texts } from './texts.ts'
import { bookingUrls } from './urls.ts'

/** Who speaks. `mailFrom` as `Name <address>`, or null where mails do not leave the outbox. */
export type Speaker = { programme: Programme; publicUrl: string; mailFrom: string | null }

type Told = Pick<BookingDetails, 'session' | 'business'>

/** A training that has left the programme is still called by its number. */
export function trainingTitle(
  programme: Programme,
  { session }: Pick<Told, 'session'>,
  language: Language,
): string {
  return findTraining(programme, session.trainingId)?.title[language] ?? session.trainingId
}

/** With the hour of the session's zone, and the shop's own when its clock shows another. */
export function momentWords({ session, business }: Told, language: Language): string {
  const readerZone = business ? zoneOfDepartment(business.departmentCode) : undefined
  return formatDateTime(session.startsAt, { zone: session.zone, language, readerZone })
}

/** For a subject: the day and the hour of the session's zone only. */
export function shortMoment({ session }: Pick<Told, 'session'>, language: Language): string {
  return formatDateTime(session.startsAt, { zone: session.zone, language })
}

export function lengthWords({ session }: Pick<Told, 'session'>, language: Language): string {
  return formatMinutes(Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000), language)
}

/** Who comes, in words; null while the holder comes alone. */
export function peopleWords(
  { companions }: Pick<BookingDetails, 'companions'>,
  language: Language,
): string | null {
  return companions.length > 0 ? formatList([texts[language].companions.you, ...companions], language) : null
}

/** Minutes of homework in words; null when there is none. */
export function preparationWords(training: Training | null, language: Language): string | null {
  return training && training.prepMinutes > 0 ? formatMinutes(training.prepMinutes, language) : null
}

/**
 * The lines of a mail: when, where, how long, with whom, who comes, for which shop, what to prepare.
 * @param inRoom the way in is our page of the room, and the mail's button leads there
 */
export function bookingFacts(
  { programme }: Pick<Speaker, 'programme'>,
  booking: BookingDetails,
  inRoom = false,
): [string, string][] {
  const { language, session, business } = booking
  const words = texts[language].mail
  const preparation = preparationWords(findTraining(programme, session.trainingId), language)
  const facts: [string, string | null][] = [
    [words.when, momentWords(booking, language)],
    [words.where, inRoom ? words.inRoom : (session.roomUrl ?? words.online)],
    [words.length, lengthWords(booking, language)],
    [words.with, session.trainer],
    [words.people, peopleWords(booking, language)],
    [words.for, business?.name ?? null],
    [words.prepare, preparation],
  ]
  return facts.filter((fact): fact is [string, string] => fact[1] !== null)
}

export function bookingAddress(
  { publicUrl }: Pick<Speaker, 'publicUrl'>,
  { token }: Pick<BookingDetails, 'token'>,
): string {
  return publicUrl + bookingUrls.booking(token)
}

/** Our page of the room. */
export function roomAddress(
  { publicUrl }: Pick<Speaker, 'publicUrl'>,
  { token }: Pick<BookingDetails, 'token'>,
): string {
  return publicUrl + bookingUrls.room(token)
}

/** The calendar entry as it stands at `now`. */
export function invitationOf(speaker: Speaker, now: Date, booking: BookingDetails): Invitation {
  const { language, session } = booking
  const words = texts[language].calendar
  const url = bookingAddress(speaker, booking)
  const outcome = findTraining(speaker.programme, session.trainingId)?.outcome[language] ?? ''
  return {
    bookingId: booking.id,
    sequence: booking.icsSequence,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    url,
    writtenAt: now,
    organizer: organizerOf(speaker),
    summary: trainingTitle(speaker.programme, booking, language),
    description: words.description(outcome, url),
    location: session.roomUrl ?? words.online,
    attendee: { name: booking.personName, email: booking.email },
    isCancelled: booking.cancelledAt !== null || session.cancelledAt !== null,
  }
}

/** The visible sender: mailboxes distrust an organiser who is somebody else. */
function organizerOf({ programme, mailFrom }: Speaker): { name: string; email: string } {
  const [, name = '', email = ''] = /^\s*([^<>]*?)\s*<?([^<>@\s]+@[^<>\s]+)>?\s*$/.exec(mailFrom ?? '') ?? []
  if (email === '') return { name: programme.organisation, email: programme.contact.email }
  return { name: name || programme.organisation, email }
}
