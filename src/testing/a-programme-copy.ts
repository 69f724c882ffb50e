/** A copy of a programme's folder for each test, to spoil and to load again. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { ContentError } from '../core/content.ts'
import { loadProgramme } from '../features/programmes/load-programme.ts'

type ProgrammeCopy = {
  folder: () => string
  /** Replaces words in a file of the copy. */
  edit: (file: string, from: string, to: string) => Promise<void>
  /** What loading the copy complains of, a line each; fails when it complains of nothing. */
  problems: () => Promise<string[]>
}

/** Called once at the top of a test file. */
export function aProgrammeCopy(original: string): ProgrammeCopy {
  let parent = ''
  const folder = () => join(parent, basename(original))
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'programme-'))
    await cp(original, folder(), { recursive: true })
  })
  afterEach(() => rm(parent, { recursive: true }))
  return { folder, edit: (file, from, to) => replaceIn(join(folder(), file), from, to), problems }

  async function problems(): Promise<string[]> {
    const error: unknown = await loadProgramme(folder()).catch((reason: unknown) => reason)
    if (error instanceof ContentError) return error.message.split('\n')
    throw new Error(`expected a ContentError, not ${String(error)}`)
  }
}

async function replaceIn(path: string, from: string, to: string): Promise<void> {
  const before = await readFile(path, 'utf8')
  expect(before).toContain(from)
  await writeFile(
    path,
    before.replace(from, () => to),
  )
}
