import { beforeAll, expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { anItem, aProgramme } from '../../testing/a-programme.ts'
import { freshDatabase } from '../../testing/database.ts'
import { keepRelease } from '../programmes/store.ts'
import { MOST_EVENTS } from './diagnostic.ts'
import { saveAnswer } from './save-answer.ts'
import { findRun, openReleases, type Releases } from './store.ts'

const database = freshDatabase()
const now = new Date('2026-11-23T09:00:00Z')
const old = aProgramme()
const current = aProgramme({ hash: 'a-programme-2', questions: [anItem('brand-new', 'found')] })

beforeAll(() =>
  transaction(database.db, async (tx) => {
    await keepRelease(tx, now, old)
    await keepRelease(tx, now, current)
  }),
)

function save(token: string, question: string, option: string, releases: Releases = openReleases(old)) {
  const request = { releases, token, question, option, channel: 'web' } as const
  return transaction(database.db, (tx) => saveAnswer(tx, now, request))
}

const countEvents = (id: string) =>
  database.db
    .selectFrom('answerEvents')
    .select('optionId')
    .where('diagnosticId', '=', id)
    .orderBy('id')
    .execute()

test('an answer is kept beside the others', async () => {
  const { token } = await aDiagnostic(database.db, { programme: old, answers: { size: 'none' } })
  expect(await save(token, 'found-1', 'yes')).toEqual({ kind: 'saved', programme: old })
  expect((await findRun(database.db, token))?.given).toEqual({
    size: { option: 'none', source: 'answered' },
    'found-1': { option: 'yes', source: 'answered' },
  })
})

test('changing an answer keeps the first one behind it; the last one counts', async () => {
  const { id, token } = await aDiagnostic(database.db, { programme: old })
  await save(token, 'found-1', 'yes')
  await save(token, 'found-1', 'no')
  expect((await findRun(database.db, token))?.given['found-1']?.option).toBe('no')
  expect(await countEvents(id)).toEqual([{ optionId: 'yes' }, { optionId: 'no' }])
})

test('an unknown link, question or option saves nothing and says which it was', async () => {
  const { id, token } = await aDiagnostic(database.db, { programme: old })
  expect((await save('nobody-has-this-link', 'found-1', 'yes')).kind).toBe('not-found')
  expect((await save('nobody-has-this-link', 'nothing', 'yes')).kind).toBe('not-found')
  expect((await save(token, 'nothing', 'yes')).kind).toBe('unknown-question')
  expect((await save(token, 'found-1', 'minutes-15')).kind).toBe('unknown-option')
  expect(await countEvents(id)).toEqual([])
})

test('who began before the questionnaire changed goes on with the old one', async () => {
  const { token } = await aDiagnostic(database.db, { programme: old })
  const releases = openReleases(current)
  expect(await save(token, 'found-1', 'yes', releases)).toMatchObject({
    kind: 'saved',
    programme: { hash: old.hash },
  })
  expect((await save(token, 'brand-new', 'yes', releases)).kind).toBe('unknown-question')
})

test('of forty answers sent at once, from two tabs, none is lost', async () => {
  const { id, token } = await aDiagnostic(database.db, { programme: old })
  const options = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 'yes' : 'no'))
  const outcomes = await Promise.all(options.map((option) => save(token, 'found-1', option)))
  expect(outcomes.every(({ kind }) => kind === 'saved')).toBe(true)
  const events = await countEvents(id)
  expect(events).toHaveLength(40)
  expect((await findRun(database.db, token))?.given['found-1']?.option).toBe(events.at(-1)?.optionId)
})

test('a run that is changed without end stops growing', async () => {
  const { id, token } = await aDiagnostic(database.db, { programme: old })
  const event = {
    diagnosticId: id,
    questionId: 'found-1',
    optionId: 'yes',
    source: 'answered',
    channel: 'web',
  }
  const flood = Array.from({ length: MOST_EVENTS }, () => ({ ...event, answeredAt: now }))
  await database.db.insertInto('answerEvents').values(flood).execute()
  expect((await save(token, 'found-1', 'no')).kind).toBe('too-many')
  expect(await countEvents(id)).toHaveLength(MOST_EVENTS)
})

test('an answer can be added, never rewritten', async () => {
  const { id } = await aDiagnostic(database.db, { programme: old, answers: { 'found-1': 'yes' } })
  const rewriting = database.db
    .updateTable('answerEvents')
    .set({ optionId: 'no' })
    .where('diagnosticId', '=', id)
  await expect(rewriting.execute()).rejects.toThrow('append-only')
})
