import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aProgrammeCopy } from '../../testing/a-programme-copy.ts'

const REAL = join(import.meta.dirname, '../../../programmes/soutenons-nos-tpe-pme')
const { edit, problems } = aProgrammeCopy(REAL)
const item = 'questions/map-listing.yaml'

test.each([
  {
    what: 'an answer inferred from a later question',
    rule: 'option: no, when: { is: [ website, no ] }',
    says: '"website" is not asked before this question',
  },
  {
    what: 'an inferred answer that the question does not have',
    rule: 'option: perhaps, when: { is: [ size, none ] }',
    says: '"map-listing" has no option "perhaps"',
  },
  {
    what: 'an inference of what is not known',
    rule: 'option: dont-know, when: { is: [ size, none ] }',
    says: 'what is not known cannot be inferred',
  },
  {
    what: 'an answer that no answers ever settle',
    rule: 'option: no, when: { all: [ { is: [ size, none ] }, { is: [ size, from-1-to-9 ] } ] }',
    says: 'no answers ever settle this',
  },
])('$what is refused, naming the file and the line', async ({ rule, says }) => {
  await edit(item, 'weight: 2', `weight: 2\ninferredWhen: [ { ${rule} } ]`)
  const found = await problems()
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(new RegExp(`^${item}:4:`))
  expect(found[0]).toContain(says)
})
