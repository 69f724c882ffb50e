import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { anItem, aProgramme } from '../../testing/a-programme.ts'
import { loadProgramme } from '../programmes/load-programme.ts'
import { everyQuestion, type Programme } from '../programmes/programme.ts'
import { paperField, paperQuestions, readMark, readPaper, releaseMark, splitSheets } from './paper.ts'

let programme: Programme
beforeAll(async () => {
  programme = await loadProgramme('programmes/soutenons-nos-tpe-pme')
})

const signsOf = (number: number) =>
  paperQuestions(programme)[number - 1]?.options.map(({ sign }) => `${number}${sign}`)

test('a question keeps the number it has online, an answer has a letter, and not knowing has "?"', () => {
  expect(signsOf(3)).toEqual(['3a', '3b', '3c'])
  expect(signsOf(8)).toEqual(['8a', '8b', '8c', '8?'])
  expect(signsOf(14)).toEqual(['14a', '14b', '14c', '14d', '14?'])
})

test('a question that some ticks make needless names them', () => {
  const skipped = paperQuestions(programme).filter(({ skippedBy }) => skippedBy.length > 0)
  expect(skipped.map(({ question, skippedBy }) => [question.id, skippedBy])).toEqual([
    ['consumer-share', ['16a', '16f']],
  ])
})

describe('what is typed', () => {
  const read = (sign: string) => readPaper(programme, { [paperField('map-listing')]: sign })

  test.each(['b', 'B', ' b ', '8b', '8 b', '8B'])('"%s" is the second answer of question 8', (sign) => {
    expect(read(sign)).toEqual({ answers: { 'map-listing': 'partly' }, wrong: [] })
  })

  test.each(['?', ',', '8?'])('"%s" is "I don’t know"', (sign) => {
    expect(read(sign).answers).toEqual({ 'map-listing': 'dont-know' })
  })

  test.each(['', '  '])('an empty box is no answer, and no mistake', (sign) => {
    expect(read(sign)).toEqual({ answers: {}, wrong: [] })
  })

  test.each(['d', 'bb', '8', '9b', '88b', '1', 'é', '_proto_'])(
    '"%s" is a mistake, not an answer',
    (sign) => {
      const { answers, wrong } = read(sign)
      expect([answers, wrong.map(({ number }) => number)]).toEqual([{}, [8]])
    },
  )
})

test('whatever is ticked on paper is read back as it was ticked', () => {
  const signs = paperQuestions(programme).map((asked) =>
    fc.option(fc.constantFrom(...asked.options), { nil: null }).map((ticked) => ({ asked, ticked })),
  )
  fc.assert(
    fc.property(fc.tuple(...signs), (sheet) => {
      const ticks = sheet.flatMap(({ asked, ticked }) => (ticked ? [{ asked, ticked }] : []))
      const typed = ticks.map(({ asked, ticked }) => [paperField(asked.question.id), ticked.sign])
      const ticked = ticks.map(({ asked, ticked }) => [asked.question.id, ticked.option.id])
      expect(readPaper(programme, Object.fromEntries(typed))).toEqual({
        answers: Object.fromEntries(ticked),
        wrong: [],
      })
    }),
  )
})

test('the mark of a release is read however it is copied', () => {
  expect(releaseMark({ hash: '3f9a2c1b77aa' })).toBe('3F9A2C1B')
  expect(['3f9a2c1b', '3F9A 2C1B', '3f9a-2c1b'].map(readMark)).toEqual(Array(3).fill('3f9a2c1b'))
  expect(readMark('3O9A 2Cl8')).toBe('309a2c18')
  expect(['', '3f9a', '3f9a2c1bb', '3f9a2c1z'].map(readMark)).toEqual(Array(4).fill(null))
})

test('two sheets hold every question in its order, both of them some', () => {
  for (const language of ['fr', 'en'] as const) {
    const [first, second] = splitSheets(paperQuestions(programme), language)
    expect([...first, ...second].map(({ question }) => question.id)).toEqual(
      everyQuestion(programme).map(({ id }) => id),
    )
    expect(Math.min(first.length, second.length)).toBeGreaterThan(8)
  }
})

test('a question that hangs on more than one tick has no note: the result leaves it out by itself', () => {
  const hidden = anItem('more', 'found', { visibleWhen: { atLeast: ['found-1', 0.5] } })
  const [asked] = paperQuestions(aProgramme({ profile: [], questions: [hidden] }))
  expect(asked?.skippedBy).toEqual([])
})
