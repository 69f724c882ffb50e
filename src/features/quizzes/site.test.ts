import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { answersTo, quizOf } from '../../testing/a-learner.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, hidden, testNow, type TestPage, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { keepRelease } from '../programmes/store.ts'
import { learningUrls, trainingUrl } from '../trainings/urls.ts'
import { shownQuiz } from './quiz.ts'

const database = freshDatabase()
const app = anApp(database, () => testNow)

const training = () => {
  const found = findTraining(app.programme, 'F01')
  if (!found) throw new Error('F01 is gone')
  return found
}
const quiz = () => quizOf(app.programme)
const spaced = (words: string) => words.replaceAll(/[\u00A0\u202F]/g, ' ')
const escaped = (words: string) => spaced(words).replaceAll('&', '&amp;').replaceAll('"', '&quot;')

const carriedBy = (page: TestPage) => ({
  reservation: hidden(page, 'reservation'),
  page: hidden(page, 'page'),
  release: hidden(page, 'release'),
})

async function open(visitor: Visitor, token: string | null) {
  const page = await visitor.get(learningUrls.quiz(training().slug, token))
  const send = (answers: Record<string, string>) =>
    visitor.post(learningUrls.quiz(training().slug), { ...carriedBy(page), ...answers })
  return { page, send }
}

const attemptsOf = (personId: string) =>
  database.db.selectFrom('quizAttempts').selectAll().where('personId', '=', personId).execute()

test('the link of a booking opens the quiz: all questions, no answer and no reason among them', async () => {
  const { token } = await aBooking(database.db)
  const { page } = await open(app.visitor(), token)
  expect(page.status).toBe(200)
  expect(page.headers['cache-control']).toBe('private, no-store')
  expect(page.html).toContain('noindex')
  for (const { id, question, why, options } of quiz()) {
    expect(page.html).toContain(escaped(question.fr))
    expect(page.html).not.toContain(escaped(why.fr))
    expect(page.html).not.toContain(escaped(why.en))
    expect([...page.html.matchAll(new RegExp(`<input type="radio"[^>]* name="${id}"`, 'g'))]).toHaveLength(
      options.length,
    )
  }
  expect(page.html).not.toContain('checked')
})

test('the page is the same to the letter whichever answers are right', async () => {
  const { token } = await aBooking(database.db)
  const { page } = await open(app.visitor(), token)
  const shown = shownQuiz(quiz(), hidden(page, 'page'))
  const written = [...page.html.matchAll(/type="radio"[^>]*name="([^"]+)"[^>]*value="([^"]+)"/g)]
  expect(written.map(([, id, option]) => `${id}:${option}`)).toEqual(
    shown.flatMap(({ id, options }) => options.map((option) => `${id}:${option.id}`)),
  )
})

test('a wrong attempt says what was right and why, and offers to try again', async () => {
  const booking = await aBooking(database.db)
  const visitor = app.visitor()
  const { send } = await open(visitor, booking.token)
  const sent = await send(answersTo(quiz(), { wrong: quiz().length }))
  expect(sent.status).toBe(303)
  const result = await visitor.get(sent.location)
  expect(result.html).toContain(`Aucune bonne réponse sur ${quiz().length}`)
  for (const { why } of quiz()) expect(result.html).toContain(escaped(why.fr))
  expect(result.html).toContain('La bonne réponse :')
  expect(result.html).toContain('Recommencer')
  expect(result.html).not.toContain('Demander mon certificat')
})

