import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aTrainingSession } from '../../testing/a-training-session.ts'
import { patiently } from '../../testing/again.ts'
import { freshDatabase } from '../../testing/database.ts'
import { listJobs } from '../../testing/jobs.ts'
import { keepPerson } from '../accounts/store.ts'
import { findTrainingSession } from '../training-sessions/store.ts'
import type { SeatOutcome, SeatRequest } from './allot-seats.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import { gatherRequests } from './gather-requests.ts'
import { confirmationJob, remindSessionJob } from './jobs.ts'

const database = freshDatabase()
const now = new Date('2026-11-23T09:00:00Z')

const visitor = (name: string) =>
  patiently(() =>
    transaction(database.db, (tx) => keepPerson(tx, now, { email: `${name}@example.org`, language: 'fr' })),
  )

const visitors = (count: number, name: string) =>
  Promise.all(Array.from({ length: count }, (_, i) => visitor(`${name}-${i}`)))

const wish = (trainingSessionId: string, personId: string, formKey: string | null = null): SeatRequest => {
  return {
    trainingSessionId,
    holder: { personId },
    businessId: null,
    diagnosticId: null,
    language: 'fr',
    formKey,
  }
}

type More = { at?: Date; formKey?: string | null }

const book = (trainingSessionId: string, personId: string, { at = now, formKey = null }: More = {}) =>
  patiently(() =>
    transaction(database.db, (tx) => bookSeat(tx, at, wish(trainingSessionId, personId, formKey))),
  )

const cancel = (outcome: SeatOutcome) => {
  const token = 'token' in outcome ? outcome.token : ''
  return patiently(() => transaction(database.db, (tx) => cancelBooking(tx, now, { token })))
}

const liveBookings = (trainingSessionId: string) =>
  database.db
    .selectFrom('bookings')
    .selectAll()
    .where('trainingSessionId', '=', trainingSessionId)
    .where('cancelledAt', 'is', null)
    .execute()

const seatsTaken = async (id: string) => (await findTrainingSession(database.db, id))?.seatsTaken

const confirmationsOf = async (outcomes: SeatOutcome[]) => {
  const ids = new Set(outcomes.flatMap((outcome) => (outcome.kind === 'booked' ? [outcome.bookingId] : [])))
  return (await listJobs(database, confirmationJob)).filter(({ data }) =>
    ids.has((data as { bookingId: string }).bookingId),
  )
}

test('of two hundred visitors wanting fifty seats at once, fifty get one', async () => {
  const session = await aTrainingSession(database.db, { capacity: 50 })
  const people = await visitors(200, 'crowd')
  const outcomes = await Promise.all(people.map((person) => book(session.id, person)))
  expect(outcomes.filter(({ kind }) => kind === 'booked')).toHaveLength(50)
  expect(outcomes.filter(({ kind }) => kind === 'full')).toHaveLength(150)
  expect(await liveBookings(session.id)).toHaveLength(50)
  expect(await seatsTaken(session.id)).toBe(50)
  expect(await confirmationsOf(outcomes)).toHaveLength(50)
})

test('a double click on the last seat gives one booking, and both clicks the same one', async () => {
  const session = await aTrainingSession(database.db, { capacity: 1 })
  const person = await visitor('double')
  const outcomes = await Promise.all([1, 2].map(() => book(session.id, person, { formKey: 'the-page' })))
  const kinds = outcomes.map(({ kind }) => kind).sort()
  expect(kinds).toEqual(['already-booked', 'booked'])
  expect(new Set(outcomes.map((outcome) => 'bookingId' in outcome && outcome.bookingId)).size).toBe(1)
  expect(outcomes.find(({ kind }) => kind === 'already-booked')).toMatchObject({ isSecondClick: true })
  expect(await seatsTaken(session.id)).toBe(1)
})

test('twenty hurried clicks of one person take one seat', async () => {
  const session = await aTrainingSession(database.db)
  const person = await visitor('hurried')
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => book(session.id, person)))
  expect(outcomes.filter(({ kind }) => kind === 'booked')).toHaveLength(1)
  expect(outcomes.filter(({ kind }) => kind === 'already-booked')).toHaveLength(19)
  expect(await seatsTaken(session.id)).toBe(1)
})

test('somebody booked already is told so on a full session, not that it is full', async () => {
  const session = await aTrainingSession(database.db, { capacity: 1 })
  const person = await visitor('holder')
  await book(session.id, person)
  expect(await book(session.id, person)).toMatchObject({ kind: 'already-booked', isSecondClick: false })
  expect((await book(session.id, await visitor('late'))).kind).toBe('full')
})

test('a session that has begun, was called off or never existed takes nobody', async () => {
  const person = await visitor('too-late')
  const session = await aTrainingSession(database.db)
  expect((await book(session.id, person, { at: session.startsAt })).kind).toBe('closed')
  await database.db
    .updateTable('trainingSessions')
    .set({ cancelledAt: now })
    .where('id', '=', session.id)
    .execute()
  expect((await book(session.id, person)).kind).toBe('closed')
  expect((await book('00000000-0000-4000-8000-000000000000', person)).kind).toBe('closed')
  expect(await liveBookings(session.id)).toEqual([])
})

