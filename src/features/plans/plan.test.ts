import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aProgramme, anAction } from '../../testing/a-programme.ts'
import type { Action } from '../programmes/action.ts'
import { everyQuestion, type Programme } from '../programmes/programme.ts'
import type { GivenAnswers } from '../diagnostics/diagnostic.ts'
import { makeResult } from '../diagnostics/result.ts'
import { budgetOf, costOf, overrun } from './budget.ts'
import { choosePlan, MOST_ACTIONS, type Plan } from './plan.ts'

const given = (answers: Record<string, string>): GivenAnswers =>
  Object.fromEntries(Object.entries(answers).map(([id, option]) => [id, { option, source: 'answered' }]))
const planFor = (
  answers: Record<string, string>,
  actions: Action[],
  programme = aProgramme({ actions }),
): Plan => choosePlan(programme, makeResult(programme, given(answers)))
const chosen = (plan: Plan) => plan.lines.map(({ action }) => action)
const whyNot = (plan: Plan, action: string) => plan.passedOver.find((passed) => passed.action === action)?.why

const rich = { minutes: 'minutes-60', euros: 'euros-30' }

test('an action is proposed because of an answer, and names it', () => {
  const plan = planFor({ ...rich, 'found-1': 'no' }, [anAction('a', 'found-1')])
  expect(plan.lines).toEqual([{ action: 'a', kind: 'do', because: [['found-1', 'no']] }])
})

test('what is done already is not proposed, and the plan says so', () => {
  const plan = planFor({ ...rich, 'found-1': 'yes' }, [anAction('a', 'found-1')])
  expect(plan.lines).toEqual([])
  expect(plan.passedOver).toEqual([{ action: 'a', why: 'done', because: [['found-1', 'yes']] }])
})

test('what does not concern the shop is not proposed', () => {
  expect(whyNot(planFor({ 'found-1': 'not-applicable' }, [anAction('a', 'found-1')]), 'a')).toBe(
    'not-applicable',
  )
})

test('an action waits for what must be there first', () => {
  const action = anAction('a', 'found-1', { prerequisite: { atLeast: ['found-2', 1] } })
  const without = { ...rich, 'found-1': 'no', 'found-2': 'no' }
  expect(whyNot(planFor(without, [action]), 'a')).toBe('prerequisite-missing')
  expect(whyNot(planFor({ ...without, 'found-2': 'dont-know' }, [action]), 'a')).toBe('prerequisite-missing')
  expect(chosen(planFor({ ...without, 'found-2': 'yes' }, [action]))).toEqual(['a'])
})

test('an action made pointless by another answer is not proposed', () => {
  const action = anAction('a', 'found-1', { unless: { is: ['found-2', 'yes'] } })
  expect(whyNot(planFor({ ...rich, 'found-1': 'no', 'found-2': 'yes' }, [action]), 'a')).toBe('done')
  expect(chosen(planFor({ ...rich, 'found-1': 'no', 'found-2': 'dont-know' }, [action]))).toEqual(['a'])
})

test('who does not know is offered to find out, after what is certain', () => {
  const actions = [
    anAction('unsure', 'found-1', { goals: ['be-found'] }),
    anAction('sure', 'sell-1', { axis: 'sell' }),
  ]
  const plan = planFor({ ...rich, goal: 'be-found', 'found-1': 'dont-know', 'sell-1': 'no' }, actions)
  expect(plan.lines.map(({ action, kind }) => [action, kind])).toEqual([
    ['sure', 'do'],
    ['unsure', 'find-out'],
  ])
})

test('the same thing is to be found out once', () => {
  const findOut = anAction('ask', 'found-1', {
    when: { is: ['found-1', 'dont-know'] },
    gain: [],
    weeklyMinutes: 0,
  })
  const plan = planFor({ ...rich, 'found-1': 'dont-know' }, [anAction('do-it', 'found-1'), findOut])
  expect(plan.lines).toHaveLength(1)
  expect(plan.passedOver).toMatchObject([{ why: 'not-known' }])
})

test('a question without an answer calls for nothing', () => {
  expect(whyNot(planFor(rich, [anAction('a', 'found-1')]), 'a')).toBe('not-known')
})

test('the actions fit the minutes and the euros all together, not one by one', () => {
  const actions = ['found-1', 'sell-1', 'protect-1'].map((question) =>
    anAction(question, question, { weeklyMinutes: 10 }),
  )
  const answers = { 'found-1': 'no', 'sell-1': 'no', 'protect-1': 'no', euros: 'euros-0' }
  const short = planFor({ ...answers, minutes: 'minutes-15' }, actions)
  expect(short.lines).toHaveLength(1)
  expect(short.passedOver.map(({ why }) => why)).toEqual(['over-minutes', 'over-minutes'])
  expect(planFor({ ...answers, minutes: 'minutes-60' }, actions).lines).toHaveLength(3)
})

test('setting up is spread over twelve weeks, and a purchase over three months', () => {
  const quick = anAction('quick', 'found-1', { weeklyMinutes: 10, setupMinutes: 60, eurosOnce: 90 })
  const answers = { minutes: 'minutes-15', 'found-1': 'no' }
  expect(chosen(planFor({ ...answers, euros: 'euros-30' }, [quick]))).toEqual(['quick'])
  expect(whyNot(planFor({ ...answers, euros: 'euros-0' }, [quick]), 'quick')).toBe('over-euros')
  const slower = { ...quick, setupMinutes: 61 }
  expect(whyNot(planFor({ ...answers, euros: 'euros-30' }, [slower]), 'quick')).toBe('over-minutes')
})

