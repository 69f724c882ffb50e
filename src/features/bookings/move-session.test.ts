import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { patiently } from '../../testing/again.ts'
import { freshDatabase } from '../../testing/database.ts'
import { listJobs } from '../../testing/jobs.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import type { Actor } from '../accounts/person.ts'
import { findChangeableSession } from '../training-sessions/change-store.ts'
import { findTrainingSession } from '../training-sessions/store.ts'
import { bookSeat } from './book-seat.ts'
import { callOffSession } from './call-off-session.ts'
import { cancelBooking } from './cancel-booking.ts'
import { tellChangeJob } from './jobs.ts'
import { moveSession, type MoveRequest } from './move-session.ts'
import { findBooking } from './store.ts'

const database = freshDatabase()
const now = new Date('2026-11-23T09:00:00Z')
const hour = 3_600_000

const request = (trainingSessionId: string, more: Partial<MoveRequest> = {}): MoveRequest => ({
  trainingSessionId,
  version: 0,
  local: { date: '2026-12-03', time: '10:00', zone: 'Europe/Paris' },
  occurrence: null,
  roomUrl: 'https://salle.example.org/f01',
  trainerPersonId: null,
  formKey: null,
  ...more,
})

type As = { actor?: Actor; at?: Date }

const move = async (id: string, more: Partial<MoveRequest> = {}, { actor, at = now }: As = {}) => {
  const who = actor ?? (await aStaffActor(database.db, 'operator'))
  return patiently(() => transaction(database.db, (tx) => moveSession(tx, at, who, request(id, more))))
}

const callOff = async (
  id: string,
  message: string | null,
  { version = 0, formKey = null as string | null } = {},
) => {
  const who = await aStaffActor(database.db, 'operator')
  const wanted = { trainingSessionId: id, version, message, formKey }
  return patiently(() => transaction(database.db, (tx) => callOffSession(tx, now, who, wanted)))
}

const toldOf = async (bookingId: string) =>
  (await listJobs(database, tellChangeJob)).filter(
    ({ data }) => (data as { bookingId: string }).bookingId === bookingId,
  ).length

const remindersOf = (bookingId: string) =>
  database.db
    .selectFrom('reminders')
    .select(['kind', 'dueAt', 'sentAt', 'droppedAt'])
    .where('bookingId', '=', bookingId)
    .orderBy('dueAt')
    .execute()

const sequenceOf = async (id: string) => (await findBooking(database.db, id))?.icsSequence

test('a session that moves has its new date, and each person with a seat is told once', async () => {
  const session = await aTrainingSession(database.db)
  const bookings = [await aBooking(database.db, { session }), await aBooking(database.db, { session })]
  const gone = await aBooking(database.db, { session })
  await transaction(database.db, (tx) => cancelBooking(tx, now, { token: gone.token }))
  expect(await move(session.id)).toEqual({ kind: 'moved', version: 1, told: 2 })
  const moved = await findTrainingSession(database.db, session.id)
  expect(moved?.startsAt).toEqual(new Date('2026-12-03T09:00:00Z'))
  expect(moved?.endsAt).toEqual(new Date('2026-12-03T09:30:00Z'))
  for (const { id } of bookings) expect([await sequenceOf(id), await toldOf(id)]).toEqual([1, 1])
  expect([await sequenceOf(gone.id), await toldOf(gone.id)]).toEqual([1, 0])
  expect(
    await findChangeableSession(database.db, session.id, await aStaffActor(database.db, 'operator')),
  ).toMatchObject({
    version: 1,
    seatsTaken: 2,
  })
})

test('the form sent twice moves the session once, and both clicks lead to the same change', async () => {
  const session = await aTrainingSession(database.db)
  const booking = await aBooking(database.db, { session })
  const outcomes = await Promise.all(
    [1, 2].map(() => move(session.id, { formKey: 'this-very-page-moved-a' })),
  )
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['already-moved', 'moved'])
  expect([await sequenceOf(booking.id), await toldOf(booking.id)]).toEqual([1, 1])
})

