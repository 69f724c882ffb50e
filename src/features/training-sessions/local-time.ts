/** From what a wall clock shows somewhere to an instant: twice a year that needs asking. */
import { Temporal } from 'temporal-polyfill'

/** Where sessions are announced for: mainland first, then west to east. */
export const sessionZones = [
  'Europe/Paris',
  'Pacific/Tahiti',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'America/Miquelon',
  'Indian/Mayotte',
  'Indian/Reunion',
  'Pacific/Noumea',
  'Pacific/Wallis',
] as const

/** `date` as 2027-03-28, `time` as 14:00, `zone` an IANA name. */
export type LocalTime = { date: string; time: string; zone: string }

export type Resolved =
  | { kind: 'exact'; instant: Date }
  /** Summer time begins: the clock jumps over it. */
  | { kind: 'impossible' }
  /** Summer time ends: the clock shows it two times, an hour apart. */
  | { kind: 'twice'; first: Date; second: Date }

/** @throws RangeError when date, time or zone are not well formed. */
export function resolveLocalTime({ date, time, zone }: LocalTime): Resolved {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`)
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  const first = new Date(earlier.epochMilliseconds)
  if (earlier.equals(later)) return { kind: 'exact', instant: first }
  if (!earlier.toPlainDateTime().equals(wall)) return { kind: 'impossible' }
  return { kind: 'twice', first, second: new Date(later.epochMilliseconds) }
}

/** Which one, when the clock shows an hour twice; null: not asked yet. */
export type Occurrence = 'first' | 'second' | null

export type Chosen = Exclude<Resolved, { kind: 'twice' }> | { kind: 'ambiguous'; first: Date; second: Date }

/** The instant meant, once it is clear which. @throws RangeError as `resolveLocalTime` does. */
export function chooseInstant(local: LocalTime, occurrence: Occurrence): Chosen {
  const time = resolveLocalTime(local)
  if (time.kind !== 'twice') return time
  if (occurrence === null) return { kind: 'ambiguous', first: time.first, second: time.second }
  return { kind: 'exact', instant: time[occurrence] }
}

/** What the clock on the wall shows at that instant; `resolveLocalTime` leads back to it, or to it and its twin. */
export function localTimeOf(instant: Date, zone: string): LocalTime {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
  return { date: there.toPlainDate().toString(), time: there.toPlainTime().toString().slice(0, 5), zone }
}
