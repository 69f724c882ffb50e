/** SQL about who went to a room, and how long its page was open. */
import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import { longestSilence, type Stay } from './stay.ts'

/** True the first time. */
export async function insertJoin(tx: Tx, now: Date, bookingId: string): Promise<boolean> {
  const row = await tx
    .insertInto('attendanceJoins')
    .values({ bookingId, joinedAt: now })
    .onConflict((conflict) => conflict.column('bookingId').doNothing())
    .returning('bookingId')
    .executeTakeFirst()
  return row !== undefined
}

export async function hasJoined(db: Reader, bookingId: string): Promise<boolean> {
  const query = db.selectFrom('attendanceJoins').select('bookingId').where('bookingId', '=', bookingId)
  return (await query.executeTakeFirst()) !== undefined
}

/** Held until the transaction ends: the tabs of one person speak one after the other. */
export async function lockJoin(tx: Tx, bookingId: string): Promise<{ lastSeenAt: Date | null } | null> {
  const query = tx.selectFrom('attendanceJoins').select('lastSeenAt').where('bookingId', '=', bookingId)
  return (await query.forUpdate().executeTakeFirst()) ?? null
}

export async function markSeen(tx: Tx, now: Date, bookingId: string): Promise<void> {
  await tx
    .updateTable('attendanceJoins')
    .set({ lastSeenAt: now })
    .where('bookingId', '=', bookingId)
    .execute()
}

/** Makes the stay that reaches `from` longer, or begins another. */
export async function keepStay(tx: Tx, bookingId: string, { from, to }: Stay): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('attendanceStays')
    .set({ toAt: sql`greatest(to_at, ${to}::timestamptz)` })
    .where('bookingId', '=', bookingId)
    .where('fromAt', '<=', from)
    .where('toAt', '>=', from)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await tx
    .insertInto('attendanceStays')
    .values({ bookingId, fromAt: from, toAt: to })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** How many people have the page of this room open. */
export async function countPresent(db: Reader, now: Date, trainingSessionId: string): Promise<number> {
  const [row] = await ask(
    db,
    sql<{ count: number }>`
      select count(*)::int as count from attendance_joins join bookings on bookings.id = booking_id
      where training_session_id = ${trainingSessionId} and cancelled_at is null
        and last_seen_at > ${new Date(now.getTime() - longestSilence)}`,
  )
  return row?.count ?? 0
}
