/** All SQL about who watched which seconds of a replay. */
import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { TrainingId } from '../programmes/training.ts'
import type { Part } from './played.ts'
import type { Watch } from './watch.ts'

export type Whose = { personId: string; trainingId: TrainingId }

/** Where a person left a replay, and how many of its seconds they have seen; null: none. */
export async function findWatch(
  db: Reader,
  { personId, trainingId }: Whose,
): Promise<{ resumeAt: number; watchedSeconds: number } | null> {
  const row = await db
    .selectFrom('replayWatches')
    .select(['resumeAt', secondsOf.as('watchedSeconds')])
    .where('personId', '=', personId)
    .where('trainingId', '=', trainingId)
    .executeTakeFirst()
  return row ?? null
}

const secondsOf = sql<number>`(
  select coalesce(sum(upper(part) - lower(part)), 0)::int4 from unnest(replay_watches.watched) part)`

/**
 * Holds the row of the person and the replay, made if it was not there, until the transaction ends. A replay that
 * became shorter loses what lay beyond its end.
 */
export async function lockWatch(
  tx: Tx,
  now: Date,
  { personId, trainingId, seconds }: Whose & { seconds: number },
): Promise<Watch> {
  return tx
    .insertInto('replayWatches')
    .values({ personId, trainingId, seconds, firstWatchedAt: now, watchedAt: now })
    .onConflict((conflict) =>
      conflict.columns(['personId', 'trainingId']).doUpdateSet({
        seconds,
        watched: sql`replay_watches.watched * int4multirange(int4range(0, excluded.seconds))`,
      }),
    )
    .returning(['firstWatchedAt', secondsOf.as('watchedSeconds')])
    .executeTakeFirstOrThrow()
}

/** Of these parts, what the person has not watched yet: in order, apart from each other. */
export async function listUnwatched(tx: Tx, whose: Whose, parts: readonly Part[]): Promise<Part[]> {
  const rows = await ask<{ from: number; until: number }>(
    tx,
    sql`
      select lower(part) as "from", upper(part) as until
      from replay_watches, unnest(${written(parts)} - watched) part
      where person_id = ${whose.personId} and training_id = ${whose.trainingId}
      order by 1`,
  )
  return rows.map(({ from, until }) => [from, until])
}

export type Grown = Whose & { parts: readonly Part[]; resumeAt: number }

/** Adds parts to what was watched: PostgreSQL joins those that touch or overlap. */
export async function growWatch(
  tx: Tx,
  now: Date,
  { personId, trainingId, parts, resumeAt }: Grown,
): Promise<void> {
  await tx
    .updateTable('replayWatches')
    .set({ watched: sql`watched + ${written(parts)}`, resumeAt, watchedAt: now })
    .where('personId', '=', personId)
    .where('trainingId', '=', trainingId)
    .execute()
}

function written(parts: readonly Part[]) {
  const ranges = parts.map(([from, until]) => `[${from},${until})`).join(',')
  return sql`${`{${ranges}}`}::int4multirange`
}
