import type { Reader, Tx } from '../../core/db.ts'
import { MINUTES_TO_ABANDON, type EditionWork, type WorkEnd, type WorkStep } from './edition.ts'

const columns = ['id', 'askedAt', 'movedAt', 'step', 'endedAt', 'outcome'] as const

/** The last time that somebody asked for an edition of this family. */
export async function findLatestWork(reader: Reader, family: string): Promise<EditionWork | null> {
  const found = reader
    .selectFrom('editionWorks')
    .select(columns)
    .where('family', '=', family)
    .orderBy('askedAt', 'desc')
    .limit(1)
  return ((await found.executeTakeFirst()) as EditionWork | undefined) ?? null
}

/** Ends a work that has not moved for long: its worker is dead, and it would forbid the next one for ever. */
export async function abandonStaleWork(tx: Tx, now: Date, family: string): Promise<void> {
  await tx
    .updateTable('editionWorks')
    .set({ endedAt: now, outcome: 'abandoned' })
    .where('family', '=', family)
    .where('endedAt', 'is', null)
    .where('movedAt', '<', new Date(now.getTime() - MINUTES_TO_ABANDON * 60_000))
    .execute()
}

/** The id of a new work, or null while one is under way. */
export async function insertWork(
  tx: Tx,
  now: Date,
  { family, askedBy }: { family: string; askedBy: string },
): Promise<string | null> {
  const made = await tx
    .insertInto('editionWorks')
    .values({ family, askedBy, askedAt: now, movedAt: now })
    .onConflict((conflict) => conflict.column('family').where('endedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id ?? null
}

export async function isOpenWork(reader: Reader, id: string): Promise<boolean> {
  const open = reader
    .selectFrom('editionWorks')
    .select('id')
    .where('id', '=', id)
    .where('endedAt', 'is', null)
  return (await open.executeTakeFirst()) !== undefined
}

export async function moveWork(tx: Tx, now: Date, id: string, step: WorkStep): Promise<void> {
  await tx.updateTable('editionWorks').set({ movedAt: now, step }).where('id', '=', id).execute()
}

export async function endWork(tx: Tx, now: Date, id: string, outcome: WorkEnd): Promise<void> {
  await tx
    .updateTable('editionWorks')
    .set({ movedAt: now, endedAt: now, outcome })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()
}
