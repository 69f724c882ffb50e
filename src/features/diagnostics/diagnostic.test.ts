import { expect, test } from 'vitest'
import { aProgramme } from '../../testing/a-programme.ts'
import {
  certainNextPage,
  firstUnanswered,
  nextPage,
  pagesOf,
  previousPage,
  progressAt,
  standingAnswers,
  type GivenAnswers,
} from './diagnostic.ts'

const programme = aProgramme()
const given = (answers: Record<string, string>, prefilled: Record<string, string> = {}): GivenAnswers => ({
  ...Object.fromEntries(
    Object.entries(prefilled).map(([id, option]) => [id, { option, source: 'prefilled' }]),
  ),
  ...Object.fromEntries(Object.entries(answers).map(([id, option]) => [id, { option, source: 'answered' }])),
})
const ids = (answers: GivenAnswers) => pagesOf(programme, answers).map(({ id }) => id)

test('profile questions come first, then the items in their order', () => {
  expect(ids({}).slice(0, 6)).toEqual(['sector', 'size', 'minutes', 'euros', 'goal', 'found-1'])
})

test('what the register already said is not asked', () => {
  const known = given({}, { sector: 'commerce', size: 'none' })
  expect(ids(known)[0]).toBe('minutes')
  expect(firstUnanswered(programme, known)?.id).toBe('minutes')
})

test('a prefilled answer that was changed is a page like the others', () => {
  expect(ids(given({ sector: 'hospitality' }, { sector: 'commerce' }))[0]).toBe('sector')
})

test('a question that an answer makes pointless is skipped, and asked again when that answer changes', () => {
  expect(ids(given({ 'found-1': 'no' }))).not.toContain('found-more')
  expect(ids(given({ 'found-1': 'partly' }))).toContain('found-more')
})

test('a question whose condition is not known yet is asked', () => {
  expect(ids(given({ 'found-1': 'dont-know' }))).toContain('found-more')
})

test('the answer to a question since hidden counts no more, and comes back with its question', () => {
  const before = given({ 'found-1': 'yes', 'found-more': 'yes' })
  const hidden = { ...before, ...given({ 'found-1': 'no' }) }
  expect(standingAnswers(programme, before).has('found-more')).toBe(true)
  expect(standingAnswers(programme, hidden).has('found-more')).toBe(false)
})

test('an answer whose option no longer exists is no answer', () => {
  expect(standingAnswers(programme, given({ 'found-1': 'gone' })).size).toBe(0)
})

test('next and previous follow the list, also from a page that is not in it', () => {
  const known = given({}, { sector: 'commerce', size: 'none' })
  expect(nextPage(programme, known, 'sector')?.id).toBe('minutes')
  expect(previousPage(programme, known, 'minutes')).toBeNull()
  expect(previousPage(programme, {}, 'size')?.id).toBe('sector')
  expect(nextPage(programme, {}, ids({}).at(-1) ?? '')).toBeNull()
})

test('the next page is known without looking, but where an answer may hide it or the register may know it', () => {
  expect(certainNextPage(programme, 'minutes')?.id).toBe('euros')
  expect(certainNextPage(programme, 'sector')).toBeNull()
  expect(certainNextPage(programme, 'people-2')).toBeNull()
  expect(certainNextPage(programme, 'found-more')).toBeNull()
  const certain = pagesOf(programme, {}).filter(({ id }) => certainNextPage(programme, id))
  expect(certain.map(({ id }) => certainNextPage(programme, id))).toEqual(
    certain.map(({ id }) => nextPage(programme, {}, id)),
  )
})

test('from any page, going on and on reaches the end and never the same page twice', () => {
  const seen: string[] = []
  for (let page = pagesOf(programme, {})[0] ?? null; page; page = nextPage(programme, {}, page.id)) {
    expect(seen).not.toContain(page.id)
    seen.push(page.id)
  }
  expect(seen).toEqual(ids({}))
})

test('who comes back goes on at the first question without an answer, also one that was skipped', () => {
  expect(firstUnanswered(programme, given({ sector: 'commerce', minutes: 'minutes-15' }))?.id).toBe('size')
  const all = given(
    Object.fromEntries(ids(given({ 'found-1': 'no' })).map((id) => [id, id === 'found-1' ? 'no' : '?'])),
  )
  expect(firstUnanswered(programme, all)?.id).toBe('sector')
})

test('progress says which page of how many, and the minutes of what is still to answer', () => {
  const total = ids({}).length
  expect(progressAt(programme, {}, 'sector')).toEqual({ number: 1, total, minutesLeft: 3 })
  const done = given(Object.fromEntries(ids({}).map((id) => [id, 'no'])))
  expect(progressAt(programme, done, 'size')?.minutesLeft).toBe(1)
  expect(progressAt(programme, given({}, { sector: 'commerce' }), 'sector')).toBeNull()
})
