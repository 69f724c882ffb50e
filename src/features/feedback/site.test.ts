import { expect, test } from 'vitest'
import { newToken } from '../../core/clock.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { aGraduate, answersTo, quizOf } from '../../testing/a-learner.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import type { BookingDetails } from '../bookings/booking.ts'
import { findTraining } from '../programmes/programme.ts'
import { learningUrls } from '../trainings/urls.ts'
import { listFeedback } from './store.ts'
import { feedbackUrls } from './urls.ts'

const database = freshDatabase()
const app = anApp(database, () => testNow)
const eve = new Date(testNow.getTime() - 86_400_000)
const before = new Date(eve.getTime() - 86_400_000)

const slug = (id = 'F01') => findTraining(app.programme, id)?.slug ?? ''
/** As a page writes it, with ordinary spaces. */
const titleOf = (id: string) =>
  (findTraining(app.programme, id)?.title.fr ?? '-')
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .replaceAll('&', '&amp;')
const address = (booking: BookingDetails) =>
  learningUrls.feedback(slug(booking.session.trainingId), booking.token)

async function aPastBooking(more: Parameters<typeof aTrainingSession>[1] = {}) {
  const session = await aTrainingSession(database.db, { startsAt: eve, ...more })
  return aBooking(database.db, { session, at: before })
}

const tap = (booking: BookingDetails, fields: Record<string, string>) =>
  app
    .visitor()
    .post(learningUrls.feedback(slug(booking.session.trainingId)), { reservation: booking.token, ...fields })

const feedbackOf = (personId: string) =>
  database.db
    .selectFrom('feedback')
    .select(['trainingSessionId', 'usefulness', 'pace', 'word'])
    .where('personId', '=', personId)
    .execute()

/** So many people of one session say so. */
async function opinions(count: number, more: Parameters<typeof aTrainingSession>[1], word = '') {
  const session = await aTrainingSession(database.db, { startsAt: eve, ...more })
  for (let i = 0; i < count; i += 1) {
    const booking = await aBooking(database.db, { session, at: before })
    await tap(booking, { usefulness: 'yes' })
    await tap(booking, { pace: 'right' })
    if (word) await tap(booking, { word: `${word} ${count - i}` })
  }
}

