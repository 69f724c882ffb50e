import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aFullSession, aWaitingPerson } from '../../testing/a-waiting-line.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { listJobs } from '../../testing/jobs.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { callOffSession } from './call-off-session.ts'
import { waitingMailJob } from './jobs.ts'
import { moveSession } from './move-session.ts'
import { sendWaitingMail } from './send-waiting-mail.ts'

const database = freshDatabase()
const app = anApp(database)

/** Runs every promised mail twice, as after a worker that died, and gives the subjects that were written. */
async function mailsTo(email: string): Promise<string[]> {
  const speaker = { programme: app.programme, publicUrl: 'https://pignon.example.org', mailFrom: null }
  for (const { data } of [
    ...(await listJobs(database, waitingMailJob)),
    ...(await listJobs(database, waitingMailJob)),
  ]) {
    const request = waitingMailJob.payload.parse(data)
    await transaction(database.db, (tx) => sendWaitingMail(tx, testNow, request, speaker))
  }
  const mails = await database.db
    .selectFrom('mails')
    .select('kind')
    .where('recipient', '=', email)
    .orderBy('id')
    .execute()
  return mails.map(({ kind }) => kind)
}

test('who waits is told once that the session has moved, and once that it is called off', async () => {
  const { db } = database
  const full = await aFullSession(db)
  await aWaitingPerson(db, full, 'waits@example.org')
  await mailsTo('waits@example.org')
  const operator = await aStaffActor(db, 'operator')
  const place = { trainingSessionId: full.session.id, formKey: null }
  const moved = await transaction(db, (tx) =>
    moveSession(tx, testNow, operator, {
      ...place,
      version: 0,
      local: { date: '2026-12-03', time: '10:00', zone: 'Europe/Paris' },
      occurrence: null,
      roomUrl: full.session.roomUrl,
      trainerPersonId: null,
    }),
  )
  expect(moved).toMatchObject({ kind: 'moved', told: 1 })
  expect((await mailsTo('waits@example.org')).toSorted()).toEqual(
    ['bookings.waiting-joined', 'bookings.waiting-moved'].toSorted(),
  )
  const off = await transaction(db, (tx) =>
    callOffSession(tx, testNow, operator, { ...place, version: 1, message: 'Camille est malade.' }),
  )
  expect(off).toMatchObject({ kind: 'done', told: 1 })
  expect((await mailsTo('waits@example.org')).toSorted()).toEqual(
    ['bookings.waiting-called-off', 'bookings.waiting-joined', 'bookings.waiting-moved'].toSorted(),
  )
})