test('every attempt is kept with what was shown; the best one counts', async () => {
  const booking = await aBooking(database.db)
  const visitor = app.visitor()
  const results: TestPage[] = []
  for (const wrong of [quiz().length, 0, quiz().length]) {
    const { send } = await open(visitor, booking.token)
    results.push(await visitor.get((await send(answersTo(quiz(), { wrong }))).location))
  }
  const says = (words: string) => results.map(({ html }) => html.includes(words))
  expect(says('Demander mon certificat')).toEqual([false, true, true])
  expect(says('Votre meilleur essai compte')).toEqual([false, false, true])
  const kept = await attemptsOf(booking.personId)
  expect(kept).toHaveLength(3)
  for (const { releaseId, shown, formKey } of kept) {
    expect(releaseId).toBe(app.programme.hash)
    const order = shownQuiz(quiz(), formKey).map(({ id, options }) => ({
      question: id,
      options: options.map((option) => option.id),
    }))
    expect(shown).toEqual(order)
  }
})

test('no attempt is ever changed, whoever asks', async () => {
  const booking = await aBooking(database.db)
  const { send } = await open(app.visitor(), booking.token)
  await send(answersTo(quiz(), { wrong: 3 }))
  const change = sql`update quiz_attempts set right_count = 3 where person_id = ${booking.personId}`
  await expect(change.execute(database.db)).rejects.toThrow('append-only')
})

test('a question left out is said beside it and at the top, and nothing given is lost', async () => {
  const booking = await aBooking(database.db)
  const { page, send } = await open(app.visitor(), booking.token)
  const [first, second] = quiz()
  const { [first?.id ?? '']: left, ...others } = answersTo(quiz())
  const again = await send(others)
  expect(left).toBeTruthy()
  expect(again.status).toBe(422)
  expect(again.html).toContain(`<a href="#${first?.id}">Question 1 : choisissez une réponse</a>`)
  expect(again.html).toContain(`id="${first?.id}-error"`)
  expect(again.html).not.toContain(`id="${second?.id}-error"`)
  expect(again.html.match(/checked/g)).toHaveLength(quiz().length - 1)
  expect(hidden(again, 'page')).toBe(hidden(page, 'page'))
  for (const { why } of quiz()) expect(again.html).not.toContain(escaped(why.fr))
  expect(await attemptsOf(booking.personId)).toHaveLength(0)
})

test('an option of another question, an empty form and a hostile one are not answers', async () => {
  const booking = await aBooking(database.db)
  const { send } = await open(app.visitor(), booking.token)
  const [first] = quiz()
  for (const option of ['z', '', '<script>', 'b'.repeat(9000)]) {
    const again = await send({ ...answersTo(quiz()), [first?.id ?? '']: option })
    expect(again.status).toBe(422)
    expect(again.html).not.toContain('<script>')
  }
  expect((await send({})).html.match(/choisissez une réponse<\/a>/g)).toHaveLength(quiz().length)
})

test('two taps on the button, even at once, are one attempt; so are answers changed after the result', async () => {
  const booking = await aBooking(database.db)
  const { send } = await open(app.visitor(), booking.token)
  const wrong = answersTo(quiz(), { wrong: quiz().length })
  const taps = await Promise.all([send(wrong), send(wrong), send(wrong)])
  const changed = await send(answersTo(quiz()))
  expect(new Set([...taps, changed].map(({ location }) => location)).size).toBe(1)
  const kept = await attemptsOf(booking.personId)
  expect(kept.map(({ rightCount }) => rightCount)).toEqual([0])
})

test('who has signed in needs no link; a stranger is asked who they are', async () => {
  const owner = await app.signedInAs(null, 'rose@example.org')
  const { page, send } = await open(owner, null)
  expect(page.status).toBe(200)
  expect((await send(answersTo(quiz()))).status).toBe(303)
  const stranger = await open(app.visitor(), null)
  expect(stranger.page.status).toBe(403)
  expect(stranger.page.html).toContain('Qui êtes-vous ?')
  expect(stranger.page.html).not.toContain(escaped(quiz()[0]?.question.fr ?? ''))
  expect((await stranger.send(answersTo(quiz()))).status).toBe(403)
})