test('of two operators who move a session at once, one wins and the other learns that it changed', async () => {
  const session = await aTrainingSession(database.db)
  const booking = await aBooking(database.db, { session })
  const outcomes = await Promise.all([
    move(session.id, { local: { date: '2026-12-03', time: '10:00', zone: 'Europe/Paris' } }),
    move(session.id, { local: { date: '2026-12-04', time: '10:00', zone: 'Europe/Paris' } }),
  ])
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changed-meanwhile', 'moved'])
  expect(await toldOf(booking.id)).toBe(1)
})

test('the reminders move with the session: one sent for the old date is due again, one too late is dropped', async () => {
  const session = await aTrainingSession(database.db, { startsAt: new Date(now.getTime() + 30 * hour) })
  const booking = await aBooking(database.db, { session })
  const at = new Date(now.getTime() + 8 * hour)
  await database.db
    .updateTable('reminders')
    .set({ claimedAt: at, sentAt: at })
    .where('bookingId', '=', booking.id)
    .where('kind', '=', 'day-before')
    .execute()
  await move(session.id, {}, { at })
  expect(await remindersOf(booking.id)).toEqual([
    { kind: 'day-before', dueAt: new Date('2026-12-02T09:00:00Z'), sentAt: null, droppedAt: null },
    { kind: 'hour-before', dueAt: new Date('2026-12-03T08:00:00Z'), sentAt: null, droppedAt: null },
    { kind: 'ten-minutes-before', dueAt: new Date('2026-12-03T08:50:00Z'), sentAt: null, droppedAt: null },
  ])
  const soon = new Date('2026-12-03T07:00:00Z')
  await move(
    session.id,
    { version: 1, local: { date: '2026-12-03', time: '11:00', zone: 'Europe/Paris' } },
    { at: soon },
  )
  const [dayBefore, ...later] = await remindersOf(booking.id)
  expect(dayBefore).toMatchObject({ kind: 'day-before', droppedAt: soon })
  expect(later.map(({ dueAt, droppedAt }) => [dueAt.toISOString(), droppedAt])).toEqual([
    ['2026-12-03T09:00:00.000Z', null],
    ['2026-12-03T09:50:00.000Z', null],
  ])
})

test('a new room is told, but a reminder already sent for the same hour is not sent again', async () => {
  const session = await aTrainingSession(database.db)
  const booking = await aBooking(database.db, { session })
  await database.db
    .updateTable('reminders')
    .set({ claimedAt: now, sentAt: now })
    .where('bookingId', '=', booking.id)
    .where('kind', '=', 'day-before')
    .execute()
  const before = await remindersOf(booking.id)
  const local = { date: '2026-11-30', time: '14:00', zone: 'Europe/Paris' }
  expect(await move(session.id, { local, roomUrl: 'https://autre.example.org/' })).toMatchObject({ told: 1 })
  expect(await remindersOf(booking.id)).toEqual(before)
  expect([await sequenceOf(booking.id), await toldOf(booking.id)]).toEqual([1, 1])
})

test('a session without a seat taken moves, and nobody is told', async () => {
  const session = await aTrainingSession(database.db)
  expect(await move(session.id)).toEqual({ kind: 'moved', version: 1, told: 0 })
})

const paris = (date: string, time: string) => ({ local: { date, time, zone: 'Europe/Paris' } })

test.each([
  ['to the day that has gone by', paris('2026-11-22', '10:00'), 'past-time'],
  ['to where it is already', paris('2026-11-30', '14:00'), 'unchanged'],
  ['to the hour that the clocks jump over', paris('2027-03-28', '02:30'), 'impossible-time'],
  ['to the hour that comes twice', paris('2027-10-31', '02:30'), 'ambiguous-time'],
  ['to somebody unknown', { trainerPersonId: '00000000-0000-4000-8000-000000000000' }, 'unknown-trainer'],
])('a move %s is refused, and nothing changes', async (_, more, kind) => {
  const session = await aTrainingSession(database.db)
  const booking = await aBooking(database.db, { session })
  expect((await move(session.id, more)).kind).toBe(kind)
  expect(await sequenceOf(booking.id)).toBe(0)
  expect((await findTrainingSession(database.db, session.id))?.startsAt).toEqual(session.startsAt)
})

