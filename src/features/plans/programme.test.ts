/** The plans that the real programme makes, whatever a shop answers. */
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { visibleQuestions, type GivenAnswers } from '../diagnostics/diagnostic.ts'
import { makeResult, type Result } from '../diagnostics/result.ts'
import { saidReasons } from '../diagnostics/said-reasons.ts'
import { loadProgramme } from '../programmes/load-programme.ts'
import { everyQuestion, findAction, type Programme } from '../programmes/programme.ts'
import { costOf, free, overrun, plus } from './budget.ts'
import { choosePlan, MOST_ACTIONS } from './plan.ts'

let programme: Programme
beforeAll(async () => {
  programme = await loadProgramme('programmes/soutenons-nos-tpe-pme')
})

/** Any answers, some questions left open: chosen by number, as the programme is read at run time. */
const anyShop = fc.array(fc.nat(20), { minLength: 29, maxLength: 29 })

function shop(numbers: readonly number[]): GivenAnswers {
  const entries = everyQuestion(programme).flatMap(({ id, options }, i) => {
    const option = options[(numbers[i] ?? 0) % (options.length + 1)]
    return option ? [[id, { option: option.id, source: 'answered' as const }] as const] : []
  })
  return Object.fromEntries(entries)
}

test('whatever is answered: at most three actions, within the time and money, each with its reason', () => {
  fc.assert(
    fc.property(anyShop, (numbers) => {
      const given = shop(numbers)
      const result = makeResult(programme, given)
      const plan = choosePlan(programme, result)
      const actions = plan.lines.flatMap(({ action }) => findAction(programme, action) ?? [])
      expect(actions.length).toBe(plan.lines.length)
      expect(actions.length).toBeLessThanOrEqual(MOST_ACTIONS)
      expect(overrun(actions.map(costOf).reduce(plus, free), plan.budget)).toBeNull()
      for (const { because } of plan.lines) {
        expect(because.length).toBeGreaterThan(0)
        const reasons = saidReasons(programme, result.answers, because)
        for (const [question, option] of reasons) expect(given[question]?.option).toBe(option)
      }
      expect(plan.lines.length + plan.passedOver.length).toBe(programme.actions.length)
    }),
    { numRuns: 300 },
  )
})

function everybody(level: 0 | 1, more: Record<string, string>): GivenAnswers {
  const worst = programme.questions.flatMap(({ id, options }) =>
    options.find((option) => option.level === level)
      ? [[id, options.find((option) => option.level === level)?.id ?? '']]
      : [],
  )
  const all: Record<string, string> = { ...Object.fromEntries(worst), ...more }
  return Object.fromEntries(
    Object.entries(all).map(([id, option]) => [id, { option, source: 'answered' as const }]),
  )
}

test.each(['be-found', 'sell', 'save-time', 'protect'])(
  'an owner who starts from nothing, with a quarter of an hour and no money, gets something to do first to "%s"',
  (goal) => {
    const given = everybody(0, { minutes: 'minutes-15', euros: 'euros-0', goal })
    const plan = choosePlan(programme, makeResult(programme, given))
    expect(plan.lines.length).toBeGreaterThan(0)
    const [first] = plan.lines.flatMap(({ action }) => findAction(programme, action) ?? [])
    expect(first?.goals).toContain(goal)
  },
)

test('a shop where everything is in place has nothing to do, and is told so', () => {
  const given = everybody(1, { minutes: 'minutes-120', euros: 'euros-100', goal: 'sell' })
  const plan = choosePlan(programme, makeResult(programme, given))
  expect(plan.lines).toEqual([])
})

const ends = (result: Result) =>
  result.axes.map((axis) => (axis.kind === 'score' ? [axis.low, axis.high] : null))

test('when one answer of the questionnaire goes up, no axis that is shown falls', () => {
  fc.assert(
    fc.property(anyShop, fc.nat(21), (numbers, place) => {
      const before = shop(numbers)
      const question = programme.questions[place]
      const level = question?.options.find(({ id }) => id === before[question.id]?.option)?.level
      if (!question || typeof level !== 'number') return
      const better = question.options.find(
        (option) => typeof option.level === 'number' && option.level > level,
      )
      if (!better) return
      const after: GivenAnswers = { ...before, [question.id]: { option: better.id, source: 'answered' } }
      // A question that appears for the first time is not an answer that went up.
      if (visibleQuestions(programme, after).length !== visibleQuestions(programme, before).length) return
      const [one, other] = [makeResult(programme, before), makeResult(programme, after)]
      // Nor is one that the better answer settles no more: it is asked now, and not known until then.
      if (Object.keys(one.answers).length !== Object.keys(other.answers).length) return
      const [was, is] = [ends(one), ends(other)]
      for (const [i, score] of was.entries()) {
        expect(is[i] === null).toBe(score === null)
        expect((is[i]?.[0] ?? 0) >= (score?.[0] ?? 0) && (is[i]?.[1] ?? 0) >= (score?.[1] ?? 0)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
