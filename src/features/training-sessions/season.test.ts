import { assert, integer, property } from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { localTimeOf, sessionZones } from './local-time.ts'
import { expandSeason, takesPlace } from './season.ts'

const now = new Date('2026-09-01T09:00:00Z')
const tuesdays = { date: '2026-10-13', time: '14:00', zone: 'Europe/Paris' }

test('every Tuesday at two stays at two when the clocks change, and so an hour later in the world', () => {
  const dates = expandSeason({ first: tuesdays, everyWeeks: 1, times: 4 }, now)
  expect(dates).toEqual([
    { date: '2026-10-13', kind: 'exact', startsAt: new Date('2026-10-13T12:00:00Z') },
    { date: '2026-10-20', kind: 'exact', startsAt: new Date('2026-10-20T12:00:00Z') },
    { date: '2026-10-27', kind: 'exact', startsAt: new Date('2026-10-27T13:00:00Z') },
    { date: '2026-11-03', kind: 'exact', startsAt: new Date('2026-11-03T13:00:00Z') },
  ])
})

test('an hour that the clocks jump over is no date, and of an hour that comes twice it is the first', () => {
  const at = (date: string) =>
    expandSeason({ first: { ...tuesdays, date, time: '02:30' }, everyWeeks: 1, times: 1 }, now)
  expect(at('2027-03-28')).toEqual([{ date: '2027-03-28', kind: 'impossible' }])
  expect(at('2026-10-25')).toEqual([
    { date: '2026-10-25', kind: 'first-of-two', startsAt: new Date('2026-10-25T00:30:00Z') },
  ])
})

test('what is past is no date', () => {
  const dates = expandSeason({ first: { ...tuesdays, date: '2026-08-25' }, everyWeeks: 1, times: 2 }, now)
  expect(dates.map(({ kind }) => kind)).toEqual(['past', 'exact'])
})

test('whatever the place and the weeks between, each date shows the same hour on its wall', () => {
  const day = integer({ min: 0, max: 700 })
  const zone = integer({ min: 0, max: sessionZones.length - 1 })
  assert(
    property(day, zone, integer({ min: 1, max: 8 }), (offset, place, everyWeeks) => {
      const date = Temporal.PlainDate.from('2026-09-02').add({ days: offset }).toString()
      const first = { date, time: '10:15', zone: sessionZones[place] ?? 'Europe/Paris' }
      const dates = expandSeason({ first, everyWeeks, times: 30 }, now).filter(takesPlace)
      expect(dates).toHaveLength(30)
      for (const { date: day, startsAt } of dates)
        expect(localTimeOf(startsAt, first.zone)).toEqual({ ...first, date: day })
    }),
    { numRuns: 50 },
  )
})
