import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { anItem, aProgramme, anAction } from '../../testing/a-programme.ts'
import type { GivenAnswers } from '../diagnostics/diagnostic.ts'
import { makeResult } from '../diagnostics/result.ts'
import type { Score } from '../diagnostics/score.ts'
import type { Action } from '../programmes/action.ts'
import { loadProgramme } from '../programmes/load-programme.ts'
import { everyQuestion, type Programme } from '../programmes/programme.ts'
import { costOf, free, plus } from './budget.ts'
import { whatIf } from './what-if.ts'

let real: Programme
beforeAll(async () => {
  real = await loadProgramme('programmes/soutenons-nos-tpe-pme')
})

const given = (answers: Record<string, string>): GivenAnswers =>
  Object.fromEntries(Object.entries(answers).map(([id, option]) => [id, { option, source: 'answered' }]))
const ends = (score: Score | undefined) => (score?.kind === 'score' ? [score.low, score.high] : null)

/** What the axis "found" is before and after, under a programme of these actions. */
function tryOut(answers: Record<string, string>, actions: Action[], programme = aProgramme({ actions })) {
  const outcome = whatIf(programme, makeResult(programme, given(answers)), actions)
  const found = outcome.axes.find(({ before }) => before.axis === 'found')
  return { ...outcome, before: ends(found?.before), after: ends(found?.after) }
}

const known = { 'found-1': 'no', 'found-2': 'yes', 'found-more': 'yes' }

test('an action ticked moves its theme to what the engine says of the answer it leads to', () => {
  const outcome = tryOut(known, [anAction('a', 'found-1')])
  expect([outcome.before, outcome.after]).toEqual([
    [33, 33],
    [100, 100],
  ])
  expect(outcome).toMatchObject({ done: ['a'], still: [], waiting: [] })
})

test('the points comparable with Europe follow', () => {
  const { dii } = tryOut({ ...known, 'sell-1': 'no' }, [anAction('a', 'found-1')])
  expect(dii).toEqual({ before: { sure: 0, possible: 0 }, after: { sure: 1, possible: 1 }, of: 2 })
})

test('minutes and euros are those declared by the actions, all together', () => {
  const actions = [
    anAction('a', 'found-1', { weeklyMinutes: 10, setupMinutes: 60, eurosOnce: 9 }),
    anAction('b', 'sell-1', { weeklyMinutes: 5, eurosPerMonth: 2 }),
  ]
  const { cost, budget } = tryOut({ ...known, minutes: 'minutes-60' }, actions)
  expect(cost).toEqual({ minutes: 12 * 15 + 60, cents: 900 + 600 })
  expect(budget).toMatchObject({ minutesPerWeek: 60, declared: { minutes: true, euros: false } })
})

test('an action that only finds something out moves no figure, and is named', () => {
  const ask = anAction('ask', 'found-1', { when: { is: ['found-1', 'dont-know'] }, gain: [] })
  const outcome = tryOut({ 'found-1': 'dont-know', 'found-2': 'yes' }, [ask])
  expect(outcome.after).toEqual(outcome.before)
  expect(outcome.still).toEqual(['ask'])
})

test('what waits for another action follows it when both are ticked, and counts for nothing alone', () => {
  const first = anAction('first', 'found-2')
  const second = anAction('second', 'found-1', { prerequisite: { atLeast: ['found-2', 1] } })
  const answers = { 'found-1': 'no', 'found-2': 'no' }
  const alone = tryOut(answers, [second], aProgramme({ actions: [first, second] }))
  expect(alone).toMatchObject({ done: [], waiting: ['second'], before: [0, 0], after: [0, 0], cost: free })
  const both = tryOut(answers, [second, first])
  expect(both).toMatchObject({ waiting: [], after: [100, 100] })
})

test('where nothing is known and an action leads part of the way, more stays possible', () => {
  const part = anAction('part', 'found-1', { gain: [{ question: 'found-1', option: 'partly' }] })
  const outcome = tryOut({ 'found-1': 'dont-know', 'found-2': 'yes', 'found-more': 'yes' }, [part])
  expect([outcome.before, outcome.after]).toEqual([
    [50, 100],
    [75, 100],
  ])
})

test('an action never takes away what is better already, nor makes apply what does not', () => {
  const less = anAction('less', 'found-1', { gain: [{ question: 'found-1', option: 'partly' }] })
  expect(tryOut({ ...known, 'found-1': 'yes' }, [less])).toMatchObject({ after: [100, 100], still: ['less'] })
  expect(tryOut({ ...known, 'found-1': 'not-applicable' }, [less])).toMatchObject({ still: ['less'] })
})