test('a booking promises a reminder the day before, an hour before and ten minutes before, each with its job', async () => {
  const session = await aTrainingSession(database.db)
  const outcome = await book(session.id, await visitor('reminded'))
  const { bookingId } = outcome as { bookingId: string }
  const rows = await database.db
    .selectFrom('reminders')
    .select(['kind', 'dueAt'])
    .where('bookingId', '=', bookingId)
    .orderBy('dueAt')
    .execute()
  expect(rows).toEqual([
    { kind: 'day-before', dueAt: new Date('2026-11-29T13:00:00Z') },
    { kind: 'hour-before', dueAt: new Date('2026-11-30T12:00:00Z') },
    { kind: 'ten-minutes-before', dueAt: new Date('2026-11-30T12:50:00Z') },
  ])
  const jobs = await remindingOf(session.id)
  expect(jobs).toEqual(
    rows.map(({ kind, dueAt }) => ({ trainingSessionId: session.id, kind, startAfter: dueAt })),
  )
})

test('who books after the first is reminded by the same jobs', async () => {
  const session = await aTrainingSession(database.db)
  for (const name of ['reminded-first', 'reminded-second']) await book(session.id, await visitor(name))
  expect(await remindingOf(session.id)).toHaveLength(3)
})

async function remindingOf(trainingSessionId: string) {
  const jobs = await listJobs(database, remindSessionJob)
  return jobs
    .filter(({ data }) => (data as { trainingSessionId: string }).trainingSessionId === trainingSessionId)
    .map(({ data, startAfter }) => ({ ...data, startAfter }))
    .toSorted((one, other) => one.startAfter.getTime() - other.startAfter.getTime())
}

test('a reminder whose hour has passed when one books is not promised', async () => {
  const session = await aTrainingSession(database.db, { startsAt: new Date('2026-11-23T12:00:00Z') })
  const { bookingId } = (await book(session.id, await visitor('today'))) as { bookingId: string }
  const rows = await database.db
    .selectFrom('reminders')
    .select('kind')
    .where('bookingId', '=', bookingId)
    .execute()
  expect(rows).toEqual([{ kind: 'hour-before' }, { kind: 'ten-minutes-before' }])
})

test('a transaction that fails afterwards leaves no booking, no job and no seat taken', async () => {
  const session = await aTrainingSession(database.db)
  const personId = await visitor('undone')
  const before = (await listJobs(database)).length
  const failing = transaction(database.db, async (tx) => {
    await bookSeat(tx, now, wish(session.id, personId))
    throw new Error('the power went')
  })
  await expect(failing).rejects.toThrow('the power went')
  expect(await seatsTaken(session.id)).toBe(0)
  expect(await liveBookings(session.id)).toEqual([])
  expect((await listJobs(database)).length).toBe(before)
})

test('cancelling and booking at the same time never loses nor invents a seat', async () => {
  const session = await aTrainingSession(database.db, { capacity: 20 })
  const holders = await visitors(20, 'leaving')
  const held = await Promise.all(holders.map((person) => book(session.id, person)))
  const others = await visitors(40, 'arriving')
  const [cancelled, arrived] = await Promise.all([
    Promise.all(held.map((outcome) => cancel(outcome))),
    Promise.all([...others, ...holders].map((person) => book(session.id, person))),
  ])
  expect(cancelled.every(({ kind }) => kind === 'cancelled')).toBe(true)
  const rows = await liveBookings(session.id)
  expect(await seatsTaken(session.id)).toBe(rows.length)
  expect(rows).toHaveLength(arrived.filter(({ kind }) => kind === 'booked').length)
  expect(rows.length).toBeLessThanOrEqual(20)
})

test('the same rush through the doors of two web processes ends the same way', async () => {
  const session = await aTrainingSession(database.db, { capacity: 50 })
  const people = await visitors(200, 'rush')
  const [one, other] = [1, 2].map(() => gatherRequests(database.db, () => now))
  if (!one || !other) throw new Error('two doors were made')
  const outcomes = await Promise.all(
    people.map((person, i) => patiently(() => (i % 2 === 0 ? one : other)(wish(session.id, person)))),
  )
  expect(outcomes.filter((outcome) => outcome.kind === 'booked')).toHaveLength(50)
  expect(outcomes.filter((outcome) => outcome.kind === 'full')).toHaveLength(150)
  expect(await seatsTaken(session.id)).toBe(50)
  expect(await liveBookings(session.id)).toHaveLength(50)
  expect(await confirmationsOf(outcomes)).toHaveLength(50)
})

test('one broken request in a rush does not spoil the others', async () => {
  const session = await aTrainingSession(database.db)
  const people = await visitors(10, 'calm')
  const door = gatherRequests(database.db, () => now)
  const broken = { ...wish(session.id, people[0] ?? ''), businessId: '00000000-0000-4000-8000-000000000000' }
  const answers = await Promise.allSettled([
    ...people.slice(1).map((person) => door(wish(session.id, person))),
    door(broken),
  ])
  expect(answers.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 9 }, () => 'fulfilled'),
    'rejected',
  ])
  expect(await seatsTaken(session.id)).toBe(9)
})

test('an address that finds the session full is not kept', async () => {
  const session = await aTrainingSession(database.db, { capacity: 1 })
  const asking = (email: string) =>
    transaction(database.db, (tx) => bookSeat(tx, now, { ...wish(session.id, ''), holder: { email } }))
  expect((await asking('first@example.org')).kind).toBe('booked')
  expect((await asking('second@example.org')).kind).toBe('full')
  const people = await database.db
    .selectFrom('people')
    .select('email')
    .where('email', 'in', ['first@example.org', 'second@example.org'])
    .execute()
  expect(people).toEqual([{ email: 'first@example.org' }])
})

test('the last seat of all: the database itself refuses one booking too many', async () => {
  const session = await aTrainingSession(database.db, { capacity: 1 })
  await book(session.id, await visitor('only'))
  const cheat = database.db
    .updateTable('trainingSessions')
    .set({ seatsTaken: 2 })
    .where('id', '=', session.id)
    .execute()
  await expect(cheat).rejects.toThrow('never_more_seats_than_capacity')
})
