import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId, newToken } from '../../core/clock.ts'
import { ask, transaction, type Tx } from '../../core/db.ts'
import { aLiveRoom } from '../../testing/a-live-room.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { testNow as now } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { answerPoll } from './answer-poll.ts'
import { askQuestion } from './ask-question.ts'
import { enterRoom } from './enter-room.ts'
import { moderateQuestion } from './moderate-question.ts'
import { findNews, findOwnMarks, readRoom } from './store.ts'
import { turnPoll } from './turn-poll.ts'
import { voteQuestion } from './vote-question.ts'
import { writePoll } from './write-poll.ts'

const database = freshDatabase()

const act = <T>(verb: (tx: Tx) => Promise<T>) => transaction(database.db, verb)
const askOne = async (token: string, words = 'Comment changer mes horaires ?') => {
  const outcome = await act((tx) => askQuestion(tx, now, { token, words, formKey: newToken() }))
  if (outcome.kind !== 'asked') throw new Error(`not asked: ${outcome.kind}`)
  return outcome.questionId
}
const vote = (token: string, questionId: string, isFor = true) =>
  act((tx) => voteQuestion(tx, now, { token, questionId, isFor }))
const answer = (token: string, pollId: string, choice: number) =>
  act((tx) => answerPoll(tx, now, { token, pollId, choice }))

async function aPollIn(trainingSessionId: string) {
  const actor = await aStaffActor(database.db, 'operator')
  const poll = { trainingSessionId, words: 'Avez-vous un site ?', options: ['Oui', 'Non'] }
  const wish = { ...poll, showsResults: false, formKey: newToken() }
  const outcome = await act((tx) => writePoll(tx, now, actor, wish))
  if (outcome.kind !== 'written') throw new Error(`not written: ${outcome.kind}`)
  const { pollId } = outcome
  const turn = (state: 'open' | 'closed') =>
    act((tx) => turnPoll(tx, now, actor, { trainingSessionId, pollId, state }))
  return { pollId, turn, again: () => act((tx) => writePoll(tx, now, actor, wish)) }
}

const eventsOf = async (trainingSessionId: string) => {
  const events = sql<{ number: number; kind: string }>`
    select number, kind from room_events where training_session_id = ${trainingSessionId} order by number`
  return ask(database.db, events)
}

test('of forty people who tap twice for two questions at once, each counts once a question', async () => {
  const { session, seats } = await aLiveRoom(database.db, { seats: 40 })
  const questions = [
    await askOne(seats[0]?.token ?? ''),
    await askOne(seats[1]?.token ?? '', 'Et les photos ?'),
  ]
  const votes = seats.flatMap(({ token }) => questions.flatMap((id) => [vote(token, id), vote(token, id)]))
  const outcomes = await Promise.all(votes)
  expect(outcomes.filter(({ kind }) => kind === 'counted')).toHaveLength(80)
  expect(outcomes.filter(({ kind }) => kind === 'unchanged')).toHaveLength(80)
  const room = await readRoom(database.db, session.id)
  expect(room.questions.map((question) => question.votes)).toEqual([40, 40])
})

test('each change has the next number, without a gap, in the order it was committed', async () => {
  const { session, seats } = await aLiveRoom(database.db, { seats: 20 })
  await Promise.all(seats.map(({ token }) => askOne(token)))
  const events = await eventsOf(session.id)
  expect(events.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, place) => place + 1))
  expect(events.filter(({ kind }) => kind === 'people')).toHaveLength(20)
  expect((await readRoom(database.db, session.id)).number).toBe(40)
})

test('a vote that is taken back is gone, and taking it back twice is fine', async () => {
  const { session, seats } = await aLiveRoom(database.db)
  const [one, other] = seats.map(({ token }) => token)
  const id = await askOne(one ?? '')
  await vote(other ?? '', id)
  expect((await findOwnMarks(database.db, seats[1]?.id ?? '')).votes).toEqual([id])
  const kinds = [await vote(other ?? '', id, false), await vote(other ?? '', id, false)].map(
    ({ kind }) => kind,
  )
  expect(kinds).toEqual(['counted', 'unchanged'])
  expect((await readRoom(database.db, session.id)).questions[0]?.votes).toBe(0)
})

test('two clicks on one form ask one question', async () => {
  const { session, seats } = await aLiveRoom(database.db)
  const request = { token: seats[0]?.token ?? '', words: 'Deux fois ?', formKey: newToken() }
  const outcomes = await Promise.all([0, 1].map(() => act((tx) => askQuestion(tx, now, request))))
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['already-asked', 'asked'])
  expect((await readRoom(database.db, session.id)).questions).toHaveLength(1)
})

test('who asks more than six questions in five minutes waits; the others do not', async () => {
  const { seats } = await aLiveRoom(database.db)
  const [one, other] = seats.map(({ token }) => token)
  for (let place = 0; place < 6; place++) await askOne(one ?? '', `Question ${place}`)
  const request = { token: one ?? '', words: 'Encore une ?', formKey: newToken() }
  expect(await act((tx) => askQuestion(tx, now, request))).toEqual({ kind: 'too-many' })
  await askOne(other ?? '')
})

