import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aFullSession, aWaitingPerson, aWish, seatsOf, whatIsWrong } from '../../testing/a-waiting-line.ts'
import { patiently } from '../../testing/again.ts'
import { testNow as now } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { listJobs } from '../../testing/jobs.ts'
import { aTrainingSession } from '../../testing/a-training-session.ts'
import type { Actor } from '../accounts/person.ts'
import { acceptOffer } from './accept-offer.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import { changeCapacity } from './change-capacity.ts'
import { closeLine } from './close-line.ts'
import { expireOffer } from './expire-offer.ts'
import { expireOfferJob, waitingMailJob } from './jobs.ts'
import { joinLine } from './join-line.ts'
import { leaveLine } from './leave-line.ts'
import { findBookingByToken } from './store.ts'
import { sweepOffers } from './sweep-offers.ts'
import { findEntry, listLapsedOffers, listWaiting } from './waiting-store.ts'

const database = freshDatabase()
const operator: Actor = {
  personId: '00000000-0000-4000-8000-000000000001',
  name: 'Ana',
  email: 'ana@example.org',
  role: 'operator',
  relayId: null,
}
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const during = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  patiently(() => transaction(database.db, work))
const join = (id: string, email: string, formKey: string | null = null) =>
  during((tx) => joinLine(tx, now, aWish(id, email, formKey)))
const cancel = (token: string, at = now) => during((tx) => cancelBooking(tx, at, { token }))
const accept = (token: string, at = now) => during((tx) => acceptOffer(tx, at, { token }))
const leave = (token: string, at = now) => during((tx) => leaveLine(tx, at, { token }))
const expire = (entryId: string, at: Date) => during((tx) => expireOffer(tx, at, { entryId }))
const setCapacity = (trainingSessionId: string, capacity: number, actor = operator) =>
  during((tx) => changeCapacity(tx, now, actor, { trainingSessionId, capacity }))
const stateOf = async (id: string) => (await findEntry(database.db, id))?.state

const jobsFor = async (entryId: string) => {
  const jobs = await listJobs(database)
  return jobs
    .filter(
      ({ name, data }) => [waitingMailJob.name, expireOfferJob.name].includes(name) && 'entryId' in data,
    )
    .filter(({ data }) => (data as { entryId: string }).entryId === entryId)
    .map(({ data, startAfter }) => ('kind' in data ? data.kind : startAfter))
}

/** One seat, booked, and people who wait for it; with the seat given back the first has an offer. */
async function aLine(...emails: string[]) {
  const full = await aFullSession(database.db)
  const entries = []
  for (const email of emails) entries.push(await aWaitingPerson(database.db, full, email))
  return { ...full, entries, holder: full.bookings[0]?.token ?? '' }
}

async function anOffer(name: string) {
  const line = await aLine(`${name}-1@example.org`, `${name}-2@example.org`)
  await cancel(line.holder)
  const [first, second] = line.entries
  if (!first || !second) throw new Error('two wait')
  return { ...line, first, second }
}

test('of two hundred who want one of fifty seats at once, fifty sit, thirty wait and the others read that all is full', async () => {
  const { id } = await aTrainingSession(database.db, { capacity: 50 })
  const emails = Array.from({ length: 200 }, (_, i) => `crowd-${i}@example.org`)
  const outcomes = await Promise.all(emails.map((email) => join(id, email)))
  const count = (kind: string) => outcomes.filter((outcome) => outcome.kind === kind).length
  expect([count('booked'), count('waiting'), count('line-full')]).toEqual([50, 30, 120])
  const seats = await seatsOf(database.db, id)
  expect(seats).toMatchObject({ taken: 50, booked: 50, waiting: 30, inLine: 30 })
  expect((await listWaiting(database.db, id)).map(({ rank }) => rank)).toEqual(
    Array.from({ length: 30 }, (_, i) => i + 1),
  )
})

test('while twenty give back, fifty sign up and offers expire, no seat is sold twice and none is idle while somebody waits', async () => {
  const full = await aFullSession(database.db, { capacity: 20 })
  const { id } = full.session
  for (let i = 0; i < 10; i += 1) await aWaitingPerson(database.db, full, `early-${i}@example.org`)
  const wrong: (string | null)[] = []
  let isOver = false
  const watch = async () => {
    while (!isOver) wrong.push(whatIsWrong(await seatsOf(database.db, id)))
  }
  const clock = async () => {
    for (let round = 0; round < 12; round += 1)
      for (const { entryId } of await listLapsedOffers(database.db, hours(25)))
        await expire(entryId, hours(25))
  }
  const watching = watch()
  const [, arrived] = await Promise.all([
    Promise.all(full.bookings.map(({ token }) => cancel(token))),
    Promise.all(Array.from({ length: 50 }, (_, i) => join(id, `late-${i}@example.org`))),
    clock(),
  ])
  await clock()
  isOver = true
  await watching
  expect(wrong.length).toBeGreaterThan(3)
  expect(wrong.filter(Boolean)).toEqual([])
  expect(whatIsWrong(await seatsOf(database.db, id))).toBeNull()
  const ended = await database.db
    .selectFrom('waitlistEntries')
    .select('state')
    .where('trainingSessionId', '=', id)
    .execute()
  expect(ended.filter(({ state }) => state === 'expired').length).toBeGreaterThan(0)
  expect(new Set(arrived.map(({ kind }) => kind)).has('closed')).toBe(false)
})

