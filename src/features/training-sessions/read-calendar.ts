/** A calendar file (RFC 5545) that somebody else made: its dated events, to be scheduled as sessions. */
import type * as Ical from 'node-ical'
import type { ParameterValue, VEvent } from 'node-ical'
import type { Training } from '../programmes/training.ts'
import { sessionZones } from './local-time.ts'

export type SessionZone = (typeof sessionZones)[number]

export type CalendarEvent = {
  title: string
  startsAt: Date
  /** Of the event when sessions are announced there, else the mainland's. */
  zone: SessionZone
  /** Null when the file names no address that begins with https. */
  roomUrl: string | null
}

/** How many events of the file are no session to schedule, and why. */
export type LeftOut = {
  past: number
  wholeDay: number
  cancelled: number
  tooFar: number
  unreadable: number
}

export type CalendarReading =
  | { kind: 'read'; events: CalendarEvent[]; leftOut: LeftOut }
  | { kind: 'not-a-calendar' }

/** What one page can show; the others are counted as too far. */
export const mostEvents = 40
const lookAhead = 366 * 86_400_000

/** Coming events within a year, soonest first; repeated ones a line each. Never throws, whatever the file. */
export async function readCalendar(text: string, now: Date): Promise<CalendarReading> {
  // Few processes ever read one: loaded at start, the library would cost each of them its milliseconds.
  const library = await import('node-ical')
  const found = parse(library, text)
  if (found === null) return { kind: 'not-a-calendar' }
  const leftOut: LeftOut = { past: 0, wholeDay: 0, cancelled: 0, tooFar: 0, unreadable: 0 }
  const events = found.flatMap((event) => read(library, event, { now, leftOut }))
  events.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  leftOut.tooFar += Math.max(0, events.length - mostEvents)
  return { kind: 'read', events: events.slice(0, mostEvents), leftOut }
}

type Library = typeof Ical

function parse({ sync }: Library, text: string): VEvent[] | null {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text.replace(/^\uFEFF/, ''))) return null
  try {
    const components = Object.values(sync.parseICS(text))
    return components.filter((component): component is VEvent => component?.type === 'VEVENT')
  } catch {
    return null
  }
}

type Counting = { now: Date; leftOut: LeftOut }

function read(library: Library, event: VEvent, { now, leftOut }: Counting): CalendarEvent[] {
  try {
    if (event.status === 'CANCELLED') return count(leftOut, 'cancelled')
    if (isWholeDay(event)) return count(leftOut, 'wholeDay')
    const starts = startsOf(library, event, now)
    if (starts.length === 0) return count(leftOut, isPast(event, now) ? 'past' : 'tooFar')
    const [zone, roomUrl, title] = [zoneOf(event), roomOf(event), plain(event.summary).slice(0, 100)]
    return starts.map((startsAt) => ({ title, startsAt, zone, roomUrl }))
  } catch {
    return count(leftOut, 'unreadable')
  }
}

function count(leftOut: LeftOut, why: keyof LeftOut): [] {
  leftOut[why] += 1
  return []
}

/** Repeats faster than a day are no sessions, and would take hours to count. */
function startsOf({ expandRecurringEvent }: Library, event: VEvent, now: Date): Date[] {
  const end = new Date(now.getTime() + lookAhead)
  const isRepeated = event.rrule !== undefined && !/SECONDLY|MINUTELY|HOURLY/i.test(event.rrule.toString())
  const starts = isRepeated
    ? expandRecurringEvent(event, { from: now, to: end }).map(({ start }) => start)
    : [event.start]
  return starts.map((start) => new Date(start.getTime())).filter((start) => start > now && start <= end)
}

function isWholeDay({ datetype }: VEvent): boolean {
  return datetype === 'date'
}

function isPast({ start, rrule }: VEvent, now: Date): boolean {
  return rrule !== undefined || Number.isNaN(start.getTime()) || start <= now
}

function zoneOf({ start }: VEvent): SessionZone {
  return sessionZones.find((zone) => zone === start.tz) ?? 'Europe/Paris'
}

function roomOf({ url, location, description }: VEvent): string | null {
  const words = [url, location, description].map((value) => plain(value as ParameterValue)).join(' ')
  return /https:\/\/[^\s"<>]{4,480}/.exec(words)?.[0] ?? null
}

/** A value with parameters hides its text one level down. */
function plain(value: ParameterValue | undefined): string {
  const text: unknown = typeof value === 'object' && value !== null && 'val' in value ? value.val : value
  return typeof text === 'string' ? text.trim() : ''
}

const bare = (words: string) => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The training that a title names by its number or its words; null when it names none. */
export function guessTraining(title: string, trainings: readonly Training[]): Training | null {
  const words = bare(title)
  const byNumber = trainings.find(({ id }) => new RegExp(`\\b${id}\\b`, 'i').test(title))
  return byNumber ?? trainings.find(({ title: known }) => words.includes(bare(known.fr))) ?? null
}
