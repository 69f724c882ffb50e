/** The secret address of a person's own calendar. */
import type { Reader, Tx } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'

/** Null for who never asked for one. */
export async function findFeedToken(db: Reader, personId: string): Promise<string | null> {
  const query = db.selectFrom('calendarFeeds').select('token').where('personId', '=', personId)
  return (await query.executeTakeFirst())?.token ?? null
}

/** Whose calendar it is; null for an address that was renewed since, or never was one. */
export async function findFeedHolder(
  db: Reader,
  token: string,
): Promise<{ personId: string; language: Language } | null> {
  const row = await db
    .selectFrom('calendarFeeds')
    .innerJoin('people', 'people.id', 'calendarFeeds.personId')
    .select(['personId', 'language'])
    .where('token', '=', token)
    .executeTakeFirst()
  return row ? { personId: row.personId, language: row.language as Language } : null
}

/** In the place of the one before. */
export async function keepFeedToken(
  tx: Tx,
  now: Date,
  { personId, token }: { personId: string; token: string },
): Promise<void> {
  const told = { token, renewedAt: now }
  await tx
    .insertInto('calendarFeeds')
    .values({ personId, ...told })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(told))
    .execute()
}
