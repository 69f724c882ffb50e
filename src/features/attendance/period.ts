import { Temporal } from 'temporal-polyfill'
import { programmeZone } from '../programmes/programme.ts'
import type { FiguresPeriod } from './urls.ts'

const usualLength = 28

/** The four weeks that end today. */
export function usualDays(today: string): FiguresPeriod {
  const from = Temporal.PlainDate.from(today).subtract({ days: usualLength - 1 })
  return { from: from.toString(), to: today }
}

/** From the first moment of the first day to the last of the last one, where the programme is run; never beyond `now`. */
export function periodOf({ from, to }: FiguresPeriod, now: Date): { from: Date; until: Date } {
  const after = startOf(Temporal.PlainDate.from(to).add({ days: 1 }))
  return { from: startOf(Temporal.PlainDate.from(from)), until: after < now ? after : now }
}

function startOf(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime(programmeZone).epochMilliseconds)
}
