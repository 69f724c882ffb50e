import { expect, test } from 'vitest'
import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { aBooking } from '../../testing/a-training-session.ts'
import { freshDatabase } from '../../testing/database.ts'
import { listJobs } from '../../testing/jobs.ts'
import { findTrainingSession } from '../training-sessions/store.ts'
import { cancelBooking } from './cancel-booking.ts'
import { cancellationJob } from './jobs.ts'
import { findBookingByToken } from './store.ts'

const database = freshDatabase()
const now = new Date('2026-11-23T09:00:00Z')
const cancel = (token: string, at = now) => transaction(database.db, (tx) => cancelBooking(tx, at, { token }))

test('a seat given back is free again, and its reminders are dropped', async () => {
  const booking = await aBooking(database.db)
  expect((await cancel(booking.token)).kind).toBe('cancelled')
  expect((await findTrainingSession(database.db, booking.session.id))?.seatsTaken).toBe(0)
  const reminders = await database.db
    .selectFrom('reminders')
    .selectAll()
    .where('bookingId', '=', booking.id)
    .execute()
  expect(reminders.map(({ droppedAt }) => droppedAt)).toEqual([now, now, now])
})

test('the calendar entry gets a higher number, and one mail is owed', async () => {
  const booking = await aBooking(database.db)
  await cancel(booking.token)
  expect((await findBookingByToken(database.db, booking.token))?.icsSequence).toBe(1)
  const jobs = await listJobs(database, cancellationJob)
  expect(jobs.filter(({ data }) => (data as { bookingId: string }).bookingId === booking.id)).toHaveLength(1)
})

test('cancelling two times, even at once, frees one seat', async () => {
  const booking = await aBooking(database.db)
  await aBooking(database.db, { session: booking.session })
  const outcomes = await Promise.all([1, 2, 3].map(() => cancel(booking.token)))
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
    'already-cancelled',
    'already-cancelled',
    'cancelled',
  ])
  expect((await cancel(booking.token)).kind).toBe('already-cancelled')
  expect((await findTrainingSession(database.db, booking.session.id))?.seatsTaken).toBe(1)
})

test('once the session has begun the seat stays taken', async () => {
  const booking = await aBooking(database.db)
  expect((await cancel(booking.token, booking.session.startsAt)).kind).toBe('too-late')
  expect((await findTrainingSession(database.db, booking.session.id))?.seatsTaken).toBe(1)
})

test('a link that nobody was given cancels nothing', async () => {
  expect((await cancel(newToken())).kind).toBe('not-found')
})
