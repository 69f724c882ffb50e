import type { Reader, Tx } from '../../core/db.ts'
import type { ReminderKind } from './booking.ts'

export type ReminderKey = { bookingId: string; kind: ReminderKind }

/** Reminders due by `limit` that nobody has taken in hand, oldest first. */
export async function listWaitingReminders(db: Reader, limit: Date): Promise<ReminderKey[]> {
  return (await waiting(db, limit).execute()) as ReminderKey[]
}

/** The same for one session and kind. */
export async function listWaitingRemindersOf(
  db: Reader,
  limit: Date,
  { trainingSessionId, kind }: { trainingSessionId: string; kind: ReminderKind },
): Promise<ReminderKey[]> {
  const rows = await waiting(db, limit)
    .innerJoin('bookings', 'bookings.id', 'reminders.bookingId')
    .where('trainingSessionId', '=', trainingSessionId)
    .where('kind', '=', kind)
    .execute()
  return rows as ReminderKey[]
}

function waiting(db: Reader, limit: Date) {
  return db
    .selectFrom('reminders')
    .select(['reminders.bookingId', 'reminders.kind'])
    .where('reminders.claimedAt', 'is', null)
    .where('reminders.droppedAt', 'is', null)
    .where('reminders.dueAt', '<=', limit)
    .orderBy('reminders.dueAt')
    .limit(1000)
}

/** True for the first who asks once the reminder is due; the claim goes with the transaction. */
export async function claimReminder(tx: Tx, now: Date, { bookingId, kind }: ReminderKey): Promise<boolean> {
  const claimed = await tx
    .updateTable('reminders')
    .set({ claimedAt: now })
    .where('bookingId', '=', bookingId)
    .where('kind', '=', kind)
    .where('dueAt', '<=', now)
    .where('claimedAt', 'is', null)
    .where('droppedAt', 'is', null)
    .returning('kind')
    .executeTakeFirst()
  return claimed !== undefined
}

export async function markReminder(
  tx: Tx,
  { bookingId, kind }: ReminderKey,
  mark: { sentAt: Date } | { droppedAt: Date },
): Promise<void> {
  await tx
    .updateTable('reminders')
    .set(mark)
    .where('bookingId', '=', bookingId)
    .where('kind', '=', kind)
    .execute()
}

/** The reminders of a booking that ends: those not sent are never sent. */
export async function dropReminders(tx: Tx, now: Date, bookingId: string): Promise<void> {
  await tx
    .updateTable('reminders')
    .set({ droppedAt: now })
    .where('bookingId', '=', bookingId)
    .where('sentAt', 'is', null)
    .where('droppedAt', 'is', null)
    .execute()
}
