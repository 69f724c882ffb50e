/** What the public feeds tell: sessions that are not over yet, those called off too. */
import { sql } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'
import type { PublishedSession } from './session-feed.ts'

/** Soonest first. A session called off stays until it would have been over, so that calendars learn of it. */
export async function listPublishedSessions(db: Reader, now: Date): Promise<PublishedSession[]> {
  return ask(
    db,
    sql<PublishedSession>`
      select id, training_id, starts_at, ends_at, zone, trainer, cancelled_at, created_at, version as sequence,
        greatest(created_at, cancelled_at, (
          select max(changed_at) from session_changes change where change.training_session_id = session.id
        )) as changed_at
      from training_sessions session
      where ends_at > ${now}
      order by starts_at, id
      limit 500`,
  )
}

/** When the feeds last became others: a session came, moved, was called off or ended, or the programme changed. */
export async function findLastFeedChange(db: Reader, now: Date): Promise<Date> {
  const [row] = await ask(
    db,
    sql<{ changedAt: Date }>`
      select greatest(
        (select max(greatest(created_at, cancelled_at, case when ends_at <= ${now} then ends_at end))
          from training_sessions),
        (select max(changed_at) from session_changes),
        (select max(created_at) from releases)
      ) as changed_at`,
  )
  return row?.changedAt ?? now
}
