/** The coming sessions as a calendar to subscribe to (RFC 5545): UTC only, one UID a session for ever. */
import { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { newCalendar, writeCalendar } from './calendar-file.ts'
import { entriesOf, type FeedEntry, type SessionFeed } from './session-feed.ts'
import { texts } from './texts.ts'

/** Seconds after which a calendar should look again. */
const lookAgain = 6 * 3600

export function writeSessionsCalendar(feed: SessionFeed): string {
  const { programme, language } = feed
  const name = texts[language].feed.title(programme.name)
  const calendar = newCalendar(ICalCalendarMethod.PUBLISH, { name, ttl: lookAgain })
  for (const entry of entriesOf(feed)) calendar.createEvent(eventOf(feed, entry))
  return writeCalendar(calendar)
}

/** Does not make its reader busy: whoever follows the programme has not booked. */
function eventOf({ programme, language, publicUrl }: SessionFeed, entry: FeedEntry) {
  const { session, training, title, url } = entry
  const words = texts[language].feed
  const isOff = session.cancelledAt !== null
  const more = isOff ? words.calledOffText(url) : words.book(url)
  return {
    id: `session-${session.id}@${new URL(publicUrl).hostname}`,
    sequence: session.sequence,
    start: session.startsAt,
    end: session.endsAt,
    summary: isOff ? words.calledOff(title) : title,
    description: [training.outcome[language], texts[language].trainer(session.trainer), more].join('\n\n'),
    location: words.online,
    url,
    // Not the present: what has not changed must read the same.
    stamp: session.changedAt,
    created: session.createdAt,
    lastModified: session.changedAt,
    organizer: { name: programme.organisation, email: programme.contact.email },
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
  }
}