test('a session that has begun, or is called off, no longer moves', async () => {
  const session = await aTrainingSession(database.db)
  expect(await move(session.id, {}, { at: session.startsAt })).toEqual({ kind: 'begun' })
  await callOff(session.id, null)
  expect(await move(session.id)).toEqual({ kind: 'called-off' })
})

test('operators move every session, trainers their own without handing it over, advisers none', async () => {
  const trainer = await aStaffActor(database.db, 'trainer')
  const adviser = await aStaffActor(database.db, 'adviser')
  const own = await aTrainingSession(database.db, { trainerPersonId: trainer.personId })
  const other = await aTrainingSession(database.db, { trainerPersonId: adviser.personId })
  const handOver = { trainerPersonId: adviser.personId }
  expect(await move(own.id, {}, { actor: adviser })).toEqual({ kind: 'forbidden' })
  expect(await move(other.id, {}, { actor: trainer })).toEqual({ kind: 'not-found' })
  expect(await move(own.id, handOver, { actor: trainer })).toEqual({ kind: 'forbidden' })
  expect((await move(own.id, {}, { actor: trainer })).kind).toBe('moved')
  expect((await move(own.id, { version: 1, ...handOver })).kind).toBe('moved')
  expect(await move(own.id, { version: 2, ...paris('2026-12-05', '10:00') }, { actor: trainer })).toEqual({
    kind: 'not-found',
  })
})

test('a session called off keeps its bookings, drops its reminders, and each person is told once', async () => {
  const session = await aTrainingSession(database.db)
  const bookings = [await aBooking(database.db, { session }), await aBooking(database.db, { session })]
  expect(await callOff(session.id, null)).toEqual({ kind: 'message-missing' })
  const formKey = 'this-very-page-calls-off'
  const outcomes = await Promise.all(
    [1, 2].map(() => callOff(session.id, 'Camille est malade.', { formKey })),
  )
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['already-done', 'done'])
  expect(await callOff(session.id, 'Encore.')).toEqual({ kind: 'called-off' })
  for (const { id, token } of bookings) {
    expect([await sequenceOf(id), await toldOf(id)]).toEqual([1, 1])
    expect((await remindersOf(id)).every(({ droppedAt }) => droppedAt !== null)).toBe(true)
    expect((await transaction(database.db, (tx) => cancelBooking(tx, now, { token }))).kind).toBe(
      'already-cancelled',
    )
  }
  expect(await findTrainingSession(database.db, session.id)).toMatchObject({
    seatsTaken: 2,
    cancelledAt: now,
  })
})

test('whoever books while the session moves has the new date, or is asked again; nobody keeps the old one unawares', async () => {
  const session = await aTrainingSession(database.db)
  const seat = (name: string) =>
    patiently(() =>
      transaction(database.db, (tx) =>
        bookSeat(tx, now, {
          trainingSessionId: session.id,
          holder: { email: `${name}@example.org` },
          businessId: null,
          diagnosticId: null,
          language: 'fr',
          formKey: null,
          seenStartsAt: session.startsAt,
        }),
      ),
    )
  const [before, after] = [1, 2].map((half) => Array.from({ length: 10 }, (_, i) => `rush-${half}-${i}`))
  const [early, moved, late] = await Promise.all([
    Promise.all((before ?? []).map(seat)),
    move(session.id),
    Promise.all((after ?? []).map(seat)),
  ])
  const outcomes = [...early, ...late]
  expect(moved.kind).toBe('moved')
  const booked = outcomes.filter(({ kind }) => kind === 'booked')
  expect(outcomes.filter(({ kind }) => kind === 'moved')).toHaveLength(outcomes.length - booked.length)
  const told = await Promise.all(
    booked.map((outcome) => toldOf('bookingId' in outcome ? outcome.bookingId : '')),
  )
  expect(told).toEqual(booked.map(() => 1))
  expect((await seat('rush-last')).kind).toBe('moved')
  expect((await findTrainingSession(database.db, session.id))?.seatsTaken).toBe(booked.length)
})