test('the page of the result asks, and two taps are enough', async () => {
  const booking = await aGraduate(database.db, app.programme, testNow)
  const visitor = app.visitor()
  const answers = answersTo(quizOf(app.programme))
  const form = { reservation: booking.token, page: newToken(), ...answers }
  const { location } = await visitor.post(learningUrls.quiz(slug()), form)
  const result = await visitor.get(location)
  expect(result.html).toContain('Votre avis en deux gestes')
  expect(result.html.match(/name="usefulness" value="/g)).toHaveLength(3)
  expect((await tap(booking, { usefulness: 'yes' })).location).toBe(address(booking))
  const second = await visitor.get(address(booking))
  expect(second.html).toContain('Le rythme vous convient-il ?')
  expect(second.html).not.toContain('name="usefulness"')
  await tap(booking, { pace: 'fast' })
  expect((await visitor.get(address(booking))).html).toContain('Merci, c’est noté.')
  expect((await visitor.get(location)).html).toContain('Votre avis est noté.')
  expect(await feedbackOf(booking.personId)).toEqual([
    { trainingSessionId: booking.session.id, usefulness: 'yes', pace: 'fast', word: '' },
  ])
})

test('an opinion can be changed, and stays one row', async () => {
  const booking = await aPastBooking()
  const taps = [{ usefulness: 'yes' }, { usefulness: 'no' }, { usefulness: 'so-so' }]
  await Promise.all(taps.map((fields) => tap(booking, fields)))
  await tap(booking, { pace: 'slow' })
  await tap(booking, { word: '  Une démonstration de plus  ' })
  await tap(booking, { usefulness: 'no' })
  expect(await feedbackOf(booking.personId)).toEqual([
    {
      trainingSessionId: booking.session.id,
      usefulness: 'no',
      pace: 'slow',
      word: 'Une démonstration de plus',
    },
  ])
  const page = await app.visitor().get(address(booking))
  expect(page.html).toContain('Une démonstration de plus')
  expect(page.html.match(/class="pane lit"/g)).toHaveLength(2)
})

test('a second tap without the first, an empty form or an unknown answer keeps nothing and asks again', async () => {
  const booking = await aPastBooking()
  for (const fields of [{ pace: 'fast' }, {}, { usefulness: 'very' }, { word: 'Bonjour' }] as Record<
    string,
    string
  >[])
    expect((await tap(booking, fields)).location).toBe(address(booking))
  expect(await feedbackOf(booking.personId)).toEqual([])
  expect((await app.visitor().get(address(booking))).html).toContain('Cette formation vous est-elle utile ?')
})

test('a word that is too long comes back as it was typed', async () => {
  const booking = await aPastBooking()
  await tap(booking, { usefulness: 'yes' })
  await tap(booking, { pace: 'right' })
  const long = '<b>'.repeat(101)
  const again = await tap(booking, { word: long })
  expect(again.status).toBe(422)
  expect(again.html).toContain('300 signes au plus')
  expect(again.html).toContain('&lt;b>'.repeat(101))
})

test('each session has its own opinion; who followed a replay speaks of the training', async () => {
  const email = 'rose@example.org'
  const owner = await app.signedInAs(null, email)
  const send = (fields: Record<string, string>) => owner.post(learningUrls.feedback(slug()), fields)
  await send({ usefulness: 'so-so' })
  const session = await aTrainingSession(database.db, { startsAt: eve })
  const booking = await aBooking(database.db, { session, email, at: before })
  await send({ usefulness: 'yes' })
  const kept = await feedbackOf(booking.personId)
  expect(kept.map(({ trainingSessionId }) => trainingSessionId)).toEqual([null, session.id])
})

test('a stranger has no opinion', async () => {
  expect((await app.visitor().get(learningUrls.feedback(slug()))).status).toBe(403)
  const form = { reservation: newToken(), usefulness: 'yes' }
  expect((await app.visitor().post(learningUrls.feedback(slug()), form)).status).toBe(403)
})

test('below five answers staff learn that there are too few, and nothing else', async () => {
  await opinions(4, { trainingId: 'F02' }, 'Secret')
  const operator = await app.signedInAs('operator')
  const line = async () =>
    (await operator.get(feedbackUrls.staff)).html
      .split('<tr>')
      .find((found) => found.includes(titleOf('F02')))
  expect(await line()).toContain('pas encore cinq réponses')
  expect((await operator.get(feedbackUrls.staff)).html).not.toContain('Secret')
  await opinions(1, { trainingId: 'F02' }, 'Secret')
  expect(await line()).not.toContain('pas encore')
  const page = await operator.get(feedbackUrls.staff)
  const words = [...page.html.matchAll(/<li>(Secret \d)<\/li>/g)].map(([, word]) => word)
  expect(words).toEqual(['Secret 1', 'Secret 1', 'Secret 2', 'Secret 3', 'Secret 4'])
})

test('trainers see what was said of their own sessions; owners and strangers see nothing', async () => {
  const trainer = await aStaffActor(database.db, 'trainer')
  await opinions(5, { trainingId: 'F03', trainerPersonId: trainer.personId })
  await opinions(5, { trainingId: 'F04' })
  const browser = await app.signedInAs('trainer')
  const page = await browser.get(feedbackUrls.staff)
  expect(page.html).toContain(titleOf('F03'))
  expect(page.html).not.toContain(titleOf('F04'))
  expect((await (await app.signedInAs('adviser')).get(feedbackUrls.staff)).html).toContain(titleOf('F04'))
  expect((await app.visitor().get(feedbackUrls.staff)).location).toContain('/connexion')
  expect((await (await app.signedInAs(null, 'owner@example.org')).get(feedbackUrls.staff)).status).toBe(404)
})

test('staff of a relay hear what people of its businesses said, and no others', async () => {
  const { db } = database
  const [here, elsewhere] = [await aBusiness(db), await aBusiness(db)]
  const relay = { name: 'Une union', slug: 'une-union', createdAt: testNow }
  const { id: relayId } = await db
    .insertInto('relays')
    .values(relay)
    .returning('id')
    .executeTakeFirstOrThrow()
  const given = { relayId, businessId: here.id, source: 'Essai', addedAt: testNow }
  await db.insertInto('relayBusinesses').values(given).execute()
  const viewer = await aStaffActor(db, 'relay-manager', 'manager@example.org', relayId)
  const session = await aTrainingSession(db, { trainingId: 'F05', startsAt: eve })
  const say = async (businessId: string) =>
    tap(await aBooking(db, { session, businessId, at: before }), { usefulness: 'yes' })
  for (let i = 0; i < 5; i += 1) await say(elsewhere.id)
  expect(await listFeedback(db, viewer)).toEqual([])
  for (let i = 0; i < 4; i += 1) await say(here.id)
  expect(await listFeedback(db, viewer)).toEqual([{ trainingId: 'F05', said: null }])
  await say(here.id)
  expect((await listFeedback(db, viewer)).map(({ said }) => said?.answers)).toEqual([5])
})
