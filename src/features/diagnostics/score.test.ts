import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anItem, aProgramme } from '../../testing/a-programme.ts'
import type { Answers, Option } from '../programmes/option.ts'
import { findOption, type Question } from '../programmes/question.ts'
import type { GivenAnswers } from './diagnostic.ts'
import { makeResult } from './result.ts'
import { ENOUGH_KNOWN, scoreAxis, type AxisScore } from './score.ts'

const questions = [
  anItem('a', 'found', { weight: 3 }),
  anItem('b', 'found', { weight: 2 }),
  anItem('c', 'found', { weight: 1 }),
  anItem('d', 'found', { weight: 0.5 }),
  anItem('compared-only', 'found', { weight: 0 }),
  anItem('elsewhere', 'sell'),
]

function answersFrom(chosen: Record<string, string | null>): Answers {
  const answers = new Map<string, Option>()
  for (const question of questions) {
    const option = findOption(question, chosen[question.id] ?? '')
    if (option) answers.set(question.id, option)
  }
  return answers
}

const score = (chosen: Record<string, string | null>) => scoreAxis('found', questions, answersFrom(chosen))
const anyAnswer = fc.constantFrom('yes', 'partly', 'no', 'not-applicable', 'dont-know', null)
const anyAnswers = fc.record({ a: anyAnswer, b: anyAnswer, c: anyAnswer, d: anyAnswer })
const ends = (found: AxisScore) => (found.kind === 'score' ? [found.low, found.high] : null)

test('all best answers make a hundred, all worst make zero', () => {
  expect(ends(score({ a: 'yes', b: 'yes', c: 'yes', d: 'yes' }))).toEqual([100, 100])
  expect(ends(score({ a: 'no', b: 'no', c: 'no', d: 'no' }))).toEqual([0, 0])
})

test('what does not apply leaves the maximum', () => {
  expect(ends(score({ a: 'not-applicable', b: 'yes', c: 'no', d: 'not-applicable' }))).toEqual([67, 67])
})

test('what is not known widens the range instead of counting as no', () => {
  expect(ends(score({ a: 'yes', b: 'dont-know', c: 'no', d: 'no' }))).toEqual([46, 77])
  expect(ends(score({ a: 'yes', b: null, c: 'no', d: 'no' }))).toEqual([46, 77])
})

test('with less than half of the points known there are words, not figures', () => {
  expect(score({ a: 'dont-know', b: 'yes', c: 'yes' })).toMatchObject({ kind: 'notEnough', knownShare: 0.46 })
  expect(score({ a: 'yes', b: null, c: null, d: 'yes' }).kind).toBe('score')
  expect(ENOUGH_KNOWN).toBe(0.5)
})

test('a theme where nothing applies has no score, and says that nothing is known', () => {
  const none = score({ a: 'not-applicable', b: 'not-applicable', c: 'not-applicable', d: 'not-applicable' })
  expect(none).toMatchObject({ kind: 'notEnough', knownShare: 0 })
})

test('every theme lists what each point came from, and the points add up', () => {
  const found = score({ a: 'yes', b: 'partly', c: 'not-applicable', d: 'dont-know' })
  expect(found.points).toEqual([
    { question: 'a', option: 'yes', points: 3, of: 3 },
    { question: 'b', option: 'partly', points: 1, of: 2 },
    { question: 'c', option: 'not-applicable', points: 0, of: 0 },
    { question: 'd', option: 'dont-know', points: null, of: 0.5 },
  ])
})

test('a score is always a whole number from 0 to 100, its low end never above its high end', () => {
  fc.assert(
    fc.property(anyAnswers, (chosen) => {
      const found = score(chosen)
      expect(found.knownShare).toBeGreaterThanOrEqual(0)
      expect(found.knownShare).toBeLessThanOrEqual(1)
      if (found.kind === 'notEnough') return
      expect(Number.isInteger(found.low) && Number.isInteger(found.high)).toBe(true)
      expect(0 <= found.low && found.low <= found.high && found.high <= 100).toBe(true)
    }),
  )
})

test('when one answer goes up, no end of the score falls', () => {
  const rungs = ['no', 'partly', 'yes']
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(1), (chosen, id, rung) => {
      const before = ends(score({ ...chosen, [id]: rungs[rung] ?? 'no' }))
      const after = ends(score({ ...chosen, [id]: rungs[rung + 1] ?? 'yes' }))
      expect(after === null).toBe(before === null)
      expect((after?.[0] ?? 0) >= (before?.[0] ?? 0) && (after?.[1] ?? 0) >= (before?.[1] ?? 0)).toBe(true)
    }),
  )
})

test('learning an answer keeps the score within the range that was announced', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom('yes', 'partly', 'no'), (chosen, learnt) => {
      const before = ends(score({ ...chosen, a: 'dont-know' }))
      const after = ends(score({ ...chosen, a: learnt }))
      if (!before || !after) return
      expect(before[0]).toBeLessThanOrEqual(after[0] ?? 0)
      expect(before[1]).toBeGreaterThanOrEqual(after[1] ?? 0)
    }),
  )
})

const programme = aProgramme()
const everybody = (pick: (question: Question) => string): GivenAnswers =>
  Object.fromEntries(programme.questions.map((item) => [item.id, { option: pick(item), source: 'answered' }]))

test.each(['yes', 'no', 'dont-know', 'not-applicable', 'partly'])(
  'a shop that answers "%s" to everything gets a result, without a figure out of nowhere',
  (answer) => {
    const result = makeResult(
      programme,
      everybody(() => answer),
    )
    expect(result.axes).toHaveLength(5)
    expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/)
    const expected = { yes: [100, 100], no: [0, 0], partly: [50, 50] }[answer] ?? null
    for (const axis of result.axes) expect(ends(axis)).toEqual(expected)
  },
)

test('a shop that answers nothing at all gets a result too', () => {
  const result = makeResult(programme, {})
  expect(result.axes.every(({ kind }) => kind === 'notEnough')).toBe(true)
  expect(result.dii).toMatchObject({ sure: 0, possible: 2, of: 2 })
})
