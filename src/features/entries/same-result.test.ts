import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { freshDatabase } from '../../testing/database.ts'
import type { Actor } from '../accounts/person.ts'
import { keepPerson } from '../accounts/store.ts'
import { openReleases, type Releases } from '../diagnostics/store.ts'
import { findPlan } from '../plans/store.ts'
import { loadProgramme } from '../programmes/load-programme.ts'
import type { Programme } from '../programmes/programme.ts'
import { keepRelease } from '../programmes/store.ts'
import { enterAnswers } from './enter-answers.ts'
import { paperField, paperQuestions, readPaper, type PaperQuestion } from './paper.ts'
import { startEntry } from './start-entry.ts'
import { typePaper } from './type-paper.ts'

const database = freshDatabase()
const now = new Date('2026-11-23T09:00:00Z')
let programme: Programme
let releases: Releases
let adviser: Actor
let businesses: (string | null)[]

beforeAll(async () => {
  programme = await loadProgramme('programmes/soutenons-nos-tpe-pme')
  releases = openReleases(programme)
  businesses = [null, (await aBusiness(database.db)).id]
  await transaction(database.db, async (tx) => {
    await keepRelease(tx, now, programme)
    const email = 'solene@example.org'
    const personId = await keepPerson(tx, now, { email, language: 'fr' })
    adviser = { personId, name: '', email, role: 'adviser', relayId: null }
  })
})

type Tick = { asked: PaperQuestion; option: string; sign: string }
const answersOf = (ticks: readonly Tick[]) =>
  Object.fromEntries(ticks.map(({ asked, option }) => [asked.question.id, option]))

/** Some answer to some questions, hidden ones included. */
const someTicks = () =>
  fc.tuple(
    ...paperQuestions(programme).map((asked) => {
      const ticks = asked.options.map(({ option, sign }): Tick => ({ asked, option: option.id, sign }))
      return fc.option(fc.constantFrom(...ticks), { nil: null, freq: 6 })
    }),
  )

async function byWeb(businessId: string | null, ticks: readonly Tick[]) {
  return (
    await aDiagnostic(database.db, { programme, businessId, answers: answersOf(ticks), isFinished: true })
  ).id
}

async function byAdviser(businessId: string | null, ticks: readonly Tick[]) {
  return transaction(database.db, async (tx) => {
    const begun = { key: newId(), programme, businessId, channel: 'phone', language: 'fr' } as const
    const started = await startEntry(tx, now, adviser, begun)
    if (started.kind !== 'started') throw new Error(started.kind)
    const page = { releases, diagnosticId: started.diagnosticId, channel: 'phone', seenEventId: '0' } as const
    await enterAnswers(tx, now, adviser, { ...page, chosen: answersOf(ticks), isFinished: true })
    return started.diagnosticId
  })
}

async function byPaper(businessId: string | null, ticks: readonly Tick[]) {
  const typed = Object.fromEntries(ticks.map(({ asked, sign }) => [paperField(asked.question.id), sign]))
  const { answers } = readPaper(programme, typed)
  const paper = { key: newId(), programme, businessId, language: 'fr', releases, answers } as const
  const outcome = await transaction(database.db, (tx) => typePaper(tx, now, adviser, paper))
  if (outcome.kind !== 'started') throw new Error(outcome.kind)
  return outcome.diagnosticId
}

/** Without what differs by nature: ids and moments, and whether an answer was confirmed or left to the register. */
async function resultOf(id: string) {
  const plan = await findPlan(database.db, id)
  if (!plan) throw new Error('no plan was made')
  const { id: _, madeAt: __, result, ...rest } = plan
  const answers = Object.entries(result.answers).map(([question, { option }]) => [question, option])
  return { ...rest, result: { ...result, answers } }
}

test('the same answers online, by telephone and on paper make the same result and the same plan', async () => {
  await fc.assert(
    fc.asyncProperty(someTicks(), fc.constantFrom(...businesses), async (sheet, businessId) => {
      const ticks = sheet.filter((tick) => tick !== null)
      const web = await resultOf(await byWeb(businessId, ticks))
      expect(await resultOf(await byAdviser(businessId, ticks))).toEqual(web)
      expect(await resultOf(await byPaper(businessId, ticks))).toEqual(web)
    }),
    { numRuns: 25 },
  )
}, 60_000)
