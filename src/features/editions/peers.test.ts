import { expect, test } from 'vitest'
import { aProgramme } from '../../testing/a-programme.ts'
import type { Score } from '../diagnostics/score.ts'
import { familyOf } from './family.ts'
import { levelOf, positionIn } from './peers.ts'
import { placeOf, standingAt } from './place.ts'

const score = (low: number, high = low): Score => ({ kind: 'score', low, high, knownShare: 1 })
const half = { of: 12, low: 30, middle: 45, high: 60 }

test.each([
  [score(61), 'above'],
  [score(60), 'above'],
  [score(59), 'within'],
  [score(30), 'below'],
  [score(30, 90), 'within'],
  [score(10, 29), 'below'],
  [score(10, 40), 'open'],
  [{ kind: 'notEnough', knownShare: 0.2 } as const, 'open'],
])('a shop at %j is %s the middle half', (own, position) => {
  expect(positionIn(own, half)).toBe(position)
})

test('where most shops stand on the same step, one that stands there is among them', () => {
  const step = { of: 12, low: 25, middle: 25, high: 50 }
  expect([0, 25, 50].map((own) => positionIn(score(own), step))).toEqual(['below', 'within', 'above'])
  const equal = { of: 12, low: 50, middle: 50, high: 50 }
  expect([25, 50, 75].map((own) => positionIn(score(own), equal))).toEqual(['below', 'within', 'above'])
  expect(positionIn(score(0), { of: 12, low: 0, middle: 50, high: 75 })).toBe('below')
  expect(positionIn(score(10, 25), step)).toBe('open')
})

test('a place ends where something is not known', () => {
  expect(placeOf({ size: 'none', sector: 'commerce', department: '35' })).toBe('none/commerce/35')
  expect(placeOf({ size: 'none', sector: null, department: '35' })).toBe('none')
  expect(placeOf({ size: null, sector: 'commerce', department: '35' })).toBe('')
  expect(['', 'none', 'none/commerce', 'none/commerce/35'].map(levelOf)).toEqual([
    'all',
    'size',
    'sector',
    'department',
  ])
  expect(standingAt('none/commerce')).toEqual({ size: 'none', sector: 'commerce', department: null })
})

test('what is asked, its words, answers and weights make the family; the rest does not', () => {
  const programme = aProgramme()
  const [first, ...others] = programme.questions
  const changed = (more: object) => familyOf({ ...programme, questions: [{ ...first!, ...more }, ...others] })
  const family = familyOf(programme)
  // As PostgreSQL gives it back, with its keys in another order.
  expect(familyOf(JSON.parse(JSON.stringify(programme, Object.keys(flat(programme)).sort())))).toBe(family)
  expect(familyOf(aProgramme({ hash: 'other', version: '1.1.0', actions: [] }))).toBe(family)
  expect(changed({ help: { fr: 'aide', en: 'help' }, seconds: 20 })).toBe(family)
  expect(changed({ title: { fr: 'autre', en: 'other' } })).not.toBe(family)
  expect(changed({ weight: 3 })).not.toBe(family)
  const rule = { option: 'no', when: { is: ['size', 'none'] } }
  expect(changed({ inferredWhen: [rule] })).not.toBe(family)
  expect(changed({ options: first!.options.slice(1) })).not.toBe(family)
})

/** Every key that stands anywhere in a value. */
function flat(value: unknown): Record<string, true> {
  if (value === null || typeof value !== 'object') return {}
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, held]) => ({ [key]: true as const, ...flat(held) })),
  ) as Record<string, true>
}
