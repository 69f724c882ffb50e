/**
 * The calendar entry of a booking (RFC 5545, sent after RFC 5546): one UID for ever, a SEQUENCE that only
 * rises, and UTC only, so that no reader has to know our zones.
 */
import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalCalendar,
} from 'ical-generator'
import { newCalendar, writeCalendar } from '../training-sessions/calendar-file.ts'

export type Invitation = {
  bookingId: string
  sequence: number
  startsAt: Date
  endsAt: Date
  summary: string
  description: string
  location: string
  /** The booking's page. */
  url: string
  organizer: { name: string; email: string }
  attendee: { name: string; email: string }
  isCancelled: boolean
  /** DTSTAMP: when this version was written. */
  writtenAt: Date
}

/** To be mailed: REQUEST, or CANCEL once the booking is cancelled; with its one attendee, nobody else's address. */
export function writeInvitation(invitation: Invitation): { method: 'REQUEST' | 'CANCEL'; content: string } {
  const method = invitation.isCancelled ? 'CANCEL' : 'REQUEST'
  return { method, content: write([invitation], ICalCalendarMethod[method]) }
}

/** To be fetched from the booking's page: a published entry has no attendee (RFC 5546 §3.2.1). */
export function publishInvitation(invitation: Invitation): string {
  return write([invitation], ICalCalendarMethod.PUBLISH)
}

/** To be subscribed to: several published entries under one name. */
export function publishCalendar(invitations: readonly Invitation[], name: string): string {
  return write(invitations, ICalCalendarMethod.PUBLISH, { name, ttl: lookAgain })
}

/** Seconds after which a calendar should look again. */
const lookAgain = 3600

/** The host of our public address, without its port: it makes the identifier ours. */
export function calendarUid(bookingId: string, publicUrl: string): string {
  return `booking-${bookingId}@${new URL(publicUrl).hostname}`
}

function write(
  invitations: readonly Invitation[],
  method: ICalCalendarMethod,
  more: { name?: string; ttl?: number } = {},
): string {
  const calendar = newCalendar(method, more)
  for (const invitation of invitations) addEntry(calendar, invitation, method)
  return writeCalendar(calendar)
}

function addEntry(calendar: ICalCalendar, invitation: Invitation, method: ICalCalendarMethod): void {
  const {
    bookingId,
    sequence,
    startsAt: start,
    endsAt: end,
    summary,
    description,
    location,
    url,
  } = invitation
  const event = calendar.createEvent({
    id: calendarUid(bookingId, url),
    sequence,
    start,
    end,
    summary,
    description,
    location,
    url,
    stamp: invitation.writtenAt,
    organizer: invitation.organizer,
    status: invitation.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  if (method === ICalCalendarMethod.PUBLISH) return
  const { name, email } = invitation.attendee
  event.createAttendee({
    name: name || null,
    email,
    rsvp: false,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.ACCEPTED,
  })
}
