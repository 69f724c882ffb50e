/** A small programme for tests of rules: two items an axis, one of them hidden at first, three actions. */
import type { Action } from '../features/programmes/action.ts'
import type { Level, Option } from '../features/programmes/option.ts'
import type { Programme } from '../features/programmes/programme.ts'
import { AXIS_IDS, DONT_KNOW, type AxisId, type Question } from '../features/programmes/question.ts'
import type { Text } from '../features/programmes/text.ts'

export const say = (words: string): Text => ({ fr: words, en: words })

const levels: readonly (readonly [string, Level])[] = [
  ['yes', 1],
  ['partly', 0.5],
  ['no', 0],
  ['not-applicable', 'na'],
  [DONT_KNOW, 'unknown'],
]

/** An item with the five usual answers. */
export function anItem(id: string, axis: AxisId, more: Partial<Question> = {}): Question {
  const options = levels.map(([id, level]): Option => ({ id, level, label: say(id) }))
  return {
    id,
    kind: 'item',
    axis,
    title: say(`${id}?`),
    phone: say(id),
    options,
    weight: 1,
    seconds: 10,
    ...more,
  }
}

/** A profile question whose options are `id`, or `[id, value]`. */
export function aProfileQuestion(
  id: string,
  choices: readonly (string | readonly [string, number])[],
  more: Partial<Question> = {},
): Question {
  const options = choices.map((choice): Option => {
    const [option, value] = typeof choice === 'string' ? [choice, undefined] : choice
    return { id: option, level: 'na', label: say(option), ...(value !== undefined && { value }) }
  })
  const words = { title: say(`${id}?`), phone: say(id) }
  return { id, kind: 'profile', axis: null, ...words, options, weight: 0, seconds: 5, ...more }
}

/** An action called for by "no" to an item of its axis; free and quick unless said otherwise. */
export function anAction(id: string, question: string, more: Partial<Action> = {}): Action {
  return {
    id,
    axis: 'found',
    title: say(id),
    when: { anyOf: [question, ['no', 'partly']] },
    gain: [{ question, option: 'yes' }],
    setupMinutes: 0,
    weeklyMinutes: 10,
    eurosOnce: 0,
    eurosPerMonth: 0,
    evidence: { grade: 'C', sentence: say('evidence'), source: null },
    firstStep: say('first step'),
    freeWay: say('free way'),
    proof: say('proof'),
    trainings: [],
    goals: [],
    ...more,
  }
}

const profile = [
  aProfileQuestion('sector', ['commerce', 'hospitality'], { prefill: 'trade' }),
  aProfileQuestion('size', ['none', 'some'], { prefill: 'headcount' }),
  aProfileQuestion('minutes', [
    ['minutes-15', 15],
    ['minutes-60', 60],
  ]),
  aProfileQuestion('euros', [
    ['euros-0', 0],
    ['euros-30', 30],
  ]),
  aProfileQuestion('goal', ['be-found', 'sell', 'protect']),
]

const items = [
  ...AXIS_IDS.flatMap((axis) => [anItem(`${axis}-1`, axis, { weight: 2 }), anItem(`${axis}-2`, axis)]),
  anItem('found-more', 'found', { visibleWhen: { atLeast: ['found-1', 0.5] } }),
]

/** A whole programme, small; `more` replaces parts of it. */
export function aProgramme(more: Partial<Programme> = {}): Programme {
  return {
    slug: 'a-programme',
    version: '1.0.0',
    hash: 'a-programme-1',
    name: 'A programme',
    organisation: 'An organisation',
    languages: ['fr', 'en'],
    goal: { businesses: 100, weeks: 10, startsOn: '2026-11-16' },
    brand: { deep: 'oklch(36% 0.07 160)', bright: 'oklch(50% 0.19 27)', light: 'oklch(88% 0.13 88)' },
    contact: { email: 'a@example.org', privacyEmail: 'b@example.org' },
    axes: AXIS_IDS.map((id) => ({ id, title: say(id), asks: say(`${id}?`) })),
    profile,
    questions: items.map((item, i) => ({ ...item, number: i + 1 })),
    actions: [
      anAction('be-found', 'found-1', { goals: ['be-found'] }),
      anAction('sell-more', 'sell-1', { axis: 'sell', goals: ['sell'], eurosPerMonth: 10 }),
      anAction('back-up', 'protect-1', { axis: 'protect', goals: ['protect'] }),
    ],
    trainings: [],
    partners: [],
    sources: [],
    crosswalk: {
      dii: {
        version: 'v3',
        note: say('note'),
        points: [
          {
            point: 1,
            title: say('one'),
            question: 'found-1',
            fit: 'close',
            sure: ['yes'],
            possible: ['partly'],
          },
          {
            point: 2,
            title: say('two'),
            question: 'sell-1',
            fit: 'loose',
            sure: ['yes'],
            possible: [],
            requires: { atLeast: ['sell-2', 0.5] },
          },
        ],
      },
      dma: {
        note: say('note'),
        covered: [
          { row: 'Q3.2', title: say('website'), fit: 'close', questions: ['found-1', 'found-2'] },
          { row: 'Q8.5', title: say('backup'), fit: 'close', questions: ['protect-1'] },
        ],
        notCovered: [{ row: 'Q3.7', title: say('other') }],
      },
    },
    ...more,
  }
}
