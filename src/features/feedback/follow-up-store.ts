/** The mails after sessions: which are due, and which were taken in hand. */
import type { Reader, Tx } from '../../core/db.ts'
import { endedWithin, type FollowUpKey, type FollowUpKind } from './follow-up.ts'

/** Live bookings whose mail is due and that nobody has taken in hand. */
export async function listDueFollowUps(db: Reader, now: Date, kind: FollowUpKind): Promise<FollowUpKey[]> {
  const { from, until } = endedWithin(kind, now)
  const rows = await db
    .selectFrom('trainingSessions')
    .innerJoin('bookings', 'bookings.trainingSessionId', 'trainingSessions.id')
    .leftJoin('followUps', (join) =>
      join.onRef('followUps.bookingId', '=', 'bookings.id').on('followUps.kind', '=', kind),
    )
    .select('bookings.id as bookingId')
    .where('endsAt', '>', from)
    .where('endsAt', '<=', until)
    .where('trainingSessions.cancelledAt', 'is', null)
    .where('bookings.cancelledAt', 'is', null)
    .where('followUps.bookingId', 'is', null)
    .orderBy('endsAt')
    .limit(1000)
    .execute()
  return rows.map(({ bookingId }) => ({ bookingId, kind }))
}

/** True for the first who asks; the claim goes with the transaction. */
export async function claimFollowUp(tx: Tx, now: Date, key: FollowUpKey): Promise<boolean> {
  const claimed = await tx
    .insertInto('followUps')
    .values({ ...key, claimedAt: now })
    .onConflict((conflict) => conflict.columns(['bookingId', 'kind']).doNothing())
    .returning('bookingId')
    .executeTakeFirst()
  return claimed !== undefined
}

export async function markFollowUp(
  tx: Tx,
  { bookingId, kind }: FollowUpKey,
  mark: { sentAt: Date } | { droppedAt: Date },
): Promise<void> {
  await tx
    .updateTable('followUps')
    .set(mark)
    .where('bookingId', '=', bookingId)
    .where('kind', '=', kind)
    .execute()
}

/** Who ran the session noted that the holder did not come. */
export async function isDeclaredAway(db: Reader, bookingId: string): Promise<boolean> {
  const row = await db
    .selectFrom('attendanceDeclarations')
    .select('state')
    .where('bookingId', '=', bookingId)
    .where('seat', '=', 0)
    .where('state', '<>', 'present')
    .executeTakeFirst()
  return row !== undefined
}
