import { beforeAll, expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { freshDatabase } from '../../testing/database.ts'
import type { Actor } from '../accounts/person.ts'
import { findNamedStaff, keepPerson, keepStaffMember } from '../accounts/store.ts'
import { scheduleSession, type ScheduleRequest } from './schedule-session.ts'
import { findTrainingSession } from './store.ts'

const database = freshDatabase()
const now = new Date('2026-09-01T09:00:00Z')
const operator: Actor = {
  personId: '00000000-0000-4000-8000-000000000001',
  name: 'Ana',
  email: 'ana@example.org',
  role: 'operator',
  relayId: null,
}

let trainer: string
beforeAll(async () => {
  trainer = await aMember('camille@example.org', 'Camille Test')
})

/** Somebody of the team. */
function aMember(email: string, name: string): Promise<string> {
  return transaction(database.db, async (tx) => {
    const personId = await keepPerson(tx, now, { email, name, language: 'fr' })
    await keepStaffMember(tx, now, { personId, role: 'trainer', invitedBy: null })
    return personId
  })
}

const request: ScheduleRequest = {
  training: { id: 'F01', minutes: 30 },
  local: { date: '2027-03-30', time: '14:00', zone: 'Europe/Paris' },
  occurrence: null,
  capacity: 30,
  trainerPersonId: '',
  roomUrl: null,
  formKey: null,
}
const schedule = (more: Partial<ScheduleRequest> = {}, actor = operator) =>
  transaction(database.db, (tx) =>
    scheduleSession(tx, now, actor, { ...request, trainerPersonId: trainer, ...more }),
  )
const onNight = (date: string, time: string, occurrence: ScheduleRequest['occurrence'] = null) =>
  schedule({ local: { date, time, zone: 'Europe/Paris' }, occurrence })

test('a session lasts as long as its training, and begins at the hour of its place', async () => {
  const outcome = await schedule()
  const session = await findTrainingSession(
    database.db,
    'trainingSessionId' in outcome ? outcome.trainingSessionId : '',
  )
  expect(session).toMatchObject({
    startsAt: new Date('2027-03-30T12:00:00Z'),
    endsAt: new Date('2027-03-30T12:30:00Z'),
    zone: 'Europe/Paris',
    seatsTaken: 0,
    trainer: 'Camille Test',
  })
})

test('an hour that the clocks jump over is refused', async () => {
  expect(await onNight('2027-03-28', '02:30')).toEqual({ kind: 'impossible-time' })
})

test('an hour that comes twice is asked about, and the answer is kept', async () => {
  const [first, second] = [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')]
  expect(await onNight('2026-10-25', '02:30')).toEqual({ kind: 'ambiguous-time', first, second })
  expect(await onNight('2026-10-25', '02:30', 'first')).toMatchObject({ kind: 'scheduled', startsAt: first })
  expect(await onNight('2026-10-25', '02:30', 'second')).toMatchObject({
    kind: 'scheduled',
    startsAt: second,
  })
})

test('yesterday takes no session', async () => {
  expect(await onNight('2026-08-31', '14:00')).toEqual({ kind: 'past' })
})

test.each(['adviser', 'trainer', null] as const)('only operators schedule: %s does not', async (role) => {
  expect(await schedule({}, { ...operator, role })).toEqual({ kind: 'forbidden' })
})

test('a double click on the form schedules one session, and two visits to the page two', async () => {
  const formKey = 'a'.repeat(22)
  const [one, other] = await Promise.all([schedule({ formKey }), schedule({ formKey })])
  expect([one.kind, other.kind].toSorted()).toEqual(['already-scheduled', 'scheduled'])
  expect('trainingSessionId' in one && one.trainingSessionId).toBe(
    'trainingSessionId' in other && other.trainingSessionId,
  )
  expect((await schedule({ formKey: 'b'.repeat(22) })).kind).toBe('scheduled')
})

test('only somebody of the team who has a name is announced as trainer', async () => {
  const outsider = await transaction(database.db, (tx) =>
    keepPerson(tx, now, { email: 'rose@example.org', name: 'Rose', language: 'fr' }),
  )
  const unnamed = await aMember('nobody@example.org', '')
  for (const trainerPersonId of [outsider, unnamed, operator.personId])
    expect(await schedule({ trainerPersonId })).toEqual({ kind: 'unknown-trainer' })
})

test('who booked before being invited as a trainer gets the name of the invitation, and keeps a name once given', async () => {
  const id = await aMember('late@example.org', '')
  await aMember('late@example.org', 'Alix')
  expect((await findNamedStaff(database.db, id))?.name).toBe('Alix')
  await aMember('late@example.org', 'Somebody Else')
  expect((await findNamedStaff(database.db, id))?.name).toBe('Alix')
})