test('a question that was answered takes no more votes; one of another room is unknown here', async () => {
  const actor = await aStaffActor(database.db, 'operator')
  const { session, seats } = await aLiveRoom(database.db)
  const token = seats[0]?.token ?? ''
  const questionId = await askOne(token)
  const mark = (trainingSessionId: string) =>
    act((tx) => moderateQuestion(tx, now, actor, { trainingSessionId, questionId, state: 'answered' }))
  const elsewhere = await aLiveRoom(database.db)
  expect(await mark(elsewhere.session.id)).toEqual({ kind: 'unknown' })
  expect([await mark(session.id), await mark(session.id)].map(({ kind }) => kind)).toEqual([
    'done',
    'unchanged',
  ])
  expect(await vote(token, questionId)).toEqual({ kind: 'settled' })
  expect(await vote(elsewhere.seats[0]?.token ?? '', questionId)).toEqual({ kind: 'settled' })
})

test('one answer a person; while the poll is open, the last one counts', async () => {
  const { session, seats } = await aLiveRoom(database.db, { seats: 3 })
  const { pollId, turn, again } = await aPollIn(session.id)
  expect(await again()).toEqual({ kind: 'already-written' })
  const [one = '', two = '', three = ''] = seats.map(({ token }) => token)
  expect(await answer(one, pollId, 0)).toEqual({ kind: 'unknown' })
  await turn('open')
  await Promise.all([answer(one, pollId, 0), answer(two, pollId, 0), answer(three, pollId, 1)])
  await answer(one, pollId, 1)
  expect(await answer(one, pollId, 2)).toEqual({ kind: 'unknown' })
  expect((await readRoom(database.db, session.id)).polls[0]?.counts).toEqual([1, 2])
  await turn('closed')
  expect(await answer(two, pollId, 1)).toEqual({ kind: 'poll-closed' })
  expect((await readRoom(database.db, session.id)).polls[0]?.counts).toEqual([1, 2])
})

test('to open a poll closes the one that was open, even when two are opened at once', async () => {
  const { session } = await aLiveRoom(database.db)
  const polls = [await aPollIn(session.id), await aPollIn(session.id), await aPollIn(session.id)]
  expect(await polls[0]?.turn('closed')).toEqual({ kind: 'unchanged' })
  await Promise.all(polls.map(({ turn }) => turn('open')))
  const states = (await readRoom(database.db, session.id)).polls.map(({ state }) => state)
  expect(states.toSorted()).toEqual(['closed', 'closed', 'open'])
})

test('a trainer runs the own sessions and no other; an adviser none', async () => {
  const trainer = await aStaffActor(database.db, 'trainer')
  const own = await aLiveRoom(database.db, { session: { trainerPersonId: trainer.personId } })
  const other = await aLiveRoom(database.db)
  const adviser = await aStaffActor(database.db, 'adviser')
  const write = (actor: typeof trainer, trainingSessionId: string) =>
    act((tx) =>
      writePoll(tx, now, actor, {
        trainingSessionId,
        words: 'Prêts ?',
        options: ['Oui', 'Non'],
        showsResults: false,
        formKey: null,
      }),
    )
  expect((await write(trainer, own.session.id)).kind).toBe('written')
  expect((await write(trainer, other.session.id)).kind).toBe('not-found')
  expect((await write(adviser, own.session.id)).kind).toBe('not-found')
})

test('nothing can be done in a room that is not open yet, is over, or whose seat was given back', async () => {
  const { session, seats } = await aLiveRoom(database.db)
  const token = seats[0]?.token ?? ''
  const minutes = (count: number) => new Date(session.startsAt.getTime() + count * 60_000)
  const kindAt = async (at: Date) => (await act((tx) => enterRoom(tx, at, token))).kind
  expect([await kindAt(minutes(-16)), await kindAt(minutes(-15))]).toEqual(['closed', 'entered'])
  expect([await kindAt(minutes(59)), await kindAt(minutes(60))]).toEqual(['entered', 'closed'])
  await database.db
    .updateTable('bookings')
    .set({ cancelledAt: now })
    .where('id', '=', seats[0]?.id ?? '')
    .execute()
  expect(await kindAt(now)).toBe('closed')
  expect((await act((tx) => enterRoom(tx, now, newToken()))).kind).toBe('not-found')
})

test('what is new since a number holds what changed after it, and nothing else', async () => {
  const { session, seats } = await aLiveRoom(database.db)
  const token = seats[0]?.token ?? ''
  await askOne(token, 'La première ?')
  const { number: since } = await readRoom(database.db, session.id)
  expect(await findNews(database.db, { trainingSessionId: session.id, since })).toBeNull()
  const id = await askOne(token, 'La deuxième ?')
  await vote(token, id)
  const found = await findNews(database.db, { trainingSessionId: session.id, since })
  expect(found).toMatchObject({ news: { number: since + 2, questions: [{ id, votes: 1 }], polls: [] } })
  expect(await findNews(database.db, { trainingSessionId: newId(), since: 0 })).toBeNull()
})
