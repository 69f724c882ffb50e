import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realFolder } from '../../testing/a-folder.ts'
import { aProgrammeCopy } from '../../testing/a-programme-copy.ts'

const { folder, problems } = aProgrammeCopy(realFolder)

const renamings: [string, string, string][] = [
  ['a name still in use', 'questions:\n  - { from: website, to: map-listing }\n', '"website" is still asked'],
  ['a name nobody knows', 'questions:\n  - { from: site, to: web-site }\n', 'did you mean "website"?'],
  ['a circle', 'questions:\n  - { from: a, to: b }\n  - { from: b, to: a }\n', 'there is no question "b"'],
  ['an option still offered', 'options:\n  - { question: website, from: no, to: yes }\n', 'still offered'],
  ['an option nobody offers', 'options:\n  - { question: website, from: a, to: b }\n', 'has no option "b"'],
  ['something that did not go', 'retired:\n  - { question: website, why: dull }\n', 'this is still there'],
]

test.each(renamings)('renaming to %s is refused', async (_what, words, says) => {
  await writeFile(join(folder(), 'renames.yaml'), words)
  expect((await problems()).filter((line) => line.includes(says))[0]).toMatch(/^renames\.yaml:[23]:/)
})
