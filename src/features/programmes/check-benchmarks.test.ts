import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aProgrammeCopy } from '../../testing/a-programme-copy.ts'

const REAL = join(import.meta.dirname, '../../../programmes/soutenons-nos-tpe-pme')
const { edit, problems } = aProgrammeCopy(REAL)

test.each([
  {
    what: 'a published figure beside no item',
    from: 'item: reviews',
    to: 'item: sector',
    says: 'there is no item "sector"',
  },
  {
    what: 'a published figure of nobody knows whom',
    from: 'population: cci-visits',
    to: 'population: everybody',
    says: 'there is no population "everybody"',
  },
  {
    what: 'a published figure without its source',
    from: 'source: insee-2022',
    to: 'source: hearsay',
    says: 'there is no source "hearsay"',
  },
  {
    what: 'a share above one hundred per cent',
    from: 'share: 14',
    to: 'share: 140',
    says: 'expected number to be <=100',
  },
])('$what is refused, naming the file and the line', async ({ from, to, says }) => {
  await edit('benchmarks.yaml', from, to)
  const found = await problems()
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/^benchmarks\.yaml:\d+:/)
  expect(found[0]).toContain(says)
})
