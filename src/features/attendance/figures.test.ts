import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { listSessionFigures, listTrainingFigures } from './figure-store.ts'
import { addUp, fillRate, noShowRate, type Counted } from './figure.ts'
import { periodOf, usualDays } from './period.ts'

const database = freshDatabase()
const now = new Date('2026-12-10T09:00:00Z')
const app = anApp(database, () => now)

const nothing: Counted = {
  sessions: 0,
  capacity: 0,
  taken: 0,
  joined: 0,
  stayed: 0,
  present: 0,
  absent: 0,
  excused: 0,
}

test('shares say what they are made of, and nothing when there is nothing to divide by', () => {
  expect([fillRate(nothing), noShowRate(nothing)]).toEqual([null, null])
  expect(fillRate({ ...nothing, capacity: 30, taken: 12 })).toBe(0.4)
  expect(noShowRate({ ...nothing, present: 6, absent: 3, excused: 3 })).toBe(0.25)
  const one = { ...nothing, sessions: 1, capacity: 10, taken: 10, present: 9 }
  const other = { ...nothing, sessions: 1, capacity: 30, taken: 0 }
  expect(fillRate(addUp([one, other]))).toBe(0.25)
})

test('days begin and end where the programme is run, and no session of the future is counted', () => {
  expect(usualDays('2026-12-10')).toEqual({ from: '2026-11-13', to: '2026-12-10' })
  expect(periodOf({ from: '2026-10-25', to: '2026-10-25' }, now)).toEqual({
    from: new Date('2026-10-24T22:00:00Z'),
    until: new Date('2026-10-25T23:00:00Z'),
  })
  expect(periodOf({ from: '2026-12-01', to: '2027-01-31' }, now).until).toEqual(now)
})

async function someSessions() {
  const { db } = database
  const trainer = await aStaffActor(db, 'trainer')
  const own = await aTrainingSession(db, { capacity: 4, trainerPersonId: trainer.personId })
  const [one, two, three] = [
    await aBooking(db, { session: own }),
    await aBooking(db, { session: own }),
    await aBooking(db, { session: own }),
  ]
  const said = (id: string, state: string) =>
    sql`insert into attendance_declarations values (${id}, 0, ${state}, ${trainer.personId}, ${now})`.execute(
      db,
    )
  await said(one.id, 'present')
  await said(two.id, 'absent')
  await said(three.id, 'excused')
  const start = own.startsAt
  await sql`insert into attendance_joins values (${one.id}, ${start}), (${two.id}, ${start})`.execute(db)
  await sql`insert into attendance_stays values
    (${one.id}, ${start}, ${start}::timestamptz + interval '11 minutes'),
    (${one.id}, ${start}::timestamptz + interval '12 minutes', ${start}::timestamptz + interval '22 minutes'),
    (${two.id}, ${start}, ${start}::timestamptz + interval '2 minutes')`.execute(db)
  const other = await aTrainingSession(db, { trainingId: 'P24', capacity: 10 })
  await aBooking(db, { session: other })
  await aTrainingSession(db, { startsAt: new Date('2026-12-20T13:00:00Z') })
  const calledOff = await aTrainingSession(db, { startsAt: new Date('2026-12-01T13:00:00Z') })
  await db
    .updateTable('trainingSessions')
    .set({ cancelledAt: testNow })
    .where('id', '=', calledOff.id)
    .execute()
  return { own, other, trainer }
}

test('each fact is counted by itself, by session and by training, and a trainer counts their own', async () => {
  const { own, other, trainer } = await someSessions()
  const { db } = database
  const operator = await aStaffActor(db, 'operator')
  const period = periodOf({ from: '2026-11-01', to: '2026-12-31' }, now)
  const counts = { capacity: 4, taken: 3, joined: 2, stayed: 1, present: 1, absent: 1, excused: 1 }
  const sessions = await listSessionFigures(db, operator, period, 10)
  expect(sessions.map(({ id }) => id).toSorted()).toEqual([own.id, other.id].toSorted())
  expect(sessions.find(({ id }) => id === own.id)).toMatchObject({
    ...counts,
    trainingId: 'F01',
    sessions: 1,
  })
  expect(await listTrainingFigures(db, operator, period)).toEqual([
    { trainingId: 'F01', sessions: 1, ...counts },
    { ...nothing, trainingId: 'P24', sessions: 1, capacity: 10, taken: 1 },
  ])
  expect((await listSessionFigures(db, trainer, period, 10)).map(({ id }) => id)).toEqual([own.id])
  expect(
    await listSessionFigures(db, operator, periodOf({ from: '2026-11-01', to: '2026-11-29' }, now), 9),
  ).toEqual([])

  const browser = await app.signedInAs('operator')
  const { html } = await browser.get('/equipe/presences')
  expect(html).toContain('Sessions commencées du vendredi 13 novembre 2026 au jeudi 10 décembre 2026')
  expect(html).toContain('75 %, 3 sur 4')
  expect(html).toContain('33 %, 1 sur 3')
  expect(html).toContain('Rien de noté')
  expect(html).toContain('Personnes notées absentes, divisées par toutes les personnes notées')
  expect((await browser.get('/equipe/presences?du=2026-11-01&au=2026-11-02')).html).toContain(
    'Aucune session',
  )
  for (const strange of ['du=2026-13-01&au=x', 'du=2026-12-31&au=2026-01-01', 'du=0001-01-01&au=9999-12-31'])
    expect((await browser.get(`/equipe/presences?${strange}`)).status).toBe(200)

  const table = await browser.get('/equipe/presences/tableau.csv?du=2026-11-01&au=2026-12-31')
  expect(table.headers['content-disposition']).toContain('presences-2026-11-01-2026-12-31.csv')
  expect(table.html).toContain(
    '2026-11-30 14:00;Prendre en main sa fiche sur la carte;Camille Test;4;3;2;1;1;1;1',
  )
})
