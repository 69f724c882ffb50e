import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Condition, evaluate, leaves, questionsIn } from './condition.ts'
import type { Answers, Level, Option } from './option.ts'

const levels: Record<string, Level> = {
  yes: 1,
  partly: 0.5,
  no: 0,
  'not-applicable': 'na',
  'dont-know': 'unknown',
}

function answered(chosen: Record<string, string>): Answers {
  const option = (id: string): Option => ({ id, label: { fr: id, en: id }, level: levels[id] ?? 'na' })
  return new Map(Object.entries(chosen).map(([question, id]) => [question, option(id)]))
}

const truthOf = (condition: Condition, chosen: Record<string, string>) =>
  evaluate(condition, answered(chosen)).truth

test.each<[string, Condition, string, true | false | 'unknown']>([
  ['the named answer', { is: ['site', 'no'] }, 'no', true],
  ['another answer', { is: ['site', 'no'] }, 'yes', false],
  ['"I don\'t know" where something else was named', { is: ['site', 'no'] }, 'dont-know', 'unknown'],
  ['"I don\'t know" where it was named', { is: ['site', 'dont-know'] }, 'dont-know', true],
  ['one of several named answers', { anyOf: ['site', ['no', 'partly']] }, 'partly', true],
  [
    '"not applicable" among named answers',
    { anyOf: ['site', ['no', 'not-applicable']] },
    'not-applicable',
    true,
  ],
  ['the level itself', { atLeast: ['site', 0.5] }, 'partly', true],
  ['a lower level', { atLeast: ['site', 0.5] }, 'no', false],
  ['a level under the limit', { below: ['site', 1] }, 'partly', true],
  ['the limit itself', { below: ['site', 0.5] }, 'partly', false],
  ['"not applicable" for at least', { atLeast: ['site', 0] }, 'not-applicable', false],
  ['"not applicable" for below', { below: ['site', 1] }, 'not-applicable', false],
  ['"I don\'t know" for at least', { atLeast: ['site', 0.5] }, 'dont-know', 'unknown'],
  ['"I don\'t know" for below', { below: ['site', 1] }, 'dont-know', 'unknown'],
])('%s decides as an owner would expect', (_what, condition, answer, truth) => {
  expect(evaluate(condition, answered({ site: answer }))).toEqual({ truth, because: [['site', answer]] })
})

test('what was not answered is unknown, not no, and gives no reason', () => {
  for (const condition of [
    { is: ['site', 'no'] },
    { below: ['site', 1] },
    { not: { is: ['site', 'no'] } },
  ] as const) {
    expect(evaluate(condition, new Map())).toEqual({ truth: 'unknown', because: [] })
  }
})

test('one certain no settles "all", one certain yes settles "any", whatever stays unknown', () => {
  const parts: Condition[] = [{ is: ['site', 'yes'] }, { is: ['map', 'yes'] }]
  expect(truthOf({ all: parts }, { site: 'no' })).toBe(false)
  expect(truthOf({ all: parts }, { site: 'yes' })).toBe('unknown')
  expect(truthOf({ all: parts }, { site: 'yes', map: 'yes' })).toBe(true)
  expect(truthOf({ any: parts }, { site: 'yes' })).toBe(true)
  expect(truthOf({ any: parts }, { site: 'no' })).toBe('unknown')
  expect(truthOf({ any: parts }, { site: 'no', map: 'no' })).toBe(false)
})

test('the reasons are the answers that decided, each once', () => {
  const condition: Condition = {
    any: [{ below: ['site', 1] }, { is: ['site', 'no'] }, { is: ['map', 'no'] }],
  }
  expect(evaluate(condition, answered({ site: 'no', map: 'yes' })).because).toEqual([['site', 'no']])
})

test('a condition names its questions and where it names them', () => {
  const condition: Condition = { all: [{ is: ['site', 'no'] }, { not: { below: ['map', 1] } }] }
  expect(questionsIn(condition)).toEqual(['site', 'map'])
  expect(leaves(condition).map(({ path }) => path.join('.'))).toEqual(['all.0.is', 'all.1.not.below'])
})

const leaf = fc.oneof(
  fc.record({ is: fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...Object.keys(levels))) }),
  fc.record({ below: fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(0.5, 1)) }),
)
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
}))
const answer = fc.constantFrom(...Object.keys(levels))
const someAnswers = fc.record({ a: answer, b: answer, c: answer }, { requiredKeys: [] })

test('what was certain stays so when more questions are answered', () => {
  fc.assert(
    fc.property(tree, someAnswers, answer, (condition, chosen, added) => {
      const before = truthOf(condition, chosen)
      const open = ['a', 'b', 'c'].find((question) => !(question in chosen))
      if (before === 'unknown' || !open) return
      expect(truthOf(condition, { ...chosen, [open]: added })).toBe(before)
    }),
  )
})

test('saying no twice is saying yes', () => {
  fc.assert(
    fc.property(tree, someAnswers, (condition, chosen) => {
      expect(truthOf({ not: { not: condition } }, chosen)).toBe(truthOf(condition, chosen))
    }),
  )
})
