import { expect, test } from 'vitest'
import { aProgramme } from '../../testing/a-programme.ts'
import { compareResults } from './compare.ts'
import type { GivenAnswers } from './diagnostic.ts'
import { makeResult } from './result.ts'

const programme = aProgramme()
const result = (answers: Record<string, string>, under = programme) => {
  const given: GivenAnswers = Object.fromEntries(
    Object.entries(answers).map(([id, option]) => [id, { option, source: 'answered' }]),
  )
  return makeResult(under, given)
}
const wayOf = (before: Record<string, string>, after: Record<string, string>, axis = 'found') =>
  compareResults(programme, result(before), result(after)).axes.find((change) => change.after.axis === axis)
    ?.way

test('a theme has moved only when nothing unknown could explain the difference', () => {
  expect(wayOf({ 'found-1': 'no', 'found-2': 'no' }, { 'found-1': 'yes', 'found-2': 'no' })).toBe('up')
  expect(wayOf({ 'found-1': 'yes', 'found-2': 'no' }, { 'found-1': 'no', 'found-2': 'no' })).toBe('down')
  expect(wayOf({ 'sell-1': 'yes', 'sell-2': 'no' }, { 'sell-1': 'yes', 'sell-2': 'no' }, 'sell')).toBe('same')
  expect(wayOf({ 'found-1': 'no', 'found-2': 'dont-know' }, { 'found-1': 'no', 'found-2': 'yes' })).toBe(
    'unsure',
  )
  expect(wayOf({}, { 'found-1': 'yes', 'found-2': 'yes' })).toBe('unsure')
})

test('under the same questions the old result is shown as it was', () => {
  const before = result({ 'found-1': 'no', 'found-2': 'no' })
  const { isRecomputed, lost, axes } = compareResults(programme, before, result({ 'found-1': 'yes' }))
  expect([isRecomputed, lost]).toEqual([false, 0])
  expect(axes.map((change) => change.before)).toEqual(before.axes)
})

test('when the questions have changed, the old answers are read under the new ones and what is lost is counted', () => {
  const newer = {
    ...programme,
    hash: 'newer',
    questions: programme.questions
      .filter(({ id }) => id !== 'found-2')
      .map((question) => (question.id === 'sell-1' ? { ...question, weight: 3 } : question)),
  }
  const before = result({ 'found-1': 'no', 'found-2': 'yes', 'sell-1': 'yes', 'sell-2': 'no' })
  const after = result({ 'found-1': 'yes', 'sell-1': 'yes', 'sell-2': 'no' }, newer)
  const { isRecomputed, lost, axes } = compareResults(newer, before, after)
  expect([isRecomputed, lost]).toEqual([true, 1])
  const [found, sell] = ['found', 'sell'].map((axis) => axes.find((change) => change.after.axis === axis))
  expect(found?.before).toMatchObject({ low: 0, high: 0 })
  expect(sell?.before).toMatchObject({ low: 75, high: 75 })
  expect(sell?.way).toBe('same')
})
