import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { unreachable } from '../../core/never.ts'
import { anItem, aProgramme, anAction } from '../../testing/a-programme.ts'
import type { GivenAnswers } from '../diagnostics/diagnostic.ts'
import { makeResult } from '../diagnostics/result.ts'
import type { Action } from '../programmes/action.ts'
import { loadProgramme } from '../programmes/load-programme.ts'
import { everyQuestion, type Programme } from '../programmes/programme.ts'
import { explainAll, offerOf, type ExplainedPlan, type Explanation } from './explain.ts'
import { choosePlan } from './plan.ts'

let real: Programme
beforeAll(async () => {
  real = await loadProgramme('programmes/soutenons-nos-tpe-pme')
})

const given = (answers: Record<string, string>): GivenAnswers =>
  Object.fromEntries(Object.entries(answers).map(([id, option]) => [id, { option, source: 'answered' }]))

function planOf(programme: Programme, answers: GivenAnswers): ExplainedPlan {
  const result = makeResult(programme, answers)
  return { result, ...choosePlan(programme, result) }
}

function explained(answers: Record<string, string>, actions: Action[], programme = aProgramme({ actions })) {
  const all = explainAll(programme, planOf(programme, given(answers)))
  return (id: string) => all.find(({ action }) => action === id)
}

const rich = { minutes: 'minutes-60', euros: 'euros-30' }

test('an action of the plan says so, with the answer that called for it', () => {
  expect(explained({ ...rich, 'found-1': 'no' }, [anAction('a', 'found-1')])('a')).toMatchObject({
    why: 'in-plan',
    because: [['found-1', 'no']],
  })
})

test('what is done, or is not for this shop, names the answer that says so', () => {
  const why = explained({ ...rich, 'found-1': 'yes', 'sell-1': 'not-applicable' }, [
    anAction('done', 'found-1'),
    anAction('other', 'sell-1'),
  ])
  expect(why('done')).toMatchObject({ why: 'done', because: [['found-1', 'yes']] })
  expect(why('other')).toMatchObject({ why: 'not-applicable', because: [['sell-1', 'not-applicable']] })
})

test('an action about a question that was not asked names the answer that hid the question', () => {
  const why = explained({ ...rich, 'found-1': 'no' }, [anAction('a', 'found-more')])
  expect(why('a')).toMatchObject({ why: 'not-applicable', because: [['found-1', 'no']] })
})

test('without an answer, the question to answer is named', () => {
  expect(explained(rich, [anAction('a', 'found-1')])('a')).toMatchObject({
    why: 'unanswered',
    questions: ['found-1'],
  })
})

test('an action that waits names what is missing, and the actions that would bring it', () => {
  const actions = [
    anAction('first', 'found-2'),
    anAction('second', 'found-1', { prerequisite: { atLeast: ['found-2', 1] } }),
  ]
  expect(explained({ ...rich, 'found-1': 'no', 'found-2': 'no' }, actions)('second')).toMatchObject({
    why: 'waits',
    because: [['found-2', 'no']],
    questions: [],
    helps: ['first'],
  })
  expect(explained({ ...rich, 'found-1': 'no' }, actions)('second')).toMatchObject({
    why: 'waits',
    questions: ['found-2'],
  })
})

test('what waits for an answer that is not known is to be found out first, and says if the plan does so', () => {
  const waiting = anAction('waiting', 'sell-1', {
    when: { anyOf: ['sell-1', ['no', 'dont-know']] },
    prerequisite: { not: { is: ['sell-1', 'dont-know'] } },
  })
  const ask = anAction('ask', 'sell-1', { when: { is: ['sell-1', 'dont-know'] }, gain: [] })
  const answers = { ...rich, 'sell-1': 'dont-know' }
  const expected = { why: 'find-out-first', because: [['sell-1', 'dont-know']] }
  expect(explained(answers, [waiting, ask])('waiting')).toMatchObject({ ...expected, isPlanned: true })
  expect(explained(answers, [waiting])('waiting')).toMatchObject({ ...expected, isPlanned: false })
})

test('an action meant for another trade does not wait: it is for others', () => {
  const action = anAction('a', 'found-1', { prerequisite: { is: ['sector', 'hospitality'] } })
  const why = explained({ ...rich, sector: 'commerce', 'found-1': 'no' }, [action])
  expect(why('a')).toMatchObject({ why: 'not-applicable', because: [['sector', 'commerce']] })
})

