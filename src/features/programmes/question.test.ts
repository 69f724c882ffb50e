import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadProgramme } from './load-programme.ts'
import { findQuestion } from './programme.ts'
import { suggestedOption } from './question.ts'

const programme = await loadProgramme(join(import.meta.dirname, '../../../programmes/soutenons-nos-tpe-pme'))

function asked(id: string) {
  const question = findQuestion(programme, id)
  if (!question) throw new Error(`no question ${id}`)
  return question
}

test.each([
  ['47.72A', 'commerce'],
  ['1071C', 'commerce'],
  ['10.71A', 'industry'],
  ['56.10C', 'hospitality'],
  ['96.02A', 'personal-services'],
  ['43.22A', 'construction'],
  ['79.11Z', 'specialised-services'],
  ['01.13Z', 'agriculture'],
])('the trade code %s suggests the sector %s', (code, sector) => {
  expect(suggestedOption(asked('sector'), code)?.id).toBe(sector)
})

test('every trade code of the country suggests a sector', () => {
  const codes: { id: string }[] = createRequire(import.meta.url)('@socialgouv/codes-naf')
  expect(codes.length).toBeGreaterThan(700)
  expect(codes.filter(({ id }) => !suggestedOption(asked('sector'), id))).toEqual([])
})

test.each([
  ['NN', 'none'],
  ['00', 'none'],
  ['01', 'from-1-to-9'],
  ['12', 'from-10-to-49'],
  ['31', 'from-50-to-249'],
])('the headcount band %s suggests the size %s', (band, size) => {
  expect(suggestedOption(asked('size'), band)?.id).toBe(size)
})

test('a large firm, or an empty column, suggests no size', () => {
  expect(suggestedOption(asked('size'), '42')).toBeNull()
  expect(suggestedOption(asked('size'), '')).toBeNull()
})
