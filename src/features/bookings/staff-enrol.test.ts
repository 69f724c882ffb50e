import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { aFullSession, aWish } from '../../testing/a-waiting-line.ts'
import { freshDatabase } from '../../testing/database.ts'
import { listJobs } from '../../testing/jobs.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { staffSessionUrl } from '../training-sessions/urls.ts'
import { bookForOwner } from './book-for-owner.ts'
import { confirmationJob, waitingMailJob } from './jobs.ts'
import { bookingUrls } from './urls.ts'

const database = freshDatabase()
const app = anApp(database)

const bookingsOf = (sessionId: string) =>
  database.db
    .selectFrom('bookings')
    .innerJoin('people', 'people.id', 'personId')
    .select(['email', 'bookedBy', 'businessId', 'companions'])
    .where('trainingSessionId', '=', sessionId)
    .execute()

test('an adviser books for an owner on the telephone, and the owner gets the usual mail', async () => {
  const adviser = await app.signedInAs('adviser')
  const shop = { siret: '73282932000074', name: 'FLEURS ROSE', sign: null, departmentCode: '57' }
  const { id: businessId } = await aBusiness(database.db, shop)
  const session = await aTrainingSession(database.db)
  const story = await adviser.get(bookingUrls.chooseForBusiness(businessId))
  expect(story.html).toContain('Pour FLEURS ROSE')
  expect(story.html).toContain(`/equipe/sessions/${session.id}/inscrire?commerce=${businessId}`)
  const form = await adviser.get(bookingUrls.enrol(session.id, businessId))
  expect(form.html).toContain('À dire au téléphone')
  const fields = { email: 'rose@example.org', business: businessId, companion1: 'Léa' }
  const done = await adviser.post(bookingUrls.enrol(session.id), fields)
  expect([done.status, done.location]).toEqual([303, `${staffSessionUrl(session.id)}?inscrit=place`])
  expect((await adviser.get(done.location)).html).toContain('La place est réservée. La confirmation part.')
  const [booking] = await bookingsOf(session.id)
  expect(booking).toMatchObject({ email: 'rose@example.org', businessId, companions: ['Léa'] })
  expect(booking?.bookedBy).not.toBeNull()
  expect(await listJobs(database, confirmationJob)).not.toEqual([])
  expect((await adviser.post(bookingUrls.enrol(session.id), fields)).location).toMatch(/inscrit=deja$/)
  const known = await adviser.get(bookingUrls.enrol(session.id, businessId))
  expect(known.html).toContain('value="rose@example.org"')
})

test('when no seat is left the adviser puts the owner on the waiting list', async () => {
  const adviser = await app.signedInAs('adviser')
  const { session } = await aFullSession(database.db)
  const address = bookingUrls.enrol(session.id)
  const late = await adviser.post(address, { email: 'late@example.org' })
  expect(late.status).toBe(409)
  expect(late.html).toContain('La dernière place vient de partir')
  expect(late.html).toContain('name="wait" value="oui"')
  expect(late.html).toContain('value="late@example.org"')
  const waits = await adviser.post(address, { email: 'late@example.org', wait: 'oui' })
  expect(waits.location).toBe(`${staffSessionUrl(session.id)}?inscrit=attente`)
  const [entry] = await database.db
    .selectFrom('waitlistEntries')
    .select(['state', 'askedBy'])
    .where('trainingSessionId', '=', session.id)
    .execute()
  expect(entry?.state).toBe('waiting')
  expect(entry?.askedBy).not.toBeNull()
  expect(await listJobs(database, waitingMailJob)).not.toEqual([])
})

test('what is misspelt comes back with its words', async () => {
  const operator = await app.signedInAs('operator')
  const session = await aTrainingSession(database.db)
  const address = bookingUrls.enrol(session.id)
  const wrong = await operator.post(address, { email: 'rose@', siret: '123' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="rose@"')
  const number = await operator.post(address, { email: 'rose@x.org', siret: '73282932000075' })
  expect(number.status).toBe(422)
  expect(number.html).toContain('faute de frappe')
  expect(await bookingsOf(session.id)).toEqual([])
})

test('nobody is enrolled in a session that has begun or was called off', async () => {
  const operator = await app.signedInAs('operator')
  const session = await aTrainingSession(database.db, { startsAt: new Date(testNow.getTime() - 60_000) })
  const page = await operator.post(bookingUrls.enrol(session.id), { email: 'late@x.org' })
  expect(page.status).toBe(410)
  expect(page.html).toContain('on ne peut plus y inscrire')
})

test('trainers and strangers book for nobody', async () => {
  const { session } = await aBooking(database.db)
  const trainer = await app.signedInAs('trainer')
  for (const address of [bookingUrls.enrol(session.id), bookingUrls.chooseForBusiness(session.id)])
    expect((await trainer.get(address)).status).toBe(404)
  expect((await trainer.post(bookingUrls.enrol(session.id), { email: 'a@x.org' })).status).toBe(404)
  expect([303, 401, 403]).toContain((await app.visitor().get(bookingUrls.enrol(session.id))).status)
  for (const role of ['trainer', null] as const) {
    const actor = { ...(await aStaffActor(database.db, 'trainer')), role }
    const asked = { wish: aWish(session.id, 'b@x.org'), mayWait: false }
    const outcome = await transaction(database.db, (tx) => bookForOwner(tx, testNow, actor, asked))
    expect(outcome).toEqual({ kind: 'forbidden' })
  }
})
