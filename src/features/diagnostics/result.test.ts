import { expect, test } from 'vitest'
import { aProgramme } from '../../testing/a-programme.ts'
import type { GivenAnswers } from './diagnostic.ts'
import { countDii, dmaShare, readDma } from './dii.ts'
import { isStale, makeResult } from './result.ts'
import { standingAnswers } from './diagnostic.ts'

const programme = aProgramme()
const given = (answers: Record<string, string>): GivenAnswers =>
  Object.fromEntries(Object.entries(answers).map(([id, option]) => [id, { option, source: 'answered' }]))
const dii = (answers: Record<string, string>) =>
  countDii(programme.crosswalk, standingAnswers(programme, given(answers)))
const states = (answers: Record<string, string>) => dii(answers).rows.map(({ state }) => state)

test('a "yes" makes a point of the index sure, a "partly" leaves it open, a "no" takes it away', () => {
  expect(states({ 'found-1': 'yes' })[0]).toBe('sure')
  expect(states({ 'found-1': 'partly' })[0]).toBe('possible')
  expect(states({ 'found-1': 'no' })[0]).toBe('no')
  expect(states({ 'found-1': 'dont-know' })[0]).toBe('possible')
})

test('a point that needs another answer follows it: taken away by a no, left open by what is not known', () => {
  expect(states({ 'sell-1': 'yes', 'sell-2': 'yes' })[1]).toBe('sure')
  expect(states({ 'sell-1': 'yes', 'sell-2': 'no' })[1]).toBe('no')
  expect(states({ 'sell-1': 'yes' })[1]).toBe('possible')
})

test('the count is an interval from what is sure to what is possible', () => {
  expect(dii({ 'found-1': 'yes' })).toMatchObject({ sure: 1, possible: 2, of: 2 })
})

test('a row of the European assessment holds by its best answer, and only covered rows are counted', () => {
  const lite = readDma(
    programme.crosswalk,
    standingAnswers(programme, given({ 'found-1': 'no', 'found-2': 'yes' })),
  )
  expect(lite.rows).toEqual([
    { row: 'Q3.2', state: 'yes' },
    { row: 'Q8.5', state: 'unknown' },
  ])
  expect(dmaShare(programme.crosswalk, lite, 'Q3')).toEqual({ yes: 1, covered: 1, of: 2 })
})

test('a result keeps the answers it was read from, and the same answers give an equal result', () => {
  const answers = given({ 'found-1': 'yes', 'sell-1': 'no', nothing: 'yes' })
  const result = makeResult(programme, answers)
  expect(Object.keys(result.answers)).toEqual(['found-1', 'sell-1'])
  expect(standingAnswers(programme, result.answers).get('sell-1')?.level).toBe(0)
  expect(makeResult(programme, answers)).toEqual(result)
})

test('a result is stale when an answer that counts is changed or added, not when the same is said again', () => {
  const result = makeResult(programme, given({ 'found-1': 'no' }))
  expect(isStale(programme, result, given({ 'found-1': 'no' }))).toBe(false)
  expect(isStale(programme, result, given({ 'found-1': 'no', 'found-more': 'yes' }))).toBe(false)
  expect(isStale(programme, result, given({ 'found-1': 'yes' }))).toBe(true)
  expect(isStale(programme, result, given({ 'found-1': 'no', 'sell-1': 'no' }))).toBe(true)
})
