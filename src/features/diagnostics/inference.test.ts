import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OptionId, QuestionId } from '../programmes/option.ts'
import { loadProgramme } from '../programmes/load-programme.ts'
import { everyQuestion } from '../programmes/programme.ts'
import { pagesOf, standingGiven, type GivenAnswers } from './diagnostic.ts'
import { makeResult } from './result.ts'
import { saidReasons } from './said-reasons.ts'

const programme = await loadProgramme('programmes/soutenons-nos-tpe-pme')
const said = (answers: Record<QuestionId, OptionId>): GivenAnswers =>
  Object.fromEntries(Object.entries(answers).map(([id, option]) => [id, { option, source: 'answered' }]))
const pages = (given: GivenAnswers) => pagesOf(programme, given).map(({ id }) => id)
const noOrders = said({ 'distance-order': 'no' })
const nowhere = said({ 'map-listing': 'no', website: 'no', social: 'none' })

test('who takes no order at a distance is not asked how it is paid, nor how much of it is online', () => {
  for (const id of ['online-payment', 'online-share', 'consumer-share']) {
    expect(pages({})).toContain(id)
    expect(pages(noOrders)).not.toContain(id)
  }
  expect(standingGiven(programme, noOrders)['online-share']).toEqual({ option: 'none', source: 'inferred' })
})

test('who is nowhere online is not asked about reviews or promotion; who is on one network is', () => {
  expect(pages(nowhere)).not.toContain('reviews')
  expect(pages(nowhere)).not.toContain('promotion')
  expect(pages({ ...nowhere, ...said({ social: 'one' }) })).toContain('reviews')
})

test('"I don’t know" settles nothing', () => {
  expect(pages(said({ 'distance-order': 'dont-know' }))).toContain('online-share')
})

test('what follows from other answers goes when they change, and gives way to what is said', () => {
  expect(standingGiven(programme, said({ 'distance-order': 'yes' }))['online-share']).toBeUndefined()
  const corrected = { ...noOrders, ...said({ 'online-share': 'under-1' }) }
  expect(standingGiven(programme, corrected)['online-share']).toEqual({
    option: 'under-1',
    source: 'answered',
  })
  expect(pages(corrected)).toContain('online-share')
})

test('what is inferred counts on the shop’s own theme, and is no answer before the official index', () => {
  const sell = (given: GivenAnswers) => makeResult(programme, given).axes.find(({ axis }) => axis === 'sell')
  expect(sell(noOrders)).toMatchObject({ kind: 'score', low: 0, knownShare: 0.82 })
  const eleven = makeResult(programme, noOrders).dii.rows.find(({ point }) => point === 11)
  expect(eleven).toMatchObject({ option: null, state: 'possible' })
  const asked = { ...noOrders, ...said({ 'online-share': 'none' }) }
  expect(makeResult(programme, asked).dii.rows.find(({ point }) => point === 11)?.state).toBe('no')
})

test('nobody is told "you answered" what nobody asked: the answers behind it are named', () => {
  expect(saidReasons(programme, standingGiven(programme, nowhere), [['reviews', 'no']])).toEqual([
    ['map-listing', 'no'],
    ['website', 'no'],
    ['social', 'none'],
  ])
  expect(saidReasons(programme, standingGiven(programme, noOrders), [['distance-order', 'no']])).toEqual([
    ['distance-order', 'no'],
  ])
})

const anyAnswers: fc.Arbitrary<GivenAnswers> = fc
  .record(
    Object.fromEntries(
      everyQuestion(programme).map(({ id, options }) => [
        id,
        fc.constantFrom(...options.map((option) => option.id)),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map((chosen) => said(chosen as Record<QuestionId, OptionId>))

test('a result read again from its own answers is the same result', () => {
  fc.assert(
    fc.property(anyAnswers, (given) => {
      const result = makeResult(programme, given)
      expect(makeResult(programme, result.answers)).toEqual(result)
    }),
  )
})

test('saying what was inferred moves no theme', () => {
  fc.assert(
    fc.property(anyAnswers, (given) => {
      const result = makeResult(programme, given)
      const confirmed = Object.fromEntries(
        Object.entries(result.answers).map(
          ([id, { option }]) => [id, { option, source: 'answered' }] as const,
        ),
      )
      expect(makeResult(programme, confirmed).axes).toEqual(result.axes)
    }),
  )
})
