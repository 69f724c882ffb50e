import { afterEach, beforeAll, expect, test } from 'vitest'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { aProgramme } from '../../testing/a-programme.ts'
import { freshDatabase } from '../../testing/database.ts'
import { transaction } from '../../core/db.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Question } from '../programmes/question.ts'
import { keepRelease } from '../programmes/store.ts'
import { commands } from './cli.ts'
import { replay } from './replay.ts'
import { eachKeptResult } from './replay-store.ts'
import { replayResults } from './replay-results.ts'
import { openReleases } from './store.ts'

const database = freshDatabase()
const now = new Date('2026-11-24T09:00:00Z')

const old = aProgramme()

/** The next version: one question and one of its options bear other names, and the crosswalk follows. */
const renamedQuestion = (question: Question): Question =>
  question.id !== 'found-1'
    ? question
    : {
        ...question,
        id: 'listing',
        options: question.options.map((option) =>
          option.id === 'partly' ? { ...option, id: 'half' } : option,
        ),
      }
const next: Programme = aProgramme({
  version: '2.0.0',
  hash: 'a-programme-2',
  questions: old.questions.map(renamedQuestion).map((question) => ({
    ...question,
    ...(question.id === 'found-more' && { visibleWhen: { atLeast: ['listing', 0.5] } }),
  })),
  crosswalk: {
    ...old.crosswalk,
    dii: {
      ...old.crosswalk.dii,
      points: old.crosswalk.dii.points.map((point) =>
        point.question === 'found-1' ? { ...point, question: 'listing', possible: ['half'] } : point,
      ),
    },
  },
  renames: {
    questions: [{ from: 'found-1', to: 'listing' }],
    options: [{ question: 'listing', from: 'partly', to: 'half' }],
    retired: [],
  },
})

const runs: Record<string, string>[] = [
  { 'found-1': 'partly', 'found-2': 'no', 'found-more': 'yes', 'sell-1': 'yes' },
  { 'found-1': 'no', 'protect-1': 'dont-know', 'protect-2': 'yes', minutes: 'minutes-60' },
  { 'found-1': 'dont-know', 'people-1': 'not-applicable', 'people-2': 'partly' },
  {},
]

beforeAll(async () => {
  await transaction(database.db, async (tx) => {
    await keepRelease(tx, now, old)
    await keepRelease(tx, now, next)
  })
  for (const answers of runs) await aDiagnostic(database.db, { programme: old, answers, isFinished: true })
  await aDiagnostic(database.db, { programme: next, answers: { listing: 'half' }, isFinished: true })
})

test('every kept result is found again from its answers, each under the content it was made with', async () => {
  const outcome = await replayResults(database.db, openReleases(next))
  expect(outcome).toEqual({ same: 5, different: 0, differentIds: [], otherEngine: 0, forgotten: [] })
})

test('a run of the old version gives the same scores under the new names', async () => {
  let compared = 0
  for await (const { releaseId, result, given } of eachKeptResult(database.db)) {
    if (releaseId !== old.hash) continue
    const again = replay(next, given)
    const scores = ({ axes }: typeof again) =>
      axes.map(({ points, ...score }) => ({ ...score, points: points.map((point) => point.points) }))
    expect(scores(again)).toEqual(scores(result))
    expect([again.dii.sure, again.dii.possible]).toEqual([result.dii.sure, result.dii.possible])
    expect(Object.keys(again.answers)).not.toContain('found-1')
    compared += 1
  }
  expect(compared).toBe(runs.length)
})

test('without the renaming, the operator is told which answers would be forgotten', async () => {
  const { renames: _forgotten, ...careless } = next
  const outcome = await replayResults(database.db, openReleases(careless))
  expect(outcome.forgotten.toSorted()).toEqual(['found-1: dont-know', 'found-1: no', 'found-1: partly'])
})

let wrong: string | null = null
afterEach(async () => {
  if (wrong) await database.db.deleteFrom('snapshots').where('id', '=', wrong).execute()
  wrong = null
})

test('a result that its answers do not give is told by its number', async () => {
  const [kept] = await database.db.selectFrom('snapshots').selectAll().limit(1).execute()
  if (!kept) throw new Error('no result was kept')
  const { id: _id, lastEventId, result, ...rest } = kept
  const made = await database.db
    .insertInto('snapshots')
    .values({
      ...rest,
      lastEventId: `${Number(lastEventId) + 100_000}`,
      result: JSON.stringify({ ...(result as object), axes: [] }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  wrong = made.id
  const outcome = await replayResults(database.db, openReleases(next))
  expect(outcome).toMatchObject({ same: 5, different: 1, differentIds: [wrong] })
})

test('the command says so in words, and ends well', async () => {
  const said: string[] = []
  const [command] = commands
  const services = { db: database.db } as Parameters<NonNullable<typeof command>['run']>[1]['services']
  const code = await command?.run([], { services, programme: next, say: (line) => said.push(line) })
  expect(said).toEqual(['5 résultats relus depuis leurs réponses, et retrouvés égaux.'])
  expect(code).toBe(0)
})
