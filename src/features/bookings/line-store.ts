/** Moving in the line, under the lock of the session; the counters move in one statement, as their rules hold together. */
import { sql } from 'kysely'
import type { Tx } from '../../core/db.ts'
import type { EntryState } from './waiting.ts'

export type NewEntry = {
  token: string
  trainingSessionId: string
  personId: string
  businessId: string | null
  diagnosticId: string | null
  language: string
  askedBy: string | null
  formKey: string | null
}

/** Puts somebody at the end of the line, which the database keeps from growing too long. */
export async function insertEntry(tx: Tx, now: Date, entry: NewEntry): Promise<string> {
  await moveSeats(tx, entry.trainingSessionId, { waiting: 1 })
  const query = tx.insertInto('waitlistEntries').values({ ...entry, joinedAt: now })
  return (await query.returning('id').executeTakeFirstOrThrow()).id
}

type Ending = { id: string; from: 'waiting' | 'offered'; to: EntryState }

/** True for the first who ends it: a person and the clock may act at the same instant. */
export async function endEntry(tx: Tx, now: Date, { id, from, to }: Ending): Promise<boolean> {
  const ended = await tx
    .updateTable('waitlistEntries')
    .set({ state: to, endedAt: now })
    .where('id', '=', id)
    .where('state', '=', from)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** The offer has become a seat. */
export async function acceptEntry(
  tx: Tx,
  now: Date,
  { id, bookingId }: { id: string; bookingId: string },
): Promise<void> {
  await tx
    .updateTable('waitlistEntries')
    .set({ state: 'accepted', endedAt: now, bookingId })
    .where('id', '=', id)
    .where('state', '=', 'offered')
    .execute()
}

type Offering = { trainingSessionId: string; seats: number; expiresAt: Date }

/** Offers a seat to each of the first in line; fewer than `seats` when fewer wait. */
export async function offerToFirst(
  tx: Tx,
  now: Date,
  { trainingSessionId, seats, expiresAt }: Offering,
): Promise<string[]> {
  const first = tx
    .selectFrom('waitlistEntries')
    .select('id')
    .where('trainingSessionId', '=', trainingSessionId)
    .where('state', '=', 'waiting')
    .orderBy('ticket')
    .limit(seats)
  const offered = await tx
    .updateTable('waitlistEntries')
    .set({ state: 'offered', offeredAt: now, expiresAt })
    .where('id', 'in', first)
    .returning('id')
    .execute()
  return offered.map(({ id }) => id)
}

/** Ends every entry in this state. */
export async function closeEntries(
  tx: Tx,
  now: Date,
  { trainingSessionId, state }: { trainingSessionId: string; state: 'waiting' | 'offered' },
): Promise<string[]> {
  const closed = await tx
    .updateTable('waitlistEntries')
    .set({ state: 'closed', endedAt: now })
    .where('trainingSessionId', '=', trainingSessionId)
    .where('state', '=', state)
    .returning('id')
    .execute()
  return closed.map(({ id }) => id)
}

type Movement = { taken?: number; waiting?: number; capacity?: number }

/** `taken` and `waiting` are differences, `capacity` is the new number. */
export async function moveSeats(
  tx: Tx,
  id: string,
  { taken = 0, waiting = 0, capacity }: Movement,
): Promise<void> {
  await tx
    .updateTable('trainingSessions')
    .set({
      seatsTaken: sql<number>`seats_taken + ${taken}::int`,
      peopleWaiting: sql<number>`people_waiting + ${waiting}::int`,
      ...(capacity !== undefined && { capacity }),
    })
    .where('id', '=', id)
    .execute()
}
