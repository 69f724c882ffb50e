import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { aProgramme } from '../../testing/a-programme.ts'
import { freshDatabase } from '../../testing/database.ts'
import type { Actor } from '../accounts/person.ts'
import { keepPerson } from '../accounts/store.ts'
import { MOST_EVENTS } from '../diagnostics/diagnostic.ts'
import { saveAnswer } from '../diagnostics/save-answer.ts'
import { openReleases } from '../diagnostics/store.ts'
import { findPlan } from '../plans/store.ts'
import { keepRelease } from '../programmes/store.ts'
import { enterAnswers, type EnterRequest } from './enter-answers.ts'
import { startEntry } from './start-entry.ts'
import { findRunById, listToldAnswers } from './store.ts'

const database = freshDatabase()
const now = new Date('2026-11-23T09:00:00Z')
const programme = aProgramme()
const releases = openReleases(programme)
let adviser: Actor

beforeAll(() =>
  transaction(database.db, async (tx) => {
    await keepRelease(tx, now, programme)
    const email = 'solene@example.org'
    const personId = await keepPerson(tx, now, { email, name: 'Solène', language: 'fr' })
    adviser = { personId, name: 'Solène', email, role: 'adviser', relayId: null }
  }),
)

const enter = (diagnosticId: string, given: Partial<EnterRequest>) =>
  transaction(database.db, (tx) =>
    enterAnswers(tx, now, adviser, {
      releases,
      diagnosticId,
      channel: 'phone',
      seenEventId: '0',
      chosen: {},
      isFinished: false,
      ...given,
    }),
  )
const told = async (id: string) =>
  (await listToldAnswers(database.db, id)).map(({ questionId, optionId, source, channel, enteredBy }) =>
    [questionId, optionId, source, channel, enteredBy].join(' '),
  )
const lastEvent = async (id: string) => (await findRunById(database.db, adviser, id))?.lastEventId ?? ''
const begin = (key: string, businessId: string | null) =>
  transaction(database.db, (tx) =>
    startEntry(tx, now, adviser, { key, programme, businessId, channel: 'adviser', language: 'fr' }),
  )

test('answers given by telephone say so, and who typed them', async () => {
  const { id } = await aDiagnostic(database.db, { programme, answers: { size: 'none' } })
  const chosen = { size: 'none', 'found-1': 'no' }
  expect(await enter(id, { chosen, seenEventId: await lastEvent(id) })).toEqual({ kind: 'entered', added: 1 })
  expect(await told(id)).toEqual(['found-1 no answered phone Solène', 'size none answered web '])
})

test('saving twice what has not changed adds nothing', async () => {
  const { id } = await aDiagnostic(database.db, { programme })
  await enter(id, { chosen: { 'found-1': 'no' } })
  expect(await enter(id, { chosen: { 'found-1': 'no' } })).toEqual({ kind: 'entered', added: 0 })
})

test('what the owner answers online meanwhile stays, unless the adviser changed that very answer', async () => {
  const { id, token } = await aDiagnostic(database.db, {
    programme,
    answers: { 'found-1': 'no', size: 'none' },
  })
  const seenEventId = await lastEvent(id)
  for (const [question, option] of [
    ['found-1', 'yes'],
    ['size', 'some'],
  ] as const) {
    const answer = { releases, token, question, option, channel: 'web' } as const
    await transaction(database.db, (tx) => saveAnswer(tx, now, answer))
  }
  await enter(id, { seenEventId, chosen: { 'found-1': 'no', size: 'none', 'sell-1': 'no' } })
  const given = (await findRunById(database.db, adviser, id))?.given
  expect(given).toMatchObject({
    'found-1': { option: 'yes' },
    size: { option: 'some' },
    'sell-1': { option: 'no' },
  })
  await enter(id, { seenEventId, chosen: { 'found-1': 'partly' } })
  expect((await findRunById(database.db, adviser, id))?.given['found-1']?.option).toBe('partly')
})

test('one answer that does not exist, and none of the page is kept', async () => {
  const { id } = await aDiagnostic(database.db, { programme })
  const chosen = { 'found-1': 'no', size: 'gigantic' }
  expect(await enter(id, { chosen })).toEqual({ kind: 'unknown-option', question: 'size' })
  expect(await enter(id, { chosen: { colour: 'red' } })).toMatchObject({ kind: 'unknown-option' })
  expect(await told(id)).toEqual([])
})

test('the last page makes the result and the plan with the answers', async () => {
  const { id } = await aDiagnostic(database.db, { programme })
  expect(await findPlan(database.db, id)).toBeNull()
  await enter(id, { chosen: { 'found-1': 'no' }, isFinished: true })
  expect((await findPlan(database.db, id))?.lines[0]?.action).toBe('be-found')
})

test('a diagnostic that nobody knows, or that is full, takes no answer', async () => {
  expect((await enter(newId(), { chosen: { size: 'none' } })).kind).toBe('not-found')
  const { id } = await aDiagnostic(database.db, { programme })
  const flood = { diagnosticId: id, questionId: 'size', optionId: 'none', source: 'answered', channel: 'web' }
  const many = Array.from({ length: MOST_EVENTS }, () => ({ ...flood, answeredAt: now }))
  await database.db.insertInto('answerEvents').values(many).execute()
  expect((await enter(id, { chosen: { size: 'some' } })).kind).toBe('too-many')
})

test('a form begun twice, even at once, begins one diagnostic; what the register knows is answered', async () => {
  const { id: businessId } = await aBusiness(database.db)
  const key = newId()
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => begin(key, businessId)))
  expect(outcomes.filter(({ kind }) => kind === 'started')).toHaveLength(1)
  expect(outcomes.filter(({ kind }) => kind === 'started-already')).toHaveLength(3)
  expect(new Set(outcomes.map((one) => ('diagnosticId' in one ? one.diagnosticId : ''))).size).toBe(1)
})

test('a business that is not there begins nothing, and the form can be sent again', async () => {
  const key = newId()
  expect(await begin(key, newId())).toEqual({ kind: 'unknown-business' })
  expect((await begin(key, null)).kind).toBe('started')
})

test('who typed an answer is forgotten with the person, and cannot be rewritten', async () => {
  const { id } = await aDiagnostic(database.db, { programme })
  const leaving = await transaction(database.db, (tx) =>
    keepPerson(tx, now, { email: 'leaving@example.org', language: 'fr' }),
  )
  await transaction(database.db, (tx) =>
    enterAnswers(
      tx,
      now,
      { ...adviser, personId: leaving },
      {
        releases,
        diagnosticId: id,
        channel: 'phone',
        seenEventId: '0',
        isFinished: false,
        chosen: { size: 'none' },
      },
    ),
  )
  const rewriting = database.db.updateTable('answerEvents').set({ enteredBy: adviser.personId })
  await expect(rewriting.where('diagnosticId', '=', id).execute()).rejects.toThrow('append-only')
  await database.db.deleteFrom('people').where('id', '=', leaving).execute()
  expect(await told(id)).toEqual(['size none answered phone '])
})