test('the link of a booking opens its own training and no other, and no link at all is no error', async () => {
  const other = await aTrainingSession(database.db, { trainingId: 'F02' })
  const { token } = await aBooking(database.db, { session: other })
  expect((await open(app.visitor(), token)).page.status).toBe(403)
  expect((await open(app.visitor(), newToken())).page.status).toBe(403)
  expect((await app.visitor().get(learningUrls.quiz('no-such-training'))).status).toBe(404)
  expect((await app.visitor().get(`${learningUrls.quiz(training().slug)}?reservation=%00`)).status).toBe(404)
})

test('nobody sees the attempt of somebody else', async () => {
  const [mine, yours] = [await aBooking(database.db), await aBooking(database.db)]
  const { send } = await open(app.visitor(), mine.token)
  const { location } = await send(answersTo(quiz()))
  const address = location.replace(mine.token, yours.token)
  expect((await app.visitor().get(location)).status).toBe(200)
  expect((await app.visitor().get(address)).status).toBe(404)
  expect((await app.visitor().get(learningUrls.attempt(training().slug, 'x', mine.token))).status).toBe(404)
})

test('a quiz rewritten while the page was open is judged as it was asked, and can be read as it was', async () => {
  const old: Programme = {
    ...app.programme,
    hash: 'an-older-release',
    trainings: app.programme.trainings.map((known) =>
      known.id === 'F01'
        ? { ...known, quiz: quiz().map((asked) => ({ ...asked, why: { fr: 'Autrefois', en: 'Once' } })) }
        : known,
    ),
  }
  await transaction(database.db, (tx) => keepRelease(tx, testNow, old))
  const booking = await aBooking(database.db)
  const visitor = app.visitor()
  const { page } = await open(visitor, booking.token)
  const form = { ...carriedBy(page), ...answersTo(quiz()) }
  const sent = await visitor.post(learningUrls.quiz(training().slug), { ...form, release: old.hash })
  expect((await visitor.get(sent.location)).html).toContain('Autrefois')
  const unknown = { ...form, release: 'never-seen', page: newToken() }
  expect((await visitor.post(learningUrls.quiz(training().slug), unknown)).status).toBe(303)
  expect((await attemptsOf(booking.personId)).map(({ releaseId }) => releaseId).toSorted()).toEqual(
    [old.hash, app.programme.hash].toSorted(),
  )
})

test('a program that tries everything is stopped after thirty attempts in an hour', async () => {
  const booking = await aBooking(database.db)
  const statuses: number[] = []
  for (let i = 0; i < 31; i += 1) {
    const form = { reservation: booking.token, page: newToken(), ...answersTo(quiz(), { wrong: 1 }) }
    statuses.push((await app.visitor().post(learningUrls.quiz(training().slug), form)).status)
  }
  expect(statuses.filter((status) => status === 303)).toHaveLength(30)
  expect(statuses.at(-1)).toBe(429)
})

test('the booking page and the training page lead to the quiz', async () => {
  const session = await aTrainingSession(database.db, { startsAt: new Date('2026-11-20T13:00:00Z') })
  const booking = await aBooking(database.db, { session, at: new Date('2026-11-19T13:00:00Z') })
  const held = await app.visitor().get(`/reservations/${booking.token}`)
  expect(held.html).toContain(`href="${learningUrls.quiz(training().slug, booking.token)}"`)
  const page = await app.visitor().get(trainingUrl(training().slug))
  expect(page.html).toContain(`href="${learningUrls.quiz(training().slug)}"`)
})

test('a training without a quiz says so', async () => {
  const index = app.programme.trainings.findIndex(({ quiz: asked }) => !asked)
  if (index < 0) return
  const owner = await app.signedInAs(null, 'no-quiz@example.org')
  const page = await owner.get(learningUrls.quiz(app.programme.trainings[index]?.slug ?? ''))
  expect(page.status).toBe(404)
  expect(page.html).toContain('Cette formation n’a pas de quiz')
})
