import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { say } from '../../testing/a-programme.ts'
import type { QuizQuestion } from '../programmes/training.ts'
import { isPassed, judge, orderOf, reviewOf, shownQuiz } from './quiz.ts'

const question = (number: number, answer = 'b'): QuizQuestion => ({
  id: `F01-${number}`,
  question: say(`question ${number}`),
  options: ['a', 'b', 'c'].map((id) => ({ id, text: say(`${number}${id}`) })),
  answer,
  why: say(`why ${number}`),
})
const quiz = [question(1), question(2, 'a'), question(3, 'c')]
const right = { 'F01-1': 'b', 'F01-2': 'a', 'F01-3': 'c' }

test('what is shown before the answer holds neither the answer nor the reason', () => {
  for (const shown of shownQuiz(quiz, 'a form'))
    expect(Object.keys(shown).toSorted()).toEqual(['id', 'options', 'question'])
  expect(JSON.stringify(shownQuiz(quiz, 'a form'))).not.toContain('why')
  const other = quiz.map((known) => ({ ...known, answer: 'c', why: say('another reason') }))
  expect(shownQuiz(other, 'a form')).toEqual(shownQuiz(quiz, 'a form'))
})

test('each form has an order of its own, the same each time, and loses no option', () => {
  assert(
    property(string(), (formKey) => {
      const order = orderOf(shownQuiz(quiz, formKey))
      expect(orderOf(shownQuiz(quiz, formKey))).toEqual(order)
      expect(order.map((shown) => shown.question)).toEqual(quiz.map(({ id }) => id))
      for (const { options } of order) expect(options.toSorted()).toEqual(['a', 'b', 'c'])
    }),
  )
  const firsts = Array.from({ length: 60 }, (_, i) => shownQuiz(quiz, `form ${i}`)[0]?.options[0]?.id)
  expect(new Set(firsts)).toEqual(new Set(['a', 'b', 'c']))
})

test('two right of three pass, one does not; three of five do not, four do', () => {
  const passed = (rightCount: number, questionCount: number) => isPassed({ rightCount, questionCount })
  expect([passed(1, 3), passed(2, 3), passed(3, 5), passed(4, 5)]).toEqual([false, true, false, true])
  expect([passed(2, 4), passed(3, 4)]).toEqual([false, true])
})

test('a right answer counts one, anything else nothing', () => {
  expect(judge(quiz, right)).toEqual({ rightCount: 3, questionCount: 3 })
  expect(judge(quiz, { 'F01-1': 'a', 'F01-2': 'zebra', other: 'c' })).toEqual({
    rightCount: 0,
    questionCount: 3,
  })
})

test('an attempt is looked at in the order in which it was shown', () => {
  const shown = orderOf(shownQuiz(quiz, 'a form'))
  const review = reviewOf(quiz, { shown, answers: { ...right, 'F01-2': 'b' } })
  expect(review.map(({ isRight }) => isRight)).toEqual([true, false, true])
  expect(review.map(({ options }) => options.map(({ id }) => id))).toEqual(
    shown.map(({ options }) => options),
  )
  const wrong = review[1]?.options ?? []
  expect(wrong.find(({ isRight }) => isRight)?.id).toBe('a')
  expect(wrong.find(({ isChosen }) => isChosen)?.id).toBe('b')
})
