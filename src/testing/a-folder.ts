/** A copy of the real programme's folder, for tests that change it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'

const SLUG = 'soutenons-nos-tpe-pme'
export const realFolder = join(import.meta.dirname, '../../programmes', SLUG)

/** Call it at the top of a test file; each copy is thrown away at the end. */
export function folderCopies(): () => Promise<string> {
  let parent = ''
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'content-'))
  })
  afterAll(() => rm(parent, { recursive: true }))
  return async () => {
    const copy = join(await mkdtemp(join(parent, 'copy-')), SLUG)
    await cp(realFolder, copy, { recursive: true })
    return copy
  }
}

/** Writes one thing for another in one file of a copy, at the first place where it stands or everywhere. */
export async function edit(
  folder: string,
  file: string,
  from: string,
  to: string,
  where: 'first' | 'everywhere' = 'first',
): Promise<void> {
  const before = await readFile(join(folder, file), 'utf8')
  expect(before).toContain(from)
  const after = where === 'first' ? before.replace(from, () => to) : before.replaceAll(from, () => to)
  await writeFile(join(folder, file), after)
}
