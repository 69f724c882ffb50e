import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aGraduate, anAttempt, noteAsPresent, stayFor, watchReplay } from '../../testing/a-learner.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { everyRow } from '../../testing/every-row.ts'
import { listJobs, recordingQueue } from '../../testing/jobs.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { issueCertificate } from './issue-certificate.ts'
import { certificateMailJob } from './jobs.ts'
import { workers } from './worker.ts'

const database = freshDatabase()
const app = anApp(database, () => testNow)
const eve = new Date(testNow.getTime() - 86_400_000)

function requestOf(
  personId: string,
  { name = 'Rose Lefèvre', trainingId = 'F01', programme = app.programme } = {},
) {
  const training = findTraining(programme, trainingId)
  if (!training) throw new Error(`${trainingId} is gone`)
  return { programme, training, personId, name, language: 'fr' as const }
}

const ask = (personId: string, more: Parameters<typeof requestOf>[1] = {}, at = testNow) =>
  transaction(database.db, (tx) => issueCertificate(tx, at, requestOf(personId, more)))

const certificatesOf = (personId: string) =>
  database.db.selectFrom('certificates').selectAll().where('personId', '=', personId).execute()

async function mailJobsOf(personId: string) {
  const ids = (await certificatesOf(personId)).map(({ id }) => id)
  const jobs = await listJobs(database, certificateMailJob)
  return jobs.filter(({ data }) => ids.includes(certificateMailJob.payload.parse(data).certificateId))
}

/** Lets a worker do all jobs about certificates, done or not. */
async function doEveryJobAgain() {
  const { queue, handlers } = recordingQueue()
  await workers(queue, app.services)
  for (const { name, data } of await listJobs(database, certificateMailJob)) await handlers.get(name)?.(data)
}

const mailsTo = (email: string) =>
  database.db
    .selectFrom('mails')
    .selectAll()
    .where('recipient', '=', email)
    .where('kind', '=', 'certificates.issued')
    .execute()

test('who was there and passed the quiz gets a certificate with everything copied, and one mail', async () => {
  const booking = await aGraduate(database.db, app.programme, testNow)
  const outcome = await ask(booking.personId)
  expect(outcome.kind).toBe('issued')
  const [kept] = await certificatesOf(booking.personId)
  const training = requestOf(booking.personId).training
  expect(kept).toMatchObject({
    trainingId: 'F01',
    name: 'Rose Lefèvre',
    language: 'fr',
    title: training.title.fr,
    minutes: 30,
    followedOn: '2026-11-22',
    way: 'declared',
    issuedAt: testNow,
  })
  expect(kept?.programme).toEqual({
    name: app.programme.name,
    organisation: app.programme.organisation,
    brand: { deep: app.programme.brand.deep, bright: app.programme.brand.bright },
  })
  expect(await mailJobsOf(booking.personId)).toHaveLength(1)
})

test('five clicks at the same moment are one certificate and one mail', async () => {
  const booking = await aGraduate(database.db, app.programme, testNow)
  const outcomes = await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map((name) => ask(booking.personId, { name: `Rose ${name}` })),
  )
  expect(outcomes.filter(({ kind }) => kind === 'issued')).toHaveLength(1)
  expect(outcomes.filter(({ kind }) => kind === 'already-issued')).toHaveLength(4)
  expect(new Set(outcomes.map((outcome) => ('code' in outcome ? outcome.code : ''))).size).toBe(1)
  expect(await certificatesOf(booking.personId)).toHaveLength(1)
  expect(await mailJobsOf(booking.personId)).toHaveLength(1)
  await Promise.all([doEveryJobAgain(), doEveryJobAgain()])
  expect(await mailsTo(booking.email)).toHaveLength(1)
})

test('nothing that is printed ever changes, whoever asks the database', async () => {
  const booking = await aGraduate(database.db, app.programme, testNow)
  await ask(booking.personId)
  const change = sql`update certificates set name = 'Somebody Else' where person_id = ${booking.personId}`
  await expect(change.execute(database.db)).rejects.toThrow('append-only')
  const again = await ask(booking.personId, { name: 'Another Name' })
  expect(again.kind).toBe('already-issued')
  expect((await certificatesOf(booking.personId)).map(({ name }) => name)).toEqual(['Rose Lefèvre'])
})

