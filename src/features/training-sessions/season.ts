/** A season: the same hour on the wall, every so many weeks. The clocks may change meanwhile; the hour does not. */
import { Temporal } from 'temporal-polyfill'
import type { Training } from '../programmes/training.ts'
import { resolveLocalTime, type LocalTime } from './local-time.ts'

type Season = {
  /** The first date, and the hour of all of them. */
  first: LocalTime
  everyWeeks: number
  times: number
}

export type SeasonRequest = Season & {
  training: Pick<Training, 'id' | 'minutes'>
  /** Dates to leave out, as 2027-03-28. */
  except: readonly string[]
  capacity: number
  trainerPersonId: string
  roomUrl: string | null
  /** Of the page that asks: its second click schedules nothing more. */
  formKey: string
}

export type SeasonDate = {
  /** As 2027-03-28. */
  date: string
  /** `first-of-two`: the clock shows that hour twice, and the earlier is meant. */
  kind: 'exact' | 'first-of-two'
  startsAt: Date
}

/** A date that cannot be: the clocks jump over the hour, or it is past. */
export type LostDate = { date: string; kind: 'impossible' | 'past' }

export const mostDates = 30

/**
 * The dates in their order, each with what becomes of it. A week is seven days on the calendar, never so many hours.
 * @throws RangeError when date, time or zone are not well formed.
 */
export function expandSeason({ first, everyWeeks, times }: Season, now: Date): (SeasonDate | LostDate)[] {
  const from = Temporal.PlainDate.from(first.date)
  return Array.from({ length: times }, (_, turn) =>
    seasonDate({ ...first, date: from.add({ weeks: turn * everyWeeks }).toString() }, now),
  )
}

function seasonDate(local: LocalTime, now: Date): SeasonDate | LostDate {
  const { date } = local
  const time = resolveLocalTime(local)
  if (time.kind === 'impossible') return { date, kind: 'impossible' }
  const startsAt = time.kind === 'exact' ? time.instant : time.first
  if (startsAt <= now) return { date, kind: 'past' }
  return { date, kind: time.kind === 'exact' ? 'exact' : 'first-of-two', startsAt }
}

export function takesPlace(date: SeasonDate | LostDate): date is SeasonDate {
  return date.kind === 'exact' || date.kind === 'first-of-two'
}
