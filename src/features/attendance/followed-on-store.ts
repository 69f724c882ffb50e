import { sql } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'
import type { TrainingId } from '../programmes/training.ts'
import { minutesOfPresence, type Way } from './attendance.ts'

type Asked = { personId: string; trainingId: TrainingId; way: Way; zone: string }

/**
 * The day on which the person followed the training in this way, as `2026-11-24`: of the first session that counts, on
 * its own calendar; of a replay the day it was last watched, in `zone`. Null when they did not follow it so.
 */
export async function findFollowedOn(
  db: Reader,
  { personId, trainingId, way, zone }: Asked,
): Promise<string | null> {
  if (way === 'watched') {
    const [watch] = await ask<{ day: string }>(
      db,
      sql`select to_char(watched_at at time zone ${zone}, 'YYYY-MM-DD') as day from replay_watches
        where person_id = ${personId} and training_id = ${trainingId}`,
    )
    return watch?.day ?? null
  }
  const [session] = await ask<{ day: string }>(
    db,
    sql`select to_char(starts_at at time zone zone, 'YYYY-MM-DD') as day
      from bookings join training_sessions session on session.id = training_session_id
      where person_id = ${personId} and training_id = ${trainingId} and bookings.cancelled_at is null
        and ${way === 'declared' ? declaredPresent : stayedLongEnough}
      order by starts_at limit 1`,
  )
  return session?.day ?? null
}

const declaredPresent = sql`exists (
  select from attendance_declarations where booking_id = bookings.id and seat = 0 and state = 'present')`
const stayedLongEnough = sql`(
  select sum(extract(epoch from to_at - from_at)) from attendance_stays where booking_id = bookings.id
) >= ${sql.lit(minutesOfPresence * 60)}`
