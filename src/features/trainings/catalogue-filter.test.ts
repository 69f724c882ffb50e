import { assert, constantFrom, property, record } from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { loadProgramme } from '../programmes/load-programme.ts'
import type { Programme } from '../programmes/programme.ts'
import {
  chooseTrainings,
  countWith,
  filterOf,
  isFiltered,
  lengthsOf,
  minutesInAll,
  needsOf,
  noFilter,
} from './catalogue-filter.ts'
import { catalogueQuery } from './catalogue-query.ts'

let programme: Programme
beforeAll(async () => {
  programme = await loadProgramme('programmes/soutenons-nos-tpe-pme')
})

const stock = (dated: readonly string[] = []) => ({ programme, dated: new Set(dated) })
const read = (query: unknown) => filterOf(programme, catalogueQuery.parse(query))

test('who asks for nothing gets the twenty-five', () => {
  expect(chooseTrainings(stock(), read({}))).toHaveLength(25)
  expect(isFiltered(read({}))).toBe(false)
})

test('a training serves what the actions it helps with are for; "something else" names none', () => {
  expect(needsOf(programme).map(({ id }) => id)).toEqual(['be-found', 'sell', 'save-time', 'protect'])
  const forSafety = chooseTrainings(stock(), { ...noFilter, need: 'protect' }).map(({ id }) => id)
  expect(forSafety).toContain('P24')
  expect(forSafety).not.toContain('S18')
})

test('the time asked for counts what is prepared before; steps that part nothing are not offered', () => {
  expect(lengthsOf(programme)).toEqual([45, 60])
  for (const minutes of lengthsOf(programme)) {
    const found = chooseTrainings(stock(), { ...noFilter, minutes })
    expect(found.length).toBeGreaterThan(0)
    for (const training of found) expect(minutesInAll(training)).toBeLessThanOrEqual(minutes)
  }
})

test('with a date means a training that has a seat soon', () => {
  expect(chooseTrainings(stock(['F01', 'S15']), { ...noFilter, hasDate: true }).map(({ id }) => id)).toEqual([
    'F01',
    'S15',
  ])
  expect(chooseTrainings(stock(), { ...noFilter, hasDate: true })).toEqual([])
})

test.each([
  ['an unknown theme', { theme: 'toys' }],
  ['a name that every object has', { theme: '__proto__', besoin: 'constructor' }],
  ['an endless one', { theme: 'x'.repeat(100_000), duree: '9'.repeat(100_000) }],
  ['a time that is no step', { duree: '45; drop table trainings' }],
  ['something that is no text', { theme: { id: 'sell' }, besoin: 7, date: [['oui']] }],
  ['a choice that says nothing', { theme: '', besoin: 'other', duree: '', date: 'non' }],
])('%s asks for nothing', (_, query) => {
  expect(read(query)).toEqual(noFilter)
})

test('of a choice sent twice the last counts', () => {
  expect(read({ theme: ['toys', 'sell'] }).theme).toBe('sell')
  expect(read({ theme: ['sell', 'toys'] }).theme).toBeNull()
})

test('whatever is chosen, the number beside a choice is what one finds after it', () => {
  const choice = record({
    theme: constantFrom('', 'found', 'sell', 'manage', 'protect', 'people'),
    besoin: constantFrom('', 'be-found', 'sell', 'save-time', 'protect'),
    duree: constantFrom('', '30', '45', '60', '90'),
    date: constantFrom('', 'oui'),
  })
  assert(
    property(choice, choice, (first, then) => {
      const town = stock(['F01', 'F02', 'S15', 'M20'])
      const [filter, change] = [read(first), read({ ...first, theme: then.theme })]
      expect(countWith(town, filter, { theme: change.theme })).toBe(chooseTrainings(town, change).length)
      expect(chooseTrainings(town, filter).length).toBeLessThanOrEqual(
        countWith(town, filter, { theme: null }),
      )
    }),
  )
})