test('who did not say how much is proposed the smallest effort, and the plan knows that nobody said so', () => {
  const plan = planFor({ 'found-1': 'no' }, [anAction('a', 'found-1', { eurosPerMonth: 1 })])
  expect(plan.budget).toEqual({
    minutesPerWeek: 15,
    eurosPerMonth: 0,
    declared: { minutes: false, euros: false },
  })
  expect(whyNot(plan, 'a')).toBe('over-euros')
})

test('what serves the declared goal goes first, then the weakest side, then evidence, then cost', () => {
  const actions = [
    anAction('goal', 'people-2', { axis: 'people', goals: ['sell'] }),
    anAction('weak', 'found-1'),
    anAction('strong', 'sell-2', { axis: 'sell' }),
  ]
  const answers = {
    ...rich,
    goal: 'sell',
    'people-2': 'no',
    'found-1': 'no',
    'sell-2': 'no',
    'sell-1': 'yes',
  }
  expect(chosen(planFor(answers, actions))).toEqual(['goal', 'weak', 'strong'])
  const evidence = (grade: 'A' | 'D') => ({ grade, sentence: { fr: '', en: '' }, source: null })
  const equals = [
    anAction('dear', 'sell-1', { evidence: evidence('D'), eurosPerMonth: 1 }),
    anAction('cheap', 'manage-1', { evidence: evidence('D') }),
    anAction('proven', 'protect-1', { evidence: evidence('A'), eurosPerMonth: 1 }),
  ]
  const nothing = { ...rich, 'sell-1': 'no', 'manage-1': 'no', 'protect-1': 'no' }
  expect(chosen(planFor(nothing, equals))).toEqual(['proven', 'cheap', 'dear'])
})

test('two actions that lead to the same answer are not in one plan', () => {
  const plan = planFor({ ...rich, 'found-1': 'no' }, [anAction('a', 'found-1'), anAction('b', 'found-1')])
  expect(chosen(plan)).toEqual(['a'])
  expect(whyNot(plan, 'b')).toBe('after-the-three')
})

test('a fourth action waits behind the three', () => {
  const actions = ['found-1', 'sell-1', 'protect-1', 'people-1'].map((id) => anAction(id, id))
  const plan = planFor({ ...rich, ...Object.fromEntries(actions.map(({ id }) => [id, 'no'])) }, actions)
  expect(plan.lines).toHaveLength(3)
  expect(plan.passedOver.map(({ why }) => why)).toEqual(['after-the-three'])
})

const someActions = fc.uniqueArray(
  fc.record({
    question: fc.constantFrom('found-1', 'found-2', 'sell-1', 'manage-1', 'protect-1', 'people-2'),
    setupMinutes: fc.nat(600),
    weeklyMinutes: fc.nat(60),
    eurosOnce: fc.nat(200),
    eurosPerMonth: fc.integer({ min: 0, max: 400 }).map((dimes) => dimes / 10),
  }),
  { maxLength: 12, selector: (action) => JSON.stringify(action) },
)

function someAnswers(programme: Programme) {
  const questions = everyQuestion(programme)
  const option = (i: number) => fc.option(fc.constantFrom(...(questions[i]?.options ?? [])), { nil: null })
  return fc.tuple(...questions.map((_, i) => option(i))).map((options) => {
    const entries = options.flatMap((found, i) => (found ? [[questions[i]?.id ?? '', found.id]] : []))
    return Object.fromEntries(entries) as Record<string, string>
  })
}

/** What must hold for every shop, under any programme. */
function expectSoundPlan(programme: Programme, answers: Record<string, string>): void {
  const plan = planFor(answers, [], programme)
  const actions = plan.lines.map(({ action }) => programme.actions.find(({ id }) => id === action))
  const cost = actions.reduce(
    (sum, action) => {
      const { minutes, cents } = action ? costOf(action) : { minutes: NaN, cents: NaN }
      return { minutes: sum.minutes + minutes, cents: sum.cents + cents }
    },
    { minutes: 0, cents: 0 },
  )
  expect(plan.lines.length).toBeLessThanOrEqual(MOST_ACTIONS)
  expect(overrun(cost, plan.budget)).toBeNull()
  expect(plan.lines.every(({ because }) => because.length > 0)).toBe(true)
  for (const { because } of plan.lines)
    for (const [question, option] of because) expect(answers[question]).toBe(option)
  expect([...plan.lines, ...plan.passedOver].map(({ action }) => action).sort()).toEqual(
    programme.actions.map(({ id }) => id).sort(),
  )
  expect(planFor(answers, [], programme)).toEqual(plan)
}

test('whatever is answered: never more than three, never over the time and money declared, always with a reason', () => {
  fc.assert(
    fc.property(someActions, someAnswers(aProgramme()), (costs, answers) => {
      const actions = costs.map(({ question, ...cost }, i) => anAction(`action-${i}`, question, cost))
      expectSoundPlan(aProgramme({ actions }), answers)
    }),
    { numRuns: 200 },
  )
})

test('the declared minutes and euros are those of the answers', () => {
  const programme = aProgramme()
  expect(budgetOf(programme, new Map())).toMatchObject({ minutesPerWeek: 15, eurosPerMonth: 0 })
})
