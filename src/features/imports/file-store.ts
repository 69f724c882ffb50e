import { createHash } from 'node:crypto'
import type { Reader, Tx } from '../../core/db.ts'
import type { KeptFile } from './list-run.ts'

/** Bytes: a part travels in one statement. */
const partSize = 1_000_000

export async function insertFile(
  tx: Tx,
  now: Date,
  { name, content }: { name: string; content: Buffer },
): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex')
  const { id: fileId } = await tx
    .insertInto('listFiles')
    .values({ name, bytes: content.length, hash, keptAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (let position = 0; position * partSize < content.length; position += 1) {
    const part = content.subarray(position * partSize, (position + 1) * partSize)
    await tx.insertInto('listFileParts').values({ fileId, position, content: part }).execute()
  }
  return fileId
}

export async function findFile(db: Reader, id: string): Promise<KeptFile | null> {
  const found = db.selectFrom('listFiles').select(['id', 'name', 'bytes']).where('id', '=', id)
  return (await found.executeTakeFirst()) ?? null
}

/** Its parts, one after the other. */
export async function* readParts(db: Reader, fileId: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const part = await db
      .selectFrom('listFileParts')
      .select('content')
      .where('fileId', '=', fileId)
      .where('position', '=', position)
      .executeTakeFirst()
    if (!part) return
    yield part.content
  }
}

/** Files are not kept longer than they are of use: they hold telephone numbers and addresses. */
export async function forgetFiles(tx: Tx, keptBefore: Date): Promise<void> {
  await tx.deleteFrom('listFiles').where('keptAt', '<', keptBefore).execute()
}

export async function forgetFile(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('listFiles').where('id', '=', id).execute()
}
