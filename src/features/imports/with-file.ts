/** A kept file on the disk of this machine, for as long as it is read. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reader } from '../../core/db.ts'
import { readParts } from './file-store.ts'

export async function withFile<T>(
  db: Reader,
  fileId: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pignon-list-'))
  try {
    const path = join(folder, 'list')
    await writeFile(path, readParts(db, fileId))
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
