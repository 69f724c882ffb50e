/** Figures of sessions that have begun; trainers count their own. */
import { sql } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { minutesOfPresence } from './attendance.ts'
import type { SessionFigures, TrainingFigures } from './figure.ts'

/** Sessions that began from one instant on and before another, and were not called off. */
export type Period = { from: Date; until: Date }

/** The newest first. */
export function listSessionFigures(
  db: Reader,
  viewer: Actor,
  period: Period,
  limit: number,
): Promise<SessionFigures[]> {
  return ask(
    db,
    sql`select * from (${counted(viewer, period)}) counted order by starts_at desc, id limit ${limit}`,
  )
}

/** By training, in the order of the catalogue. */
export function listTrainingFigures(db: Reader, viewer: Actor, period: Period): Promise<TrainingFigures[]> {
  return ask(
    db,
    sql`
      select training_id, count(*)::int4 as sessions, sum(capacity)::int4 as capacity, sum(taken)::int4 as taken,
        sum(joined)::int4 as joined, sum(stayed)::int4 as stayed,
        sum(present)::int4 as present, sum(absent)::int4 as absent, sum(excused)::int4 as excused
      from (${counted(viewer, period)}) counted group by training_id order by training_id`,
  )
}

/** One line a session. Each fact is counted by itself before it is joined, or one would multiply the others. */
function counted({ role, personId }: Actor, { from, until }: Period) {
  const own = role === 'trainer' ? sql`and s.trainer_person_id = ${personId}` : sql``
  return sql`
    select s.id, s.training_id, s.starts_at, s.zone, s.trainer, 1 as sessions, s.capacity, s.seats_taken as taken,
      facts.*
    from training_sessions s, lateral (
      select count(j.booking_id)::int4 as joined,
        (count(*) filter (where stays.minutes >= ${minutesOfPresence}))::int4 as stayed,
        coalesce(sum(said.present), 0)::int4 as present,
        coalesce(sum(said.absent), 0)::int4 as absent,
        coalesce(sum(said.excused), 0)::int4 as excused
      from bookings b
      left join attendance_joins j on j.booking_id = b.id
      left join lateral (
        select sum(extract(epoch from to_at - from_at)) / 60 as minutes
        from attendance_stays where booking_id = b.id) stays on true
      left join lateral (
        select count(*) filter (where state = 'present') as present,
          count(*) filter (where state = 'absent') as absent,
          count(*) filter (where state = 'excused') as excused
        from attendance_declarations where booking_id = b.id) said on true
      where b.training_session_id = s.id and b.cancelled_at is null) facts
    where s.cancelled_at is null and s.starts_at >= ${from} and s.starts_at < ${until} ${own}`
}
