import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { listStaff } from '../accounts/store.ts'
import { activityLabel } from '../businesses/activity.ts'
import { parseSiret } from '../businesses/siret.ts'
import { everywhere } from '../businesses/reach-store.ts'
import { readCounts } from '../indicators/store.ts'
import { seedDemo } from './seed-demo.ts'
import { demoTown } from './town.ts'
import { roomStateOf } from '../bookings/room-times.ts'
import { listStaffSessions } from '../training-sessions/store.ts'
import { cast } from './town.texts.ts'

const database = freshDatabase()
const app = anApp(database)
const seed = (at = testNow) => transaction(database.db, (tx) => seedDemo(tx, at, app.programme))

test('every shop of the invented town has a possible number and a sign of its own, and a real trade', () => {
  const shops = demoTown()
  expect(shops.length).toBeGreaterThan(230)
  expect(shops.filter(({ entry }) => !parseSiret(entry.siret).ok)).toEqual([])
  expect(shops.filter(({ entry }) => activityLabel(entry.activityCode ?? '') === null)).toEqual([])
  for (const of of ['siret', 'sign'] as const)
    expect(new Set(shops.map(({ entry }) => entry[of])).size).toBe(shops.length)
  expect(shops.filter(({ owner }) => !owner.email.endsWith('@example.org'))).toEqual([])
})

test('the town is the same each time', () => {
  expect(demoTown()).toEqual(demoTown())
})

test(
  'the demonstration fills a town by the true verbs, and a second time changes nothing',
  { timeout: 60_000 },
  async () => {
    const { db } = database
    const businesses = demoTown().length
    const diagnosed = Math.ceil(businesses / 4)
    const outcome = await seed()
    expect(outcome).toEqual({
      kind: 'seeded',
      businesses,
      diagnostics: diagnosed + 5,
      sessions: 77,
      bookings: 40,
    })
    const counts = await readCounts(db, everywhere)
    expect(counts).toMatchObject({ register: businesses, diagnosed, 'diagnosed-unnamed': 5 })
    expect(counts.booked).toBeGreaterThan(35)

    expect(await seed(new Date(testNow.getTime() + 86_400_000))).toEqual({ kind: 'already-there' })
    expect(await readCounts(db, everywhere)).toEqual(counts)

    const sessions = await db.selectFrom('trainingSessions').selectAll().execute()
    expect(sessions.filter(({ seatsTaken, capacity }) => seatsTaken === capacity)).toHaveLength(1)
    expect(
      sessions.filter(({ zone, seatsTaken }) => zone === 'America/Guadeloupe' && seatsTaken > 0),
    ).toHaveLength(1)
    expect(sessions.filter((session) => roomStateOf(session, testNow) === 'open')).toHaveLength(1)
    expect(await db.selectFrom('roomPolls').select('state').execute()).toEqual([{ state: 'draft' }])
    expect(
      sessions.every(
        ({ startsAt }) => startsAt > testNow && startsAt.getTime() < testNow.getTime() + 42 * 86_400_000,
      ),
    ).toBe(true)
  },
)

test('owner, adviser, trainer and operator are there to sign in', async () => {
  const staff = await listStaff(database.db)
  for (const role of ['adviser', 'trainer', 'operator'] as const)
    expect(staff).toContainEqual(expect.objectContaining({ ...cast[role], role }))
  const own = database.db
    .selectFrom('people')
    .innerJoin('bookings', 'bookings.personId', 'people.id')
    .select('bookings.id')
    .where('email', '=', cast.owner.email)
  expect(await own.execute()).toHaveLength(1)
  const trainer = staff.find(({ email }) => email === cast.trainer.email)
  const viewer = { ...cast.trainer, personId: trainer?.id ?? '', role: 'trainer', relayId: null } as const
  expect((await listStaffSessions(database.db, testNow, viewer)).length).toBeGreaterThan(10)
})
