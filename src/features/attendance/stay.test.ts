import { array, assert, integer, property } from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { ask, transaction } from '../../core/db.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aBooking } from '../../testing/a-training-session.ts'
import type { BookingDetails } from '../bookings/booking.ts'
import { joinRoom } from './join-room.ts'
import { prolongStay } from './prolong-stay.ts'
import { isNews, longestSilence, stayUntil, type Stay } from './stay.ts'
import { countPresent } from './stay-store.ts'
import { findFollowed } from './store.ts'

const database = freshDatabase()

const startsAt = new Date('2026-11-30T13:00:00Z')
const session = { startsAt, endsAt: new Date('2026-11-30T13:30:00Z') }
/** So many seconds after the start. */
const after = (seconds: number) => new Date(startsAt.getTime() + seconds * 1000)

test('a page that speaks every half minute stays; the hours before and after do not count', () => {
  expect(stayUntil(null, after(60), session)).toEqual({ from: after(60), to: after(60) })
  expect(stayUntil(after(60), after(90), session)).toEqual({ from: after(60), to: after(90) })
  expect(stayUntil(after(-20), after(10), session)).toEqual({ from: after(0), to: after(10) })
  expect(stayUntil(after(1790), after(1820), session)).toEqual({ from: after(1790), to: after(1800) })
  expect(stayUntil(after(-60), after(-30), session)).toBeNull()
  expect(stayUntil(after(1830), after(1860), session)).toBeNull()
})

test('after more than a minute and a half of silence, the time between is not counted', () => {
  expect(stayUntil(after(60), after(150), session)).toEqual({ from: after(60), to: after(150) })
  expect(stayUntil(after(60), after(151), session)).toEqual({ from: after(151), to: after(151) })
})

test('whatever is said and whenever, nobody stays longer than they were there, nor than the session', () => {
  const moments = array(integer({ min: -2000, max: 4000 }), { minLength: 1, maxLength: 60 })
  assert(
    property(moments, (seconds) => {
      const stays = staysOf(seconds)
      const total = stays.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()), 0)
      const span = (Math.max(...seconds) - Math.min(...seconds)) * 1000
      const isInside = stays.every(({ from, to }) => from >= startsAt && to <= session.endsAt && from <= to)
      const isShort = stays.every(({ from, to }) => to.getTime() - from.getTime() <= longestSilence)
      return isInside && isShort && total <= Math.min(span, 1800_000)
    }),
  )
})

/** What each word adds, as the verb would keep it. */
function staysOf(seconds: readonly number[]): Stay[] {
  let seen: Date | null = null
  const stays: Stay[] = []
  for (const now of seconds.map(after)) {
    if (!isNews(seen, now)) continue
    const stay = stayUntil(seen, now, session)
    if (stay) stays.push(stay)
    seen = now
  }
  return stays
}

const join = (booking: BookingDetails, now: Date) =>
  transaction(database.db, (tx) => joinRoom(tx, now, { bookingId: booking.id, session: booking.session }))
const say = (booking: BookingDetails, now: Date) =>
  transaction(database.db, (tx) => prolongStay(tx, now, { bookingId: booking.id, session: booking.session }))

const staysIn = (bookingId: string) =>
  ask<{ from: number; to: number }>(
    database.db,
    sql`select extract(epoch from from_at - ${startsAt})::int as from, extract(epoch from to_at - ${startsAt})::int as to
      from attendance_stays where booking_id = ${bookingId} order by from_at`,
  )

test('going in is noted once, with its first hour, however often one comes back', async () => {
  const booking = await aBooking(database.db)
  const outcomes = await Promise.all([0, 1, 2].map(() => join(booking, after(30))))
  await join(booking, after(300))
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['already-joined', 'already-joined', 'joined'])
  const rows = await database.db
    .selectFrom('attendanceJoins')
    .selectAll()
    .where('bookingId', '=', booking.id)
    .execute()
  expect(rows).toEqual([{ bookingId: booking.id, joinedAt: after(30), lastSeenAt: after(300) }])
})

test('two stays with a silence between them are kept apart, and count together', async () => {
  const booking = await aBooking(database.db)
  await join(booking, after(-60))
  for (let second = -30; second <= 600; second += 30) await say(booking, after(second))
  for (let second = 900; second <= 2400; second += 30) await say(booking, after(second))
  expect(await staysIn(booking.id)).toEqual([
    { from: 0, to: 600 },
    { from: 900, to: 1800 },
  ])
  const who = { personId: booking.personId, trainingId: booking.session.trainingId }
  expect((await findFollowed(database.db, who)).minutes).toBe(25)
})

test('two tabs that speak a hundred times at once make nobody stay longer', async () => {
  const booking = await aBooking(database.db)
  await join(booking, after(0))
  await Promise.all(Array.from({ length: 100 }, (_, place) => say(booking, after(30 + place / 1000))))
  await Promise.all(Array.from({ length: 20 }, () => say(booking, after(60))))
  expect(await staysIn(booking.id)).toEqual([{ from: 0, to: 60 }])
})

test('who has not gone in is not there, and who fell silent is not there any more', async () => {
  const booking = await aBooking(database.db)
  expect(await say(booking, after(30))).toEqual({ kind: 'not-joined' })
  const present = (now: Date) => countPresent(database.db, now, booking.session.id)
  expect(await present(after(30))).toBe(0)
  await join(booking, after(30))
  expect([await present(after(31)), await present(after(119)), await present(after(121))]).toEqual([1, 1, 0])
})
