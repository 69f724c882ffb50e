import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { anAttempt, noteAsPresent } from '../../testing/a-learner.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { everyRow } from '../../testing/every-row.ts'
import { listJobs, recordingQueue } from '../../testing/jobs.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import type { BookingDetails } from '../bookings/booking.ts'
import { callOffSession } from '../bookings/call-off-session.ts'
import { cancelBooking } from '../bookings/cancel-booking.ts'
import { findTraining } from '../programmes/programme.ts'
import { learningUrls } from '../trainings/urls.ts'
import { giveFeedback } from './give-feedback.ts'
import { followUpJob, sweepFollowUpsJob } from './jobs.ts'
import { feedbackUrls } from './urls.ts'
import { workers } from './worker.ts'

const database = freshDatabase()
let now = testNow
const app = anApp(database, () => now)
const { queue, handlers } = recordingQueue()
const days = (count: number) => count * 86_400_000
const afterEnd = ({ session }: BookingDetails, count: number) =>
  new Date(session.endsAt.getTime() + days(count))

beforeAll(() => workers(queue, app.services, app.programme))

let hour = 0
/** Each in a session of its own, so that one test’s days are not another’s. */
async function aSeat(options: Partial<Parameters<typeof aBooking>[1]> = {}) {
  hour += 1
  const startsAt = new Date(Date.UTC(2027, hour % 12, 1 + Math.floor(hour / 12), 13))
  const session = await aTrainingSession(database.db, { startsAt })
  return aBooking(database.db, { session, at: new Date(startsAt.getTime() - days(3)), ...options })
}

/** What a worker does at that moment: the sweep, then every job there is, once more. */
async function work(at: Date) {
  now = at
  await handlers.get(sweepFollowUpsJob.name)?.({})
  for (const { data } of await listJobs(database, followUpJob)) await handlers.get(followUpJob.name)?.(data)
}

const mailsTo = ({ email }: BookingDetails) =>
  database.db
    .selectFrom('mails')
    .selectAll()
    .where('recipient', '=', email)
    .where('kind', 'like', 'feedback.%')
    .orderBy('createdAt')
    .execute()

const slug = () => findTraining(app.programme, 'F01')?.slug ?? ''

test('a day after the session one mail leads to the quiz, the opinion and the training', async () => {
  const booking = await aSeat()
  await work(new Date(afterEnd(booking, 1).getTime() - 60_000))
  expect(await mailsTo(booking)).toEqual([])
  await work(afterEnd(booking, 1))
  const [mail, ...others] = await mailsTo(booking)
  expect(others).toEqual([])
  expect(mail?.kind).toBe('feedback.day-after')
  for (const path of [
    learningUrls.quiz(slug(), booking.token),
    learningUrls.feedback(slug(), booking.token),
    `/formations/${slug()}`,
  ])
    expect(mail?.plain).toContain(`http://localhost:3000${path}`)
})

test('sweeps that meet, jobs done twice and a mail long forgotten make no second mail', async () => {
  const booking = await aSeat()
  const at = afterEnd(booking, 1)
  await Promise.all([work(at), work(at), work(at)])
  await work(new Date(at.getTime() + 600_000))
  expect(await mailsTo(booking)).toHaveLength(1)
  await database.db.deleteFrom('mails').where('recipient', '=', booking.email).execute()
  await work(new Date(at.getTime() + days(1)))
  expect(await mailsTo(booking)).toEqual([])
})

test('nobody is written to of a seat given back or a session called off', async () => {
  const given = await aSeat()
  await transaction(database.db, (tx) =>
    cancelBooking(tx, new Date(given.session.startsAt.getTime() - 1), { token: given.token }),
  )
  const off = await aSeat()
  const actor = await aStaffActor(database.db, 'operator')
  const called = await transaction(database.db, (tx) =>
    callOffSession(tx, new Date(off.session.startsAt.getTime() - 1), actor, {
      trainingSessionId: off.session.id,
      message: 'La formatrice est malade.',
      version: 0,
      formKey: null,
    }),
  )
  expect(called.kind).toBe('done')
  for (const booking of [given, off]) {
    await work(afterEnd(booking, 1))
    await work(afterEnd(booking, 30))
    expect(await mailsTo(booking)).toEqual([])
  }
})

test('a site that starts late does not write to everybody it ever knew', async () => {
  const booking = await aSeat()
  await work(afterEnd(booking, 5))
  await work(afterEnd(booking, 38))
  expect(await mailsTo(booking)).toEqual([])
})

test('who has passed the quiz is only asked for an opinion; who has given it too, for nothing', async () => {
  const [passed, both] = [await aSeat(), await aSeat()]
  for (const { personId, session } of [passed, both])
    await anAttempt(database.db, { programme: app.programme, personId, at: session.endsAt })
  const { personId, session } = both
  const subject = { personId, trainingId: 'F01', trainingSessionId: session.id }
  await transaction(database.db, (tx) => giveFeedback(tx, session.endsAt, { subject, usefulness: 'yes' }))
  await work(afterEnd(passed, 1))
  await work(afterEnd(both, 1))
  const [mail] = await mailsTo(passed)
  expect(mail?.plain).not.toContain('/quiz')
  expect(mail?.plain).toContain(learningUrls.feedback(slug(), passed.token))
  expect(await mailsTo(both)).toEqual([])
})

test('a month later one mail asks whether it is done, in the language of the booking', async () => {
  const booking = await aSeat({ language: 'en' })
  await noteAsPresent(database.db, booking)
  await work(afterEnd(booking, 1))
  await work(afterEnd(booking, 30))
  await work(afterEnd(booking, 31))
  const mails = await mailsTo(booking)
  expect(mails.map(({ kind }) => kind)).toEqual(['feedback.day-after', 'feedback.month-after'])
  expect(mails[1]?.subject).toContain('A month later')
  expect(mails[1]?.plain).toContain(`http://localhost:3000${feedbackUrls.practice(booking.token)}`)
})

test('who was noted as absent is not asked a month later', async () => {
  const booking = await aSeat()
  await noteAsPresent(database.db, booking)
  await sql`update attendance_declarations set state = 'absent' where booking_id = ${booking.id}`.execute(
    database.db,
  )
  await work(afterEnd(booking, 30))
  expect(await mailsTo(booking)).toEqual([])
})

test('following every link of both mails changes nothing', async () => {
  const booking = await aSeat()
  await work(afterEnd(booking, 1))
  await work(afterEnd(booking, 30))
  const mails = await mailsTo(booking)
  const links = mails.flatMap(({ html }) => [...html.matchAll(/href="http:\/\/localhost:3000([^"]+)"/g)])
  const paths = new Set(links.map(([, path = '']) => path.replaceAll('&amp;', '&')))
  expect(paths.size).toBeGreaterThanOrEqual(3)
  const before = await everyRow(database.db)
  for (const path of paths) expect((await app.visitor().get(path)).status).toBe(200)
  expect(await everyRow(database.db)).toEqual(before)
})
