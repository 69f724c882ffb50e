/** All SQL about who followed what. */
import { sql } from 'kysely'
import type { Reader } from '../../core/db.ts'
import type { TrainingId } from '../programmes/training.ts'
import type { Followed } from './attendance.ts'

/** The facts about a person and a training, whatever the session. A booking that was cancelled counts no more. */
export async function findFollowed(
  db: Reader,
  { personId, trainingId }: { personId: string; trainingId: TrainingId },
): Promise<Followed> {
  const bookings = await db
    .selectFrom('bookings')
    .innerJoin('trainingSessions', 'trainingSessions.id', 'trainingSessionId')
    .select((eb) => [
      eb
        .selectFrom('attendanceDeclarations')
        .select('state')
        .whereRef('bookingId', '=', 'bookings.id')
        .where('seat', '=', 0)
        .as('declared'),
      eb
        .selectFrom('attendanceStays')
        .select(sql<number>`coalesce(sum(extract(epoch from to_at - from_at)), 0)::float8`.as('seconds'))
        .whereRef('bookingId', '=', 'bookings.id')
        .as('seconds'),
    ])
    .where('personId', '=', personId)
    .where('trainingId', '=', trainingId)
    .where('bookings.cancelledAt', 'is', null)
    .execute()
  return {
    isDeclaredPresent: bookings.some(({ declared }) => declared === 'present'),
    minutes: Math.floor(Math.max(0, ...bookings.map(({ seconds }) => seconds ?? 0)) / 60),
    watchedShare: await watchedShare(db, personId, trainingId),
  }
}

async function watchedShare(db: Reader, personId: string, trainingId: TrainingId): Promise<number> {
  const row = await db
    .selectFrom('replayWatches')
    .select(
      sql<number>`(select coalesce(sum(upper(part) - lower(part)), 0)::float8 / seconds from unnest(watched) part)`.as(
        'share',
      ),
    )
    .where('personId', '=', personId)
    .where('trainingId', '=', trainingId)
    .executeTakeFirst()
  return Math.min(1, row?.share ?? 0)
}
