import { expect, test } from 'vitest'
import { hasSeat, isOpen, seatsLeft, stateOf, type TrainingSession } from './training-session.ts'

const now = new Date('2026-11-23T09:00:00Z')
const session: TrainingSession = {
  id: '00000000-0000-4000-8000-000000000001',
  trainingId: 'F01',
  startsAt: new Date('2026-12-01T13:00:00Z'),
  endsAt: new Date('2026-12-01T13:30:00Z'),
  zone: 'Europe/Paris',
  capacity: 30,
  seatsTaken: 24,
  trainer: 'Camille Test',
  roomUrl: null,
  cancelledAt: null,
}

test('six seats of thirty are left when twenty-four are taken', () => {
  expect(seatsLeft(session)).toBe(6)
  expect(stateOf(session, now)).toBe('open')
})

test('a full session still lies ahead, but has no seat', () => {
  const full = { ...session, seatsTaken: 30 }
  expect([isOpen(full, now), hasSeat(full), stateOf(full, now)]).toEqual([true, false, 'full'])
})

test('a session that has begun takes nobody any more, to the second', () => {
  expect(stateOf(session, new Date('2026-12-01T12:59:59Z'))).toBe('open')
  expect(stateOf(session, session.startsAt)).toBe('past')
})

test('a session called off says so, whenever one looks', () => {
  const off = { ...session, cancelledAt: now }
  expect(stateOf(off, now)).toBe('cancelled')
  expect(stateOf(off, new Date('2027-01-01T00:00:00Z'))).toBe('cancelled')
  expect(isOpen(off, now)).toBe(false)
})
