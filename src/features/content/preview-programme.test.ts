import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { edit, folderCopies, realFolder } from '../../testing/a-folder.ts'
import { freshDatabase } from '../../testing/database.ts'
import { loadProgramme } from '../programmes/load-programme.ts'
import type { Programme } from '../programmes/programme.ts'
import { keepRelease } from '../programmes/store.ts'
import type { Preview } from './preview.ts'
import { previewProgramme } from './preview-programme.ts'

const database = freshDatabase()
const aCopy = folderCopies()
const now = new Date('2026-11-25T09:00:00Z')

let published: Programme
beforeAll(async () => {
  published = await loadProgramme(realFolder)
  await transaction(database.db, (tx) => keepRelease(tx, now, published))
})

async function previewOf(folder: string): Promise<Extract<Preview, { kind: 'reviewed' }>> {
  const preview = await previewProgramme(database.db, { folder, published, today: '2026-11-25' })
  if (preview.kind !== 'reviewed') throw new Error(JSON.stringify(preview.problems))
  return preview
}

const changedIn = ({ effects }: Pick<Extract<Preview, { kind: 'reviewed' }>, 'effects'>) =>
  effects.filter(({ differences }) => differences.length > 0).map(({ persona }) => persona.id)

test('the folder of the content in use changes nothing for any shop', async () => {
  const preview = await previewOf(realFolder)
  expect(preview.draft.hash).toBe(published.hash)
  expect(preview.findings).toEqual([])
  expect(preview.effects).toHaveLength(11)
  expect(changedIn(preview)).toEqual([])
})

test('a change is told by what it does to shops, against what is in use', async () => {
  const copy = await aCopy()
  await edit(copy, 'questions/backup.yaml', 'weight: 1', 'weight: 3')
  const { effects } = await previewOf(copy)
  const hairdresser = effects.find(({ persona }) => persona.id === 'hairdresser')
  expect(hairdresser?.before.axes.protect).toEqual([25, 75])
  expect(hairdresser?.after.axes.protect).toBeNull()
  expect(hairdresser?.differences).toContainEqual({
    kind: 'score',
    persona: 'hairdresser',
    axis: 'protect',
    before: [25, 75],
    after: null,
  })
})

test('a folder that a site would not start with is told by file and line', async () => {
  const copy = await aCopy()
  await edit(copy, 'actions/one-page-site.yaml', 'grade: ', 'grade: Z')
  const preview = await previewProgramme(database.db, { folder: copy, published, today: '2026-11-25' })
  expect(preview).toMatchObject({
    kind: 'refused',
    problems: [{ file: 'actions/one-page-site.yaml', line: expect.any(Number) }],
  })
})

test('an answer under a new name changes nobody', async () => {
  const copy = await aCopy()
  await edit(copy, 'questions/reviews.yaml', 'id: partly', 'id: sometimes')
  await edit(copy, 'personas.yaml', 'reviews: partly', 'reviews: sometimes', 'everywhere')
  const renames = 'options:\n  - { question: reviews, from: partly, to: sometimes }\n'
  await writeFile(join(copy, 'renames.yaml'), renames)
  const preview = await previewOf(copy)
  expect(changedIn(preview)).toEqual([])
  expect(preview.findings.map(({ complaint }) => complaint.kind)).toEqual(['unlisted-ids'])
})

test('an answer that this site once offered is not forgotten, even when no list of the folder names it', async () => {
  const [first, ...others] = published.profile
  const older = {
    ...published,
    hash: 'older',
    version: '0.9.0',
    profile: first
      ? [{ ...first, options: [...first.options, { ...first.options[0]!, id: 'minitel' }] }, ...others]
      : [],
  }
  await transaction(database.db, (tx) => keepRelease(tx, now, older))
  const { findings } = await previewOf(realFolder)
  expect(findings.map(({ complaint }) => complaint)).toEqual([
    { kind: 'lost-id', version: '0.9.0', question: 'sector', option: 'minitel' },
  ])
})