test('a seat given back is held for the first in line, in the same moment, with a mail and an end', async () => {
  const { session, first, second } = await anOffer('held')
  expect(await stateOf(first.id)).toBe('offered')
  expect(await stateOf(second.id)).toBe('waiting')
  expect(await seatsOf(database.db, session.id)).toMatchObject({
    taken: 1,
    booked: 0,
    offered: 1,
    waiting: 1,
  })
  expect(await jobsFor(first.id)).toEqual(expect.arrayContaining(['joined', 'offered', hours(24)]))
  expect((await findEntry(database.db, second.id))?.rank).toBe(1)
})

test('nobody who comes later overtakes the line: the freed seat is not to be booked', async () => {
  const { session } = await anOffer('overtaken')
  const late = await during((tx) => bookSeat(tx, now, aWish(session.id, 'pushy@example.org')))
  expect(late.kind).toBe('full')
})

test('who takes the seat has a booking, its mails and no more offer; a second tap leads to the same booking', async () => {
  const { session, first } = await anOffer('taken')
  const outcomes = await Promise.all([accept(first.token), accept(first.token)])
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['already-taken', 'taken'])
  const tokens = outcomes.map((outcome) => ('token' in outcome ? outcome.token : ''))
  expect(tokens[0]).toBe(tokens[1])
  const booking = await findBookingByToken(database.db, tokens[0] ?? '')
  expect(booking).toMatchObject({ email: 'taken-1@example.org', cancelledAt: null })
  expect(await seatsOf(database.db, session.id)).toMatchObject({
    taken: 1,
    booked: 1,
    offered: 0,
    waiting: 1,
  })
})

test('who lets the seat go hands it to the next, once', async () => {
  const { session, first, second } = await anOffer('refused')
  const kinds = (await Promise.all([leave(first.token), leave(first.token)])).map(({ kind }) => kind)
  expect(kinds.toSorted()).toEqual(['already-over', 'left'])
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['declined', 'offered'])
  await leave(second.token)
  expect(await seatsOf(database.db, session.id)).toMatchObject({ taken: 0, offered: 0, waiting: 0 })
})

test('an offer that nobody answers goes to the next when its day is over, not before, and only once', async () => {
  const { first, second } = await anOffer('slow')
  await expire(first.id, new Date(hours(24).getTime() - 1))
  expect(await stateOf(first.id)).toBe('offered')
  await Promise.all([expire(first.id, hours(24)), expire(first.id, hours(24))])
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['expired', 'offered'])
  expect((await jobsFor(first.id)).filter((kind) => kind === 'lapsed')).toHaveLength(1)
  expect((await jobsFor(second.id)).filter((kind) => kind === 'offered')).toHaveLength(1)
})

test('a tap after the end is told so, and the next in line gets the seat even if the clock’s job is late', async () => {
  const { first, second } = await anOffer('late-tap')
  expect((await accept(first.token, hours(24))).kind).toBe('lapsed')
  expect((await accept(first.token, hours(24))).kind).toBe('lapsed')
  expect(await stateOf(second.id)).toBe('offered')
})

test('a tap and the clock at the very end of an offer: one of them wins', async () => {
  const { session, first } = await anOffer('photo-finish')
  const [tap] = await Promise.all([
    accept(first.token, new Date(hours(24).getTime() - 1)),
    expire(first.id, hours(24)),
  ])
  expect(await stateOf(first.id)).toBe(tap.kind === 'taken' ? 'accepted' : 'expired')
  expect(whatIsWrong(await seatsOf(database.db, session.id))).toBeNull()
})

test('an offer whose job was lost is found by the sweep a minute later', async () => {
  const { first } = await anOffer('lost')
  const sweep = (at: Date) => during((tx) => sweepOffers(tx, at))
  const before = (await jobsFor(first.id)).length
  await sweep(hours(24))
  expect((await jobsFor(first.id)).length).toBe(before)
  await sweep(new Date(hours(24).getTime() + 60_000))
  expect((await jobsFor(first.id)).length).toBe(before + 1)
})

