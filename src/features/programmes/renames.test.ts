import { expect, test } from 'vitest'
import { isRetired, optionNow, questionNow, type Renames, underNewNames } from './renames.ts'

const renames: Renames = {
  questions: [
    { from: 'web', to: 'site' },
    { from: 'site', to: 'website' },
    { from: 'page', to: 'website' },
  ],
  options: [
    { question: 'website', from: 'half', to: 'partly' },
    { question: 'website', from: 'so-so', to: 'half' },
  ],
  retired: [
    { question: 'fax', why: 'nobody has one' },
    { question: 'website', option: 'soon', why: 'a wish is no answer' },
  ],
}

test('an answer of any past version is read under the names of today, whatever the number of renamings', () => {
  expect(questionNow(renames, 'web')).toBe('website')
  expect(optionNow(renames, 'website', 'so-so')).toBe('partly')
  expect(underNewNames(renames, { web: { option: 'so-so' }, size: { option: 'none' } })).toEqual({
    website: { option: 'partly' },
    size: { option: 'none' },
  })
})

test('of two questions that became one, the answer to the newer name stays, whatever the order', () => {
  const both = { page: { option: 'no' }, website: { option: 'yes' } }
  expect(underNewNames(renames, both)).toEqual({ website: { option: 'yes' } })
  expect(underNewNames(renames, { website: { option: 'yes' }, page: { option: 'no' } })).toEqual({
    website: { option: 'yes' },
  })
})

test('what went on purpose is known to be gone', () => {
  expect(isRetired(renames, 'fax')).toBe(true)
  expect(isRetired(renames, 'fax', 'yes')).toBe(true)
  expect(isRetired(renames, 'website', 'soon')).toBe(true)
  expect(isRetired(renames, 'website')).toBe(false)
})
