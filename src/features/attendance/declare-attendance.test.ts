import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import type { Actor } from '../accounts/person.ts'
import { cancelBooking } from '../bookings/cancel-booking.ts'
import type { TrainingSession } from '../training-sessions/training-session.ts'
import { listAttendance } from './declaration-store.ts'
import { decide, declaredStates, type DeclaredState, type Mark } from './declaration.ts'
import { declareAttendance } from './declare-attendance.ts'

const database = freshDatabase()

const soon = new Date('2026-11-30T13:10:00Z')
const later = new Date('2026-12-02T09:00:00Z')

type Told = { session: TrainingSession; marks?: Mark[]; rest?: DeclaredState; now?: Date }

function declare(actor: Actor, { session, marks = [], rest, now = soon }: Told) {
  const request = { trainingSessionId: session.id, marks, rest: rest ?? null }
  return transaction(database.db, (tx) => declareAttendance(tx, now, actor, request))
}

const mark = (place: string, state: DeclaredState, was: DeclaredState | null = null): Mark => ({
  place,
  state,
  was,
})

/** The states of a session in the order of booking, as an operator reads them. */
async function statesOf(session: TrainingSession, ids: readonly string[]) {
  const lines = await listAttendance(database.db, session.id, await aStaffActor(database.db, 'operator'))
  return ids.map((id) => lines.find(({ place }) => place === id)?.declared?.state ?? null)
}

async function aSessionWith(people: number, trainerPersonId: string | null = null) {
  const session = await aTrainingSession(database.db, { trainerPersonId })
  const ids: string[] = []
  for (let booked = 0; booked < people; booked += 1) ids.push((await aBooking(database.db, { session })).id)
  return { session, ids }
}

test('who ran the session notes who came; who said it and when is kept, and it can be changed later', async () => {
  const trainer = await aStaffActor(database.db, 'trainer')
  const { session, ids } = await aSessionWith(3, trainer.personId)
  const [one = '', two = '', three = ''] = ids
  const first = await declare(trainer, { session, marks: [mark(one, 'present'), mark(two, 'absent')] })
  expect(first).toMatchObject({ kind: 'declared', overtaken: [], gone: [] })
  expect(await statesOf(session, ids)).toEqual(['present', 'absent', null])

  const operator = await aStaffActor(database.db, 'operator')
  await declare(operator, { session, marks: [mark(two, 'excused', 'absent')], now: later })
  const [, line] = await listAttendance(database.db, session.id, operator).then((lines) =>
    [one, two, three].map((id) => lines.find(({ place }) => place === id)),
  )
  expect(line?.declared).toEqual({ state: 'excused', by: 'Camille Test', at: later })
})

test('one button notes all the others present, and leaves those noted otherwise', async () => {
  const operator = await aStaffActor(database.db, 'operator')
  const { session, ids } = await aSessionWith(4)
  const [one = '', two = ''] = ids
  await declare(operator, { session, marks: [mark(one, 'absent')] })
  await declare(operator, { session, marks: [mark(two, 'excused')], rest: 'present' })
  expect(await statesOf(session, ids)).toEqual(['absent', 'excused', 'present', 'present'])
})

test('before the start nobody can have come, and after a session is called off nobody came', async () => {
  const operator = await aStaffActor(database.db, 'operator')
  const { session, ids } = await aSessionWith(1)
  const marks = [mark(ids[0] ?? '', 'present')]
  const before = new Date(session.startsAt.getTime() - 1)
  expect(await declare(operator, { session, marks, now: before })).toEqual({ kind: 'too-early' })
  expect((await declare(operator, { session, marks, now: session.startsAt })).kind).toBe('declared')

  const other = await aSessionWith(1)
  const calledOff = { cancelledAt: new Date('2026-11-24T09:00:00Z') }
  await database.db
    .updateTable('trainingSessions')
    .set(calledOff)
    .where('id', '=', other.session.id)
    .execute()
  expect(await declare(operator, { session: other.session, marks })).toEqual({ kind: 'called-off' })
})

test('a seat that was given back meanwhile is told, and the others are noted', async () => {
  const operator = await aStaffActor(database.db, 'operator')
  const { session, ids } = await aSessionWith(1)
  const leaving = await aBooking(database.db, { session })
  await transaction(database.db, (tx) =>
    cancelBooking(tx, new Date('2026-11-30T12:00:00Z'), { token: leaving.token }),
  )
  const stranger = newId()
  const marks = [mark(ids[0] ?? '', 'present'), mark(leaving.id, 'present'), mark(stranger, 'absent')]
  expect(await declare(operator, { session, marks })).toMatchObject({
    kind: 'declared',
    changes: [{ place: ids[0], state: 'present' }],
    gone: [leaving.id, stranger],
  })
})