test('a new release and a rerun of all jobs mail nobody again, even when the first mail is long forgotten', async () => {
  const booking = await aGraduate(database.db, app.programme, testNow)
  await ask(booking.personId)
  await doEveryJobAgain()
  const [before] = await certificatesOf(booking.personId)
  expect(await mailsTo(booking.email)).toHaveLength(1)
  await database.db.deleteFrom('mails').where('recipient', '=', booking.email).execute()
  const release: Programme = {
    ...app.programme,
    hash: 'a-new-release',
    name: 'Another Name',
    trainings: app.programme.trainings.map((training) => ({ ...training, title: { fr: 'Neuf', en: 'New' } })),
  }
  expect((await ask(booking.personId, { programme: release })).kind).toBe('already-issued')
  await doEveryJobAgain()
  expect(await mailsTo(booking.email)).toHaveLength(0)
  expect(await mailJobsOf(booking.personId)).toHaveLength(1)
  expect(await certificatesOf(booking.personId)).toEqual([before])
})

test('the mail has the code and its link, and following its links changes nothing but a counter of visits', async () => {
  const booking = await aGraduate(database.db, app.programme, testNow)
  const outcome = await ask(booking.personId)
  await doEveryJobAgain()
  const [mail] = await mailsTo(booking.email)
  const links = [...(mail?.html ?? '').matchAll(/href="http:\/\/localhost:3000([^"]+)"/g)]
  const paths = links.map(([, path = '']) => path)
  expect(outcome.kind === 'issued' && paths).toContain(
    `/certificats/${'code' in outcome ? outcome.code : ''}`,
  )
  const before = await everyRow(database.db, ['rate_limits'])
  for (const path of paths) expect((await app.visitor().get(path)).status).toBe(200)
  expect(await everyRow(database.db, ['rate_limits'])).toEqual(before)
})

test('a booking alone, the quiz alone, or a presence alone is not enough', async () => {
  const session = await aTrainingSession(database.db, { startsAt: eve })
  const at = new Date(eve.getTime() - 86_400_000)
  const booking = await aBooking(database.db, { session, at })
  const programme = app.programme
  const nothing = { best: null, isPassed: false, way: null }
  expect(await ask(booking.personId)).toEqual({ kind: 'missing', standing: nothing })
  await anAttempt(database.db, { programme, personId: booking.personId, wrong: 3, at: testNow })
  await noteAsPresent(database.db, booking)
  const failed = await ask(booking.personId)
  expect(failed).toMatchObject({ kind: 'missing', standing: { isPassed: false, way: 'declared' } })
  const absent = await aBooking(database.db, { session, at })
  await anAttempt(database.db, { programme, personId: absent.personId, at: testNow })
  expect(await ask(absent.personId)).toMatchObject({
    kind: 'missing',
    standing: { isPassed: true, way: null },
  })
  expect(await certificatesOf(absent.personId)).toEqual([])
})

test('twenty minutes in the room count, and the day is that of the session where it took place', async () => {
  // Half past eleven in the evening in Paris is the next day in Nouméa.
  const startsAt = new Date('2026-11-20T22:30:00Z')
  const session = await aTrainingSession(database.db, { startsAt, zone: 'Pacific/Noumea' })
  const booking = await aBooking(database.db, { session, at: new Date('2026-11-19T22:30:00Z') })
  await anAttempt(database.db, { programme: app.programme, personId: booking.personId, at: testNow })
  await stayFor(database.db, booking, 19)
  expect((await ask(booking.personId)).kind).toBe('missing')
  await sql`delete from attendance_stays where booking_id = ${booking.id}`.execute(database.db)
  await stayFor(database.db, booking, 20)
  expect((await ask(booking.personId)).kind).toBe('issued')
  expect(await certificatesOf(booking.personId)).toMatchObject([{ way: 'present', followedOn: '2026-11-21' }])
})

test('a replay watched to four fifths counts, on the day it was watched', async () => {
  const { personId } = await aStaffActor(database.db, 'adviser')
  await anAttempt(database.db, { programme: app.programme, personId, at: testNow })
  await watchReplay(database.db, {
    personId,
    trainingId: 'F01',
    share: 0.8,
    at: new Date('2026-11-19T23:30:00Z'),
  })
  expect((await ask(personId)).kind).toBe('issued')
  expect(await certificatesOf(personId)).toMatchObject([{ way: 'watched', followedOn: '2026-11-20' }])
})

test('the best attempt is printed, not the last one', async () => {
  const booking = await aGraduate(database.db, app.programme, testNow)
  await anAttempt(database.db, {
    programme: app.programme,
    personId: booking.personId,
    wrong: 3,
    at: testNow,
  })
  expect((await ask(booking.personId)).kind).toBe('issued')
  const [kept] = await certificatesOf(booking.personId)
  expect(kept?.rightCount).toBe(kept?.questionCount)
})

test('one training is not another', async () => {
  const booking = await aGraduate(database.db, app.programme, testNow)
  expect((await ask(booking.personId, { trainingId: 'F02' })).kind).toBe('missing')
})
