/** Those who hold a seat in a session that changes: their calendar entries, their reminders, what they still believe. */
import { sql } from 'kysely'
import type { Reader, Tx } from '../../core/db.ts'
import type { TrainingSession } from '../training-sessions/training-session.ts'
import type { DueReminder } from './seat-store.ts'

/** How many people will be told of a change. */
export async function countHolders(db: Reader, trainingSessionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('bookings')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('trainingSessionId', '=', trainingSessionId)
    .where('cancelledAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Raises the number of every live calendar entry, and keeps the moment that people believe in until they are
 * told otherwise: after two moves in a row, the one they have read of. Returns the bookings to tell.
 */
export async function raiseSequences(
  tx: Tx,
  { id, startsAt, zone }: Pick<TrainingSession, 'id' | 'startsAt' | 'zone'>,
): Promise<string[]> {
  const raised = await tx
    .updateTable('bookings')
    .set((eb) => ({
      icsSequence: eb('icsSequence', '+', 1),
      believedStartsAt: eb.fn.coalesce('believedStartsAt', eb.val(startsAt)),
      believedZone: eb.fn.coalesce('believedZone', eb.val(zone)),
    }))
    .where('trainingSessionId', '=', id)
    .where('cancelledAt', 'is', null)
    .returning('id')
    .execute()
  return raised.map((row) => row.id)
}

export type Belief = { startsAt: Date; zone: string }

/** What the person believed, for the first who asks: whoever takes it tells them. Null once they are told. */
export async function takeBelief(tx: Tx, bookingId: string): Promise<Belief | null> {
  const row = await tx
    .selectFrom('bookings')
    .select(['believedStartsAt', 'believedZone'])
    .where('id', '=', bookingId)
    .where('believedStartsAt', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.believedStartsAt || !row.believedZone) return null
  await tx
    .updateTable('bookings')
    .set({ believedStartsAt: null, believedZone: null })
    .where('id', '=', bookingId)
    .execute()
  return { startsAt: row.believedStartsAt, zone: row.believedZone }
}

/** The reminders of a session at its new time; those whose moment has gone by are dropped. */
export async function moveReminders(
  tx: Tx,
  now: Date,
  { trainingSessionId, reminders }: { trainingSessionId: string; reminders: readonly DueReminder[] },
): Promise<void> {
  await dropRemindersOfSession(tx, now, trainingSessionId)
  const statement = sql`
    insert into reminders (booking_id, kind, due_at)
    select booking.id, soon.kind, soon."dueAt"
    from bookings booking,
      jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) as soon (kind text, "dueAt" timestamptz)
    where booking.training_session_id = ${trainingSessionId} and booking.cancelled_at is null
    on conflict (booking_id, kind) do update
      set due_at = excluded.due_at, claimed_at = null, sent_at = null, dropped_at = null`
  await statement.execute(tx)
}

/** The reminders of a session that will not be: those not sent are never sent. */
export async function dropRemindersOfSession(tx: Tx, now: Date, trainingSessionId: string): Promise<void> {
  await tx
    .updateTable('reminders')
    .set({ droppedAt: now })
    .where('bookingId', 'in', (eb) =>
      eb.selectFrom('bookings').select('id').where('trainingSessionId', '=', trainingSessionId),
    )
    .where('sentAt', 'is', null)
    .where('droppedAt', 'is', null)
    .execute()
}
