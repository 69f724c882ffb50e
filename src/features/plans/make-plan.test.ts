import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { ask, transaction } from '../../core/db.ts'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { aProgramme } from '../../testing/a-programme.ts'
import { freshDatabase } from '../../testing/database.ts'
import { saveAnswer } from '../diagnostics/save-answer.ts'
import { findRun, openReleases } from '../diagnostics/store.ts'
import { keepRelease } from '../programmes/store.ts'
import { makePlan } from './make-plan.ts'
import { findPlan } from './store.ts'

const database = freshDatabase()
const now = new Date('2026-11-23T09:00:00Z')
const programme = aProgramme()
const releases = openReleases(programme)
const answers = {
  minutes: 'minutes-60',
  euros: 'euros-30',
  goal: 'be-found',
  'found-1': 'no',
  'protect-1': 'no',
}

beforeAll(() => transaction(database.db, (tx) => keepRelease(tx, now, programme)))

const finish = (token: string, at = now) =>
  transaction(database.db, (tx) => makePlan(tx, at, { releases, token }))
const change = (token: string, question: string, option: string) =>
  transaction(database.db, (tx) => saveAnswer(tx, now, { releases, token, question, option, channel: 'web' }))

const count = async (table: 'snapshots' | 'plans', id: string) =>
  (await database.db.selectFrom(table).select('id').where('diagnosticId', '=', id).execute()).length

test('the result and the plan are made together, each action with the answer that called for it', async () => {
  const { id, token } = await aDiagnostic(database.db, { programme, answers })
  expect((await finish(token)).kind).toBe('made')
  const plan = await findPlan(database.db, id)
  expect(plan?.lines).toEqual([
    { action: 'be-found', kind: 'do', because: [['found-1', 'no']] },
    { action: 'back-up', kind: 'do', because: [['protect-1', 'no']] },
  ])
  expect(plan).toMatchObject({ minutesPerWeek: 60, eurosPerMonth: 30, releaseId: programme.hash })
  expect(plan?.passedOver).toEqual([{ action: 'sell-more', why: 'not-known', because: [] }])
  expect(plan?.result.answers['found-1']).toEqual({ option: 'no', source: 'answered' })
  expect((await findRun(database.db, token))?.finishedAt).toEqual(now)
})

test('of ten clicks on "see my result" at once, one result and one plan are made', async () => {
  const { id, token } = await aDiagnostic(database.db, { programme, answers })
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => finish(token)))
  expect(new Set(outcomes.map((outcome) => (outcome.kind === 'made' ? outcome.planId : null))).size).toBe(1)
  expect(await count('snapshots', id)).toBe(1)
  expect(await count('plans', id)).toBe(1)
})

test('answers changed afterwards make a new plan, and the old one stays as it was', async () => {
  const { id, token } = await aDiagnostic(database.db, { programme, answers })
  await finish(token)
  const first = await findPlan(database.db, id)
  await change(token, 'found-1', 'yes')
  expect(await findPlan(database.db, id)).toEqual(first)
  await finish(token, new Date('2026-11-24T09:00:00Z'))
  const second = await findPlan(database.db, id)
  expect(second?.lines.map(({ action }) => action)).toEqual(['back-up'])
  expect(await count('plans', id)).toBe(2)
  expect((await findRun(database.db, token))?.finishedAt).toEqual(now)
})

test('a result asked for before any answer is a result too', async () => {
  const { id, token } = await aDiagnostic(database.db, { programme })
  expect((await finish(token)).kind).toBe('made')
  expect((await findPlan(database.db, id))?.lines).toEqual([])
})

test('an unknown link makes nothing', async () => {
  expect(await finish('nobody-has-this-link')).toEqual({ kind: 'not-found' })
})

test('an answer on its way while a later one and the result come in still makes a new result', async () => {
  const { token } = await aDiagnostic(database.db, { programme, answers })
  const release = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const slow = transaction(database.db, async (tx) => {
    const request = { releases, token, question: 'sell-1', option: 'no', channel: 'web' } as const
    await saveAnswer(tx, now, request)
    begun.resolve()
    await release.promise
  })
  await begun.promise
  let isDone = false
  const quick = change(token, 'sell-2', 'no')
    .then(() => finish(token))
    .finally(() => (isDone = true))
  await expect.poll(async () => isDone || (await someoneWaits()), { timeout: 60_000 }).toBe(true)
  release.resolve()
  await Promise.all([slow, quick])
  await finish(token)
  const run = await findRun(database.db, token)
  const plan = await findPlan(database.db, run?.id ?? '')
  expect(plan?.result.answers).toMatchObject({ 'sell-1': { option: 'no' }, 'sell-2': { option: 'no' } })
})

/** Does a transaction of this database wait for a lock of another? */
async function someoneWaits(): Promise<boolean> {
  const waiting = sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return (await ask(database.db, waiting)).length > 0
}

test('answers that come in while the result is being made are not lost, and show it as stale', async () => {
  const { id, token } = await aDiagnostic(database.db, { programme, answers })
  await Promise.all([
    finish(token),
    change(token, 'sell-1', 'no'),
    finish(token),
    change(token, 'sell-2', 'no'),
  ])
  await finish(token)
  const plan = await findPlan(database.db, id)
  expect(plan?.result.answers).toMatchObject({ 'sell-1': { option: 'no' }, 'sell-2': { option: 'no' } })
})