test('a theme with too few answers keeps its words: an action makes no figure out of nothing', () => {
  const outcome = tryOut({ 'found-1': 'dont-know' }, [anAction('a', 'found-2')])
  expect([outcome.before, outcome.after]).toEqual([null, null])
})

test('a question that would only come up afterwards does not pull the theme down', () => {
  const programme = aProgramme({
    questions: [
      anItem('found-1', 'found'),
      anItem('found-later', 'found', { weight: 20, visibleWhen: { is: ['found-1', 'yes'] } }),
    ],
  })
  const outcome = tryOut({ 'found-1': 'no' }, [anAction('a', 'found-1')], programme)
  expect([outcome.before, outcome.after]).toEqual([
    [0, 0],
    [100, 100],
  ])
})

/** Any answers to the real questionnaire, some left open, and any ticks among its actions. */
const anyShop = fc.array(fc.nat(20), { minLength: 29, maxLength: 29 })
const anyTicks = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 })

function shop(numbers: readonly number[]): GivenAnswers {
  const entries = everyQuestion(real).flatMap(({ id, options }, i) => {
    const option = options[(numbers[i] ?? 0) % (options.length + 1)]
    return option ? [[id, { option: option.id, source: 'answered' as const }] as const] : []
  })
  return Object.fromEntries(entries)
}

test('whatever is answered and ticked: no end of a theme falls, no figure goes away, no point is lost', () => {
  fc.assert(
    fc.property(anyShop, anyTicks, (numbers, ticks) => {
      const ticked = real.actions.filter((_, i) => ticks[i])
      const outcome = whatIf(real, makeResult(real, shop(numbers)), ticked)
      for (const { before, after } of outcome.axes) {
        if (before.kind === 'notEnough') continue
        const [was, is] = [ends(before) ?? [], ends(after) ?? []]
        expect(is).toHaveLength(2)
        expect((is[0] ?? -1) >= (was[0] ?? 0) && (is[1] ?? -1) >= (was[1] ?? 0)).toBe(true)
        expect((is[0] ?? -1) <= (is[1] ?? 0) && (is[1] ?? 0) <= 100).toBe(true)
      }
      const { before, after, of } = outcome.dii
      expect(after.sure).toBeGreaterThanOrEqual(before.sure)
      expect(after.possible).toBeGreaterThanOrEqual(after.sure)
      expect(after.possible).toBeLessThanOrEqual(of)
      expect([...outcome.done, ...outcome.waiting].toSorted()).toEqual(ticked.map(({ id }) => id).toSorted())
      const counted = ticked.filter(({ id }) => outcome.done.includes(id))
      expect(outcome.cost).toEqual(counted.map(costOf).reduce(plus, free))
    }),
    { numRuns: 300 },
  )
})

test('whatever is answered: ticking nothing changes nothing, and is the result itself', () => {
  fc.assert(
    fc.property(anyShop, (numbers) => {
      const result = makeResult(real, shop(numbers))
      const outcome = whatIf(real, result, [])
      expect(outcome.axes.map(({ before }) => before)).toEqual(result.axes)
      expect(outcome.axes.map(({ after }) => after)).toMatchObject(result.axes)
      expect(outcome.dii.after).toEqual(outcome.dii.before)
      expect(outcome.cost).toEqual(free)
    }),
    { numRuns: 200 },
  )
})

test('one more tick never takes back what the others brought', () => {
  fc.assert(
    fc.property(anyShop, anyTicks, fc.nat(34), (numbers, ticks, more) => {
      const result = makeResult(real, shop(numbers))
      const some = real.actions.filter((_, i) => ticks[i])
      const extra = real.actions.filter((action, i) => i === more || some.includes(action))
      const [fewer, all] = [whatIf(real, result, some), whatIf(real, result, extra)]
      for (const [i, { after }] of fewer.axes.entries()) {
        const [was, is] = [ends(after) ?? [-1, -1], ends(all.axes[i]?.after) ?? [-1, -1]]
        expect(is.every((end, side) => end >= (was[side] ?? 0))).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test('every action of the programme says which answers hold once it is done, or is there to find one out', () => {
  for (const { id, gain, when } of real.actions) {
    const findsOut = JSON.stringify(when).includes('dont-know')
    expect([id, gain.length > 0 || findsOut]).toEqual([id, true])
  }
})
