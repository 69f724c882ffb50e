import { expect, test } from 'vitest'
import { anItem, aProgramme } from '../../testing/a-programme.ts'
import { loadProgramme } from '../programmes/load-programme.ts'
import { everyQuestion } from '../programmes/programme.ts'
import type { Question } from '../programmes/question.ts'
import { askingOrder, FIRST_PICTURE } from './asking-order.ts'
import type { GivenAnswers } from './diagnostic.ts'
import { makeResult } from './result.ts'

const real = await loadProgramme('programmes/soutenons-nos-tpe-pme')
const ids = (programme = real) => askingOrder(programme).map(({ id }) => id)
const best = (questions: readonly Question[]): GivenAnswers =>
  Object.fromEntries(
    questions.map(({ id, options }) => [
      id,
      { option: options.find(({ level }) => level === 1)?.id ?? '', source: 'answered' },
    ]),
  )
const firstItems = askingOrder(real)
  .filter(({ kind }) => kind === 'item')
  .slice(0, FIRST_PICTURE)

test('every question is asked once, those about the business first', () => {
  expect(ids().toSorted()).toEqual(
    everyQuestion(real)
      .map(({ id }) => id)
      .toSorted(),
  )
  expect(ids().slice(0, real.profile.length)).toEqual(real.profile.map(({ id }) => id))
})

test('after eight answers about the tools, four of the five themes have a figure', () => {
  const shown = makeResult(real, best(firstItems)).axes.filter(({ kind }) => kind === 'score')
  expect(shown.map(({ axis }) => axis)).toEqual(['found', 'sell', 'protect', 'people'])
})

test('in the order of the authors alone, eight answers show two themes', () => {
  const shown = makeResult(real, best(real.questions.slice(0, FIRST_PICTURE))).axes.filter(
    ({ kind }) => kind === 'score',
  )
  expect(shown).toHaveLength(2)
})

test('within the first round and after it, the order of the authors holds', () => {
  const place = new Map(real.questions.map(({ id }, index) => [id, index]))
  const places = ids()
    .slice(real.profile.length)
    .map((id) => place.get(id) ?? -1)
  const [first, rest] = [places.slice(0, FIRST_PICTURE), places.slice(FIRST_PICTURE)]
  expect(first).toEqual(first.toSorted((one, other) => one - other))
  expect(rest).toEqual(rest.toSorted((one, other) => one - other))
})

test('a question is never asked before those it hangs on, however much it weighs', () => {
  const heavy = anItem('sell-3', 'sell', {
    weight: 9,
    inferredWhen: [{ option: 'no', when: { is: ['found-2', 'no'] } }],
  })
  const programme = aProgramme({ questions: [...aProgramme().questions, { ...heavy, number: 12 }] })
  const order = ids(programme)
  expect(order.indexOf('sell-3')).toBeGreaterThan(order.indexOf('found-2'))
})