test('an action over the budget says whether alone, or once the plan is counted', () => {
  const actions = ['found-1', 'sell-1'].map((id) => anAction(id, id, { weeklyMinutes: 10 }))
  const answers = { minutes: 'minutes-15', euros: 'euros-0', 'found-1': 'no', 'sell-1': 'no' }
  expect(explained(answers, actions)('sell-1')).toMatchObject({
    why: 'over-minutes',
    isAlone: false,
    cost: { minutes: 120, cents: 0 },
    spent: { minutes: 120, cents: 0 },
    budget: { minutesPerWeek: 15 },
  })
  const dear = explained(answers, [anAction('dear', 'found-1', { eurosPerMonth: 5 })])
  expect(dear('dear')).toMatchObject({ why: 'over-euros', isAlone: true, budget: { eurosPerMonth: 0 } })
})

test('two ways to one answer: the second names the first', () => {
  const why = explained({ ...rich, 'found-1': 'no' }, [anAction('a', 'found-1'), anAction('b', 'found-1')])
  expect(why('b')).toMatchObject({ why: 'same-answer', line: 'a', question: 'found-1' })
})

test('behind the three, an action names the last of them and what sets it before', () => {
  const actions = ['found-1', 'sell-1', 'protect-1', 'people-1'].map((id) =>
    anAction(id, id, { goals: id === 'people-1' ? [] : ['sell'] }),
  )
  const answers = { ...rich, goal: 'sell', ...Object.fromEntries(actions.map(({ id }) => [id, 'no'])) }
  expect(explained(answers, actions)('people-1')).toMatchObject({ why: 'less-useful', merit: 'goal' })
})

/** Any answers, some left open: chosen by number, as the programme is read at run time. */
const anyShop = fc.array(fc.nat(20), { minLength: 29, maxLength: 29 })

function shop(numbers: readonly number[]): GivenAnswers {
  const entries = everyQuestion(real).flatMap(({ id, options }, i) => {
    const option = options[(numbers[i] ?? 0) % (options.length + 1)]
    return option ? [[id, { option: option.id, source: 'answered' as const }] as const] : []
  })
  return Object.fromEntries(entries)
}

/** Every reason stands on something the owner can see: an answer, a question, the budget, a line of the plan. */
function hasGround(explanation: Explanation, plan: ExplainedPlan): boolean {
  const lines = plan.lines.map(({ action }) => action)
  const answered = (because: readonly (readonly [string, string])[]) =>
    because.every(([question, option]) => plan.result.answers[question]?.option === option)
  switch (explanation.why) {
    case 'in-plan':
    case 'done':
    case 'not-applicable':
    case 'find-out-first':
      return explanation.because.length > 0 && answered(explanation.because)
    case 'unanswered':
      return explanation.questions.length > 0 && explanation.questions.every((id) => !plan.result.answers[id])
    case 'waits':
      return answered(explanation.because) && explanation.because.length + explanation.questions.length > 0
    case 'over-minutes':
    case 'over-euros':
      return explanation.cost.minutes + explanation.cost.cents > 0
    case 'same-answer':
      return lines.includes(explanation.line)
    case 'less-useful':
      return lines.length === 3 && lines.includes(explanation.than)
    default:
      return unreachable(explanation)
  }
}

test('whatever is answered: every action of the catalogue has exactly one explanation, with its ground', () => {
  fc.assert(
    fc.property(anyShop, (numbers) => {
      const plan = planOf(real, shop(numbers))
      const all = explainAll(real, plan)
      expect(all.map(({ action }) => action)).toEqual(real.actions.map(({ id }) => id))
      expect(all.filter(({ why }) => why === 'in-plan').length).toBe(plan.lines.length)
      expect(all.filter((explanation) => !hasGround(explanation, plan))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('whatever is answered: what may be tried is the plan and what is still open, each once', () => {
  fc.assert(
    fc.property(anyShop, (numbers) => {
      const plan = planOf(real, shop(numbers))
      const { planned, others } = offerOf(real, plan)
      const ids = [...planned, ...others].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(planned.map(({ id }) => id)).toEqual(plan.lines.map(({ action }) => action))
    }),
    { numRuns: 100 },
  )
})

test('a question hidden without a reason leaves no action unexplained', () => {
  const programme = aProgramme({
    questions: [anItem('found-1', 'found', { visibleWhen: { is: ['sector', 'hospitality'] } })],
    actions: [anAction('a', 'found-1')],
  })
  expect(explained({ sector: 'commerce' }, [], programme)('a')).toMatchObject({
    why: 'not-applicable',
    because: [['sector', 'commerce']],
  })
})
