import type { Reader, Tx } from '../../core/db.ts'
import type { Programme } from './programme.ts'

/** Keeps this content for ever under its hash, so that a diagnostic can always be read as it was asked. */
export async function keepRelease(tx: Tx, now: Date, programme: Programme): Promise<void> {
  await tx
    .insertInto('releases')
    .values({
      id: programme.hash,
      programme: programme.slug,
      version: programme.version,
      content: JSON.stringify(programme),
      createdAt: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** The content with this hash, as it was when it was first started; null when this database never saw it. */
export async function findRelease(db: Reader, id: string): Promise<Programme | null> {
  const row = await db.selectFrom('releases').select('content').where('id', '=', id).executeTakeFirst()
  return (row?.content as Programme | undefined) ?? null
}