test('a seat given back in the same moment is noted or told as gone, and nothing breaks', async () => {
  const operator = await aStaffActor(database.db, 'operator')
  const session = await aTrainingSession(database.db)
  const bookings = [await aBooking(database.db, { session }), await aBooking(database.db, { session })]
  const minuteBefore = new Date(session.startsAt.getTime() - 60_000)
  const outcomes = await Promise.all([
    declare(operator, { session, marks: bookings.map(({ id }) => mark(id, 'present')) }),
    ...bookings.map(({ token }) =>
      transaction(database.db, (tx) => cancelBooking(tx, minuteBefore, { token })),
    ),
  ])
  const [declared, ...cancelled] = outcomes
  expect(cancelled.map(({ kind }) => kind)).toEqual(['cancelled', 'cancelled'])
  expect(declared).toMatchObject({ kind: 'declared' })
  expect(await listAttendance(database.db, session.id, operator)).toEqual([])
})

test('a booking of another session cannot be noted through this one', async () => {
  const operator = await aStaffActor(database.db, 'operator')
  const { session } = await aSessionWith(0)
  const other = await aSessionWith(1)
  await declare(operator, { session, marks: [mark(other.ids[0] ?? '', 'absent')] })
  expect(await statesOf(other.session, other.ids)).toEqual([null])
})

test('of two who note at once, each keeps their half; on one line the last word wins, and says so', async () => {
  const operator = await aStaffActor(database.db, 'operator')
  const other = await aStaffActor(database.db, 'operator', 'other@example.org')
  const { session, ids } = await aSessionWith(6)
  const half = (from: number, state: DeclaredState) => ids.slice(from, from + 3).map((id) => mark(id, state))
  await Promise.all([
    declare(operator, { session, marks: half(0, 'present') }),
    declare(other, { session, marks: half(3, 'absent') }),
  ])
  expect(await statesOf(session, ids)).toEqual([...Array(3).fill('present'), ...Array(3).fill('absent')])

  const [one = ''] = ids
  await declare(other, { session, marks: [mark(one, 'absent', 'present')], now: later })
  const last = await declare(operator, { session, marks: [mark(one, 'excused', 'present')], now: later })
  expect(last).toMatchObject({ kind: 'declared', overtaken: [one] })
  expect(await statesOf(session, [one])).toEqual(['excused'])
})

const state = fc.constantFrom(...declaredStates)
const maybe = fc.option(state)

test('a form in which nothing was touched changes nothing, whatever others did meanwhile', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(maybe, maybe)), (lines) => {
      const stored = new Map(lines.map(([, now], index) => [`${index}`, now]))
      const marks = lines.flatMap(([was], index) => (was === null ? [] : [mark(`${index}`, was, was)]))
      expect(decide(stored, marks, null)).toEqual({ changes: [], overtaken: [], gone: [] })
    }),
  )
})

test('what is saved twice is saved once', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(maybe, state)), fc.option(state), (lines, rest) => {
      const stored = new Map(lines.map(([now], index) => [`${index}`, now]))
      const marks = lines.map(([was, wanted], index) => mark(`${index}`, wanted, was))
      for (const { place, state: said } of decide(stored, marks, rest).changes) stored.set(place, said)
      expect(decide(stored, marks, rest).changes).toEqual([])
    }),
  )
})

test('who comes along has a line of their own, and is noted apart', async () => {
  const operator = await aStaffActor(database.db, 'operator')
  const { session, ids } = await aSessionWith(1)
  const [id = ''] = ids
  await database.db
    .updateTable('bookings')
    .set({ companions: ['Léa', 'Karim'] })
    .where('id', '=', id)
    .execute()
  const places = [id, `${id}_1`, `${id}_2`]
  const marks = [mark(id, 'absent'), mark(`${id}_1`, 'present')]
  expect(await declare(operator, { session, marks, rest: 'present' })).toMatchObject({ gone: [] })
  expect(await statesOf(session, places)).toEqual(['absent', 'present', 'present'])
  const lines = await listAttendance(database.db, session.id, operator)
  expect(lines.map(({ name, with: holder }) => [name, holder])).toEqual([
    ['', null],
    ['Léa', ''],
    ['Karim', ''],
  ])
  await database.db.updateTable('bookings').set({ companions: [] }).where('id', '=', id).execute()
  const late = await declare(operator, { session, marks: [mark(`${id}_2`, 'absent', 'present')] })
  expect(late).toMatchObject({ changes: [], gone: [`${id}_2`] })
})
