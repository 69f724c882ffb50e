import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '../../core/clock.ts'
import { ask, transaction } from '../../core/db.ts'
import { freshDatabase } from '../../testing/database.ts'
import { keepPerson } from '../accounts/store.ts'
import { findFollowed } from '../attendance/store.ts'
import type { Part } from './played.ts'
import { recordWatch } from './record-watch.ts'
import { findWatch } from './store.ts'

const database = freshDatabase()
const trainingId = 'F01'
const seconds = 600
const start = new Date('2026-11-30T18:00:00Z')
const after = (passed: number) => new Date(start.getTime() + passed * 1000)

function aPerson(): Promise<string> {
  const person = { email: `${newId()}@example.org`, name: '', language: 'fr' as const }
  return transaction(database.db, (tx) => keepPerson(tx, start, person))
}

type Told = { played: readonly Part[]; at?: number; now?: Date; seconds?: number }

function tell(personId: string, { played, at = 0, now = start, seconds: length = seconds }: Told) {
  const report = { personId, trainingId, seconds: length, played, at }
  return transaction(database.db, (tx) => recordWatch(tx, now, report))
}

/** Somebody whose first report is a day old: no report of today is too fast. */
async function aPatientPerson(): Promise<string> {
  const personId = await aPerson()
  await tell(personId, { played: [], now: after(-86_400) })
  return personId
}

async function watchedBy(personId: string): Promise<string> {
  const [row] = await ask<{ watched: string }>(
    database.db,
    sql`select watched::text as watched from replay_watches where person_id = ${personId}`,
  )
  return row?.watched ?? ''
}

test('what is told in pieces is watched as a whole, and where one left is kept', async () => {
  const personId = await aPatientPerson()
  await tell(personId, { played: [[0, 15]], at: 15 })
  await tell(personId, {
    played: [
      [0, 15],
      [200, 260],
    ],
    at: 260,
  })
  expect(await tell(personId, { played: [[15, 30]], at: 30 })).toEqual({ kind: 'recorded' })
  expect(await watchedBy(personId)).toBe('{[0,30),[200,260)}')
  const whose = { personId, trainingId }
  expect(await findWatch(database.db, whose)).toEqual({ resumeAt: 30, watchedSeconds: 90 })
  expect((await findFollowed(database.db, whose)).watchedShare).toBe(0.15)
})

test('at the end one starts again next time', async () => {
  const personId = await aPatientPerson()
  await tell(personId, { played: [[590, 600]], at: 598 })
  expect(await findWatch(database.db, { personId, trainingId })).toMatchObject({ resumeAt: 0 })
})

test('what lies beyond the end is cut, also when the replay has become shorter', async () => {
  const personId = await aPatientPerson()
  await tell(personId, {
    played: [
      [500, 900],
      [700, 800],
    ],
    at: 650,
  })
  expect(await watchedBy(personId)).toBe('{[500,600)}')
  await tell(personId, { played: [], seconds: 550 })
  expect(await watchedBy(personId)).toBe('{[500,550)}')
})

test('who claims ten minutes after ten seconds is believed for what could be true', async () => {
  const personId = await aPerson()
  await tell(personId, { played: [] })
  const claim = { played: [[0, 600]] as const, now: after(10) }
  expect(await tell(personId, claim)).toEqual({ kind: 'too-fast' })
  expect(await watchedBy(personId)).toBe('{[0,50)}')
  for (let again = 0; again < 20; again += 1) await tell(personId, claim)
  expect(await watchedBy(personId)).toBe('{[0,50)}')
  await tell(personId, { ...claim, now: after(300) })
  expect(await watchedBy(personId)).toBe('{[0,600)}')
})

test('who watches at one and a half loses nothing', async () => {
  const personId = await aPerson()
  for (let report = 1; report <= 26; report += 1) {
    const played: Part[] = [[0, Math.min(600, Math.round(report * 22.5))]]
    expect(await tell(personId, { played, now: after(report * 15) })).toEqual({ kind: 'recorded' })
  }
  expect(await watchedBy(personId)).toBe('{[0,585)}')
})

const part = fc
  .tuple(fc.integer({ min: 0, max: 650 }), fc.integer({ min: 1, max: 120 }))
  .map(([from, length]): Part => [from, from + length])
const reports = fc.array(fc.array(part, { maxLength: 4 }), { minLength: 1, maxLength: 5 })

test('in any order, told any number of times, the same reports make the same set', async () => {
  await fc.assert(
    fc.asyncProperty(reports, fc.array(fc.nat(), { maxLength: 5 }), async (told, repeated) => {
      const again = repeated.map((index) => told[index % told.length] ?? [])
      const [one, other] = [await aPatientPerson(), await aPatientPerson()]
      for (const played of told) await tell(one, { played })
      for (const played of [...again, ...told.toReversed(), ...again]) await tell(other, { played })
      expect(await watchedBy(other)).toBe(await watchedBy(one))
    }),
    { numRuns: 40 },
  )
})

test('whatever is claimed and when, no more is believed than twice the time that has passed, and thirty seconds', async () => {
  const claims = fc.array(fc.tuple(fc.nat(20), fc.array(part, { maxLength: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(claims, async (told) => {
      const personId = await aPerson()
      await tell(personId, { played: [] })
      let passed = 0
      for (const [wait, played] of told) {
        passed += wait
        await tell(personId, { played, now: after(passed) })
        const watch = await findWatch(database.db, { personId, trainingId })
        expect(watch?.watchedSeconds).toBeLessThanOrEqual(passed * 2 + 30)
      }
    }),
    { numRuns: 30 },
  )
})

test('two telephones of one person at once lose nothing', async () => {
  const personId = await aPatientPerson()
  const parts = Array.from({ length: 12 }, (_, index): Part => [index * 50, index * 50 + 40])
  await Promise.all(parts.map((played) => tell(personId, { played: [played] })))
  expect(await findWatch(database.db, { personId, trainingId })).toMatchObject({ watchedSeconds: 480 })
})

test('two first reports at the same moment make one row', async () => {
  const personId = await aPerson()
  await Promise.all([tell(personId, { played: [[0, 10]] }), tell(personId, { played: [[5, 20]] })])
  expect(await watchedBy(personId)).toBe('{[0,20)}')
})