test('the same person, the same page: a double tap waits once; another visit is known', async () => {
  const { session } = await aLine()
  const outcomes = await Promise.all([1, 2].map(() => join(session.id, 'twice@example.org', 'the-page')))
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['already-waiting', 'waiting'])
  expect(outcomes.find(({ kind }) => kind === 'already-waiting')).toMatchObject({ isSecondClick: true })
  expect(await join(session.id, 'twice@example.org', 'other')).toMatchObject({ isSecondClick: false })
  expect((await seatsOf(database.db, session.id)).waiting).toBe(1)
})

test('who has a seat does not wait for another, and who finds a free seat gets it', async () => {
  const full = await aFullSession(database.db)
  const [booking] = full.bookings
  expect((await join(full.session.id, booking?.email ?? '')).kind).toBe('already-booked')
  await cancel(booking?.token ?? '')
  expect((await join(full.session.id, 'lucky@example.org')).kind).toBe('booked')
})

test('who leaves the line lets those behind move up, and may come back at its end', async () => {
  const { session, entries } = await aLine('leaver@example.org', 'stayer@example.org')
  const [leaver, stayer] = entries
  expect((await leave(leaver?.token ?? '')).kind).toBe('left')
  expect((await findEntry(database.db, stayer?.id ?? ''))?.rank).toBe(1)
  const again = await aWaitingPerson(database.db, { session }, 'leaver@example.org')
  expect(again.rank).toBe(2)
})

test('more seats go to the line first, as many as wait; the others are free', async () => {
  const { session, entries } = await aLine('more-1@example.org', 'more-2@example.org')
  expect(await setCapacity(session.id, 4)).toEqual({ kind: 'changed', offered: 2 })
  expect(await Promise.all(entries.map(({ id }) => stateOf(id)))).toEqual(['offered', 'offered'])
  expect(await seatsOf(database.db, session.id)).toMatchObject({ capacity: 4, taken: 3, waiting: 0 })
})

test('fewer seats than are booked or held is refused with their number, and only operators may ask', async () => {
  const full = await aFullSession(database.db, { capacity: 3 })
  await aWaitingPerson(database.db, full, 'held-seat@example.org')
  await cancel(full.bookings[0]?.token ?? '')
  expect(await setCapacity(full.session.id, 2)).toEqual({ kind: 'too-low', taken: 3 })
  for (const role of ['adviser', 'trainer', null] as const)
    expect(await setCapacity(full.session.id, 9, { ...operator, role })).toEqual({ kind: 'forbidden' })
  expect((await seatsOf(database.db, full.session.id)).capacity).toBe(3)
})

test('when the session begins its line ends, and nobody is offered a seat that is past', async () => {
  const { session, first, second } = await anOffer('begun')
  expect((await accept(first.token, session.startsAt)).kind).toBe('closed')
  await expire(first.id, session.startsAt)
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['closed', 'closed'])
  expect(await seatsOf(database.db, session.id)).toMatchObject({ taken: 0, waiting: 0 })
  expect((await jobsFor(second.id)).includes('called-off')).toBe(false)
})

test('when a session is called off everybody in line is told once, whoever asks twice', async () => {
  const { session, first, second } = await anOffer('called-off')
  await database.db
    .updateTable('trainingSessions')
    .set({ cancelledAt: now })
    .where('id', '=', session.id)
    .execute()
  expect((await join(session.id, 'nobody@example.org')).kind).toBe('closed')
  for (let again = 0; again < 2; again += 1) await during((tx) => closeLine(tx, now, session.id))
  for (const { id } of [first, second])
    expect((await jobsFor(id)).filter((kind) => kind === 'called-off')).toHaveLength(1)
  expect(await listWaiting(database.db, session.id)).toEqual([])
})

test('who books a further seat while one is on offer keeps one: the other goes on', async () => {
  const { session, first, second } = await anOffer('two-seats')
  await setCapacity(session.id, 3)
  await during((tx) => bookSeat(tx, now, aWish(session.id, 'two-seats-1@example.org')))
  expect((await accept(first.token)).kind).toBe('already-taken')
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['declined', 'offered'])
  expect(await seatsOf(database.db, session.id)).toMatchObject({ booked: 1, offered: 1, taken: 2 })
})

test('the database itself refuses a seat left idle, and a line that grows too long', async () => {
  const { session } = await aLine('guarded@example.org')
  const change = (set: { seatsTaken: number } | { peopleWaiting: number }) =>
    database.db.updateTable('trainingSessions').set(set).where('id', '=', session.id).execute()
  await expect(change({ seatsTaken: 0 })).rejects.toThrow('never_a_seat_idle_while_somebody_waits')
  await expect(change({ peopleWaiting: 31 })).rejects.toThrow('never_a_longer_line_than_places')
})
