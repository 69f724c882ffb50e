import { expect, test } from 'vitest'
import { realFolder } from '../../testing/a-folder.ts'
import { aProgrammeCopy } from '../../testing/a-programme-copy.ts'

const { edit, problems } = aProgrammeCopy(realFolder)
const action = 'actions/claim-map-listing.yaml'

test('a slip of the pen is answered with the word that was meant', async () => {
  await edit(action, 'is: [ map-listing, no ]', 'is: [ map-lisitng, no ]')
  const told = await problems()
  expect(told.some((line) => line.startsWith(action) && line.includes('did you mean "map-listing"?'))).toBe(
    true,
  )
})

test('an action called for by the answer to a question that is hidden is refused', async () => {
  const hidden = 'prerequisite: { all: [ { is: [ online-share, none ] }, { is: [ consumer-share, none ] } ] }'
  await edit(action, 'gain:', `${hidden}\ngain:`)
  expect((await problems()).join()).toContain('no answers ever lead to this action')
})
