import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aProgramme } from '../../testing/a-programme.ts'
import { everyQuestion } from '../programmes/programme.ts'
import { unansweredPages, type GivenAnswers } from './diagnostic.ts'
import { FIRST_PICTURE } from './asking-order.ts'
import { isFirstPictureReady, precisionOf } from './precision.ts'
import { makeResult } from './result.ts'

const programme = aProgramme()
const given = (answers: Record<string, string>): GivenAnswers =>
  Object.fromEntries(Object.entries(answers).map(([id, option]) => [id, { option, source: 'answered' }]))
const precision = (answers: Record<string, string>) =>
  precisionOf(programme, makeResult(programme, given(answers)))
const items = programme.questions.filter(({ visibleWhen }) => !visibleWhen).map(({ id }) => id)
const first = (count: number) =>
  given({ sector: 'commerce', ...Object.fromEntries(items.slice(0, count).map((id) => [id, 'no'])) })

test('a first picture is offered from eight answers about the tools on, and no more once all is answered', () => {
  expect(isFirstPictureReady(programme, first(FIRST_PICTURE - 1))).toBe(false)
  expect(isFirstPictureReady(programme, first(FIRST_PICTURE))).toBe(true)
  expect(isFirstPictureReady(programme, first(items.length))).toBe(false)
})

test('answers about the business itself make no picture', () => {
  const profile = given(
    Object.fromEntries(programme.profile.map(({ id, options }) => [id, options[0]?.id ?? ''])),
  )
  expect(isFirstPictureReady(programme, profile)).toBe(false)
})

test('the precision is half of the widest range, and says how many themes it is about', () => {
  expect(precision({ 'found-1': 'yes', 'sell-1': 'no', 'sell-2': 'no' })).toEqual({
    isRough: true,
    shown: 2,
    of: 5,
    within: 25,
  })
})

test('without a theme that has enough answers there is no precision, rather than a number', () => {
  expect(precision({ 'found-2': 'no' })).toMatchObject({ shown: 0, within: null })
})

test('a theme that does not concern the shop is not missing', () => {
  const no = Object.fromEntries(items.map((id) => [id, 'no']))
  const answers = { ...no, 'sell-1': 'not-applicable', 'sell-2': 'not-applicable' }
  expect(precision(answers)).toEqual({ isRough: false, shown: 4, of: 4, within: 0 })
})

test('what is still unanswered is listed in asking order, without what the register knew or what is hidden', () => {
  const answers: GivenAnswers = {
    sector: { option: 'commerce', source: 'prefilled' },
    ...given({ 'found-1': 'no', 'sell-1': 'yes' }),
  }
  const left = unansweredPages(programme, answers).map(({ id }) => id)
  expect(left.slice(0, 6)).toEqual(['size', 'minutes', 'euros', 'goal', 'manage-1', 'protect-1'])
  expect(left).not.toContain('found-more')
})

test('the truth is never farther from the middle of a theme than the precision says', () => {
  const questions = everyQuestion(programme)
  const anyAnswers = fc
    .tuple(...questions.map(({ options }) => fc.option(fc.constantFrom(...options), { nil: null })))
    .map((options) => options.flatMap((found, i) => (found ? [[questions[i]?.id ?? '', found.id]] : [])))
  fc.assert(
    fc.property(anyAnswers, (entries) => {
      const answers: Record<string, string> = Object.fromEntries(entries)
      const { within } = precision(answers)
      const halves = makeResult(programme, given(answers)).axes.flatMap((axis) =>
        axis.kind === 'score' ? (axis.high - axis.low) / 2 : [],
      )
      expect(halves.every((half) => half <= (within ?? -1))).toBe(true)
      expect(within === null).toBe(halves.length === 0)
    }),
    { numRuns: 200 },
  )
})
