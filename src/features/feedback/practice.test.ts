import { expect, test } from 'vitest'
import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { aDiagnostic, someAnswers } from '../../testing/a-diagnostic.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { cancelBooking } from '../bookings/cancel-booking.ts'
import { openReleases } from '../diagnostics/store.ts'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { declareDone } from '../plans/declare-done.ts'
import { listProofs } from '../plans/proof-store.ts'
import { findPlan } from '../plans/store.ts'
import { findAction } from '../programmes/programme.ts'
import { tellPractice } from './tell-practice.ts'
import { feedbackUrls } from './urls.ts'

const database = freshDatabase()
const app = anApp(database, () => testNow)
const eve = new Date(testNow.getTime() - 86_400_000)

/** A seat in a training that the first line of a plan proposes. */
async function aPlannedSeat() {
  const run = await aDiagnostic(database.db, {
    programme: app.programme,
    answers: someAnswers,
    isFinished: true,
  })
  const plan = await findPlan(database.db, run.id)
  const line = plan?.lines.find(
    ({ action }) => (findAction(app.programme, action)?.trainings.length ?? 0) > 0,
  )
  const action = line && findAction(app.programme, line.action)
  if (!plan || !action) throw new Error('no line of the plan has a training')
  const session = await aTrainingSession(database.db, {
    trainingId: action.trainings[0] ?? '',
    startsAt: eve,
  })
  const booking = await aBooking(database.db, {
    session,
    diagnosticId: run.id,
    at: new Date(eve.getTime() - 1000),
  })
  return { run, action, booking }
}

const tell = (token: string, said: string) => app.visitor().post(feedbackUrls.practice(token), { said })
const practiceOf = (bookingId: string) =>
  database.db
    .selectFrom('practices')
    .select(['said', 'actionId', 'madeProof'])
    .where('bookingId', '=', bookingId)
    .execute()
const doneIn = async (diagnosticId: string) =>
  (await listProofs(database.db, diagnosticId)).map(({ action, note }) => ({ action, note }))

test('“yes” closes the line of the plan that led to the training, and offers the one question it changes', async () => {
  const { run, action, booking } = await aPlannedSeat()
  const page = await app.visitor().get(feedbackUrls.practice(booking.token))
  expect(page.html).toContain(`value="done:${action.id}"`)
  expect(page.html).not.toContain('value="done"')
  expect(await practiceOf(booking.id)).toEqual([])
  expect((await tell(booking.token, `done:${action.id}`)).location).toBe(feedbackUrls.practice(booking.token))
  expect(await doneIn(run.id)).toEqual([{ action: action.id, note: '' }])
  const thanks = await app.visitor().get(feedbackUrls.practice(booking.token))
  expect(thanks.html).toContain('La ligne est barrée dans votre plan.')
  const touched = action.gain[0]?.question ?? ''
  expect(thanks.html).toContain(`href="${diagnosticUrls.question(run.token, touched, 'resultat')}"`)
})

test('taken back, the line is open again', async () => {
  const { run, action, booking } = await aPlannedSeat()
  await tell(booking.token, `done:${action.id}`)
  await tell(booking.token, 'not-yet')
  expect(await doneIn(run.id)).toEqual([])
  expect(await practiceOf(booking.id)).toEqual([{ said: 'not-yet', actionId: null, madeProof: false }])
})

test('what the owner had told the plan before stays there, with its words', async () => {
  const { run, action, booking } = await aPlannedSeat()
  const done = {
    releases: openReleases(app.programme),
    token: run.token,
    action: action.id,
    note: 'Voir ma fiche',
  }
  await transaction(database.db, (tx) => declareDone(tx, testNow, done))
  await tell(booking.token, `done:${action.id}`)
  await tell(booking.token, 'no-help')
  expect(await doneIn(run.id)).toEqual([{ action: action.id, note: 'Voir ma fiche' }])
})

test('two taps at once are one answer and one proof, and it can still be taken back', async () => {
  const { run, action, booking } = await aPlannedSeat()
  const said = `done:${action.id}`
  await Promise.all([tell(booking.token, said), tell(booking.token, said), tell(booking.token, said)])
  expect(await practiceOf(booking.id)).toEqual([{ said: 'done', actionId: action.id, madeProof: true }])
  await tell(booking.token, 'not-yet')
  expect(await doneIn(run.id)).toEqual([])
})

test('without a diagnostic, what is done is a fact of its own', async () => {
  const session = await aTrainingSession(database.db, { startsAt: eve })
  const booking = await aBooking(database.db, { session, at: new Date(eve.getTime() - 1000) })
  const page = await app.visitor().get(feedbackUrls.practice(booking.token))
  expect(page.html.match(/name="said" value="[^"]*"/g)).toEqual([
    'name="said" value="done"',
    'name="said" value="not-yet"',
    'name="said" value="no-help"',
  ])
  await tell(booking.token, 'done')
  expect(await practiceOf(booking.id)).toEqual([{ said: 'done', actionId: null, madeProof: false }])
  expect((await app.visitor().get(feedbackUrls.practice(booking.token))).html).toContain('Bravo, c’est noté.')
})

test('an action that is not in the plan closes nothing there', async () => {
  const { run, booking } = await aPlannedSeat()
  await tell(booking.token, 'done:buy-a-yacht')
  expect(await doneIn(run.id)).toEqual([])
  expect(await practiceOf(booking.id)).toEqual([{ said: 'done', actionId: null, madeProof: false }])
})

test('an unknown answer, an unknown link and a seat given back lead to nothing', async () => {
  const { booking } = await aPlannedSeat()
  for (const said of ['', 'maybe', 'done:'.repeat(50), '<script>'])
    expect((await tell(booking.token, said)).status).toBe(said.startsWith('done:') ? 303 : 422)
  expect((await app.visitor().get(feedbackUrls.practice(newToken()))).status).toBe(404)
  expect((await tell(newToken(), 'done')).status).toBe(404)
  const session = await aTrainingSession(database.db)
  const cancelled = await aBooking(database.db, { session })
  await transaction(database.db, (tx) => cancelBooking(tx, testNow, { token: cancelled.token }))
  expect((await tell(cancelled.token, 'done')).status).toBe(404)
  const request = {
    releases: openReleases(app.programme),
    token: cancelled.token,
    said: 'done',
    action: null,
  } as const
  expect(await transaction(database.db, (tx) => tellPractice(tx, testNow, request))).toEqual({
    kind: 'not-found',
  })
})
