import { expect, test } from 'vitest'
import { anItem, aProfileQuestion } from '../../testing/a-programme.ts'
import type { Condition } from './condition.ts'
import { standing, waysThrough } from './ways.ts'

const asked = (id: string, seconds: number, visibleWhen?: Condition) =>
  anItem(id, 'found', { seconds, ...(visibleWhen && { visibleWhen }) })

const idsOf = (questions: readonly { id: string }[]) => questions.map(({ id }) => id)

test('of two questions that exclude each other, the longer one counts', () => {
  const { longest } = waysThrough([
    asked('shop', 10),
    asked('online', 20, { is: ['shop', 'no'] }),
    asked('window', 30, { all: [{ is: ['shop', 'yes'] }, { not: { is: ['shop', 'no'] } }] }),
    asked('people', 5),
  ])
  // Who skips the first question is asked both: nothing is known that would hide one.
  expect(longest).toMatchObject({ seconds: 65 })
  const certain = waysThrough([
    asked('shop', 10),
    asked('online', 20, { all: [{ is: ['shop', 'no'] }, { not: { is: ['shop', 'yes'] } }] }),
  ])
  expect(certain.longest.seconds).toBe(30)
})

test('what an answer hides is not counted on the same way', () => {
  const open = { not: { anyOf: ['more', ['no', 'partly', 'not-applicable', 'dont-know']] } } as const
  const { longest } = waysThrough([
    asked('more', 10),
    asked('first', 40, open),
    asked('second', 25, { not: { is: ['more', 'no'] } }),
  ])
  expect(longest.seconds).toBe(75)
})

test('a question that nobody is shown who answers the ones before is found out', () => {
  const contradiction = { all: [{ is: ['sells', 'yes'] }, { is: ['sells', 'no'] }] } as const
  const { unreachable, longest } = waysThrough([
    aProfileQuestion('sells', ['yes', 'no'], { seconds: 10 }),
    asked('never', 10, contradiction),
  ])
  expect(idsOf(unreachable)).toEqual(['never'])
  expect(longest.seconds).toBe(20)
  expect(waysThrough([asked('sells', 10), asked('share', 10, { is: ['sells', 'no'] })]).unreachable).toEqual(
    [],
  )
})

test('the answer to a question that is hidden now is none', () => {
  const questions = [asked('sells', 10), asked('share', 10, { is: ['sells', 'yes'] })]
  const option = (id: string) => questions[0]!.options.find((one) => one.id === id)!
  const answers = new Map([
    ['sells', option('no')],
    ['share', option('yes')],
  ])
  expect([...standing(questions, answers).keys()]).toEqual(['sells'])
})

test('too many combinations to try are never understated', () => {
  const many = Array.from({ length: 8 }, (_, i) => asked(`q${i}`, 10))
  const last = asked('last', 10, { all: many.map(({ id }) => ({ is: [id, 'yes'] as const })) })
  expect(waysThrough([...many, last]).longest.seconds).toBe(90)
})
