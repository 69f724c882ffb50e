/** Calendar files (RFC 5545) as all of ours begin and end. */
import ical, { type ICalCalendar, type ICalCalendarMethod } from 'ical-generator'

/** `ttl`: seconds after which who subscribes should look again. */
export function newCalendar(
  method: ICalCalendarMethod,
  more: { name?: string; ttl?: number } = {},
): ICalCalendar {
  return ical({ prodId: { company: 'Pignon', product: 'Pignon', language: 'FR' }, method, ...more })
}

/** The file, whose last line ends like the others. */
export function writeCalendar(calendar: ICalCalendar): string {
  return `${calendar.toString().trimEnd()}\r\n`
}
