/** Taking and freeing seats: the statements where many people meet. All run under the lock of the session. */
import { sql } from 'kysely'
import type { Tx } from '../../core/db.ts'
import type { Holder, KnownSeat, NewSeat } from './allot-seats.ts'
import { seatsOf, type ReminderKind } from './booking.ts'

/** The live bookings that these people hold in the session. */
export function listHeldSeats(
  tx: Tx,
  trainingSessionId: string,
  holders: readonly Holder[],
): Promise<KnownSeat[]> {
  const ids = holders.flatMap((holder) => ('personId' in holder ? [holder.personId] : []))
  const emails = holders.flatMap((holder) => ('email' in holder ? [holder.email] : []))
  return tx
    .selectFrom('bookings')
    .innerJoin('people', 'people.id', 'bookings.personId')
    .select(['bookings.id as bookingId', 'token', 'formKey', 'personId', 'email'])
    .where('trainingSessionId', '=', trainingSessionId)
    .where('cancelledAt', 'is', null)
    .where(sql<boolean>`(people.id = any(${ids}::uuid[]) or people.email = any(${emails}::text[]))`)
    .execute()
}

export type DueReminder = { kind: ReminderKind; dueAt: Date }
export type SeatedPerson = { seat: NewSeat; personId: string }

type Writing = {
  trainingSessionId: string
  seated: readonly SeatedPerson[]
  reminders: readonly DueReminder[]
  /** The seats were held by offers: they are taken already. */
  areHeld: boolean
}

/**
 * The seats, their bookings and their reminders in one statement. The constraints have the last word: more
 * bookings than seats, or two for one person, are refused by the database.
 */
export async function writeBookings(
  tx: Tx,
  now: Date,
  { trainingSessionId, seated, reminders, areHeld }: Writing,
): Promise<void> {
  const rows = seated.map(({ seat: { bookingId: id, token, formKey, request }, personId }) => {
    const { businessId, diagnosticId, language, companions = [], bookedBy = null } = request
    return { id, token, formKey, personId, businessId, diagnosticId, language, companions, bookedBy }
  })
  const more = areHeld ? 0 : rows.reduce((sum, row) => sum + seatsOf(row), 0)
  const statement = sql`
    with wish as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as wish (
        id uuid, token text, "formKey" text, "personId" uuid, "businessId" uuid, "diagnosticId" uuid, language text,
        companions text[], "bookedBy" uuid
      )
    ),
    seats as (
      update training_sessions set seats_taken = seats_taken + ${more}::int where id = ${trainingSessionId}
    ),
    booking as (
      insert into bookings
        (id, token, training_session_id, person_id, business_id, diagnostic_id, language, companions, booked_by,
          form_key, booked_at)
      select id, token, ${trainingSessionId}::uuid, "personId", "businessId", "diagnosticId", language, companions, "bookedBy",
        "formKey",
        ${now}::timestamptz
      from wish
    )
    insert into reminders (booking_id, kind, due_at)
    select wish.id, soon.kind, soon."dueAt"
    from wish, jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) as soon (kind text, "dueAt" timestamptz)`
  await statement.execute(tx)
}

/** Who comes along from now on; their seats are for the caller to move. */
export async function writeCompanions(
  tx: Tx,
  { bookingId, companions }: { bookingId: string; companions: readonly string[] },
): Promise<void> {
  await tx
    .updateTable('bookings')
    .set({ companions: [...companions] })
    .where('id', '=', bookingId)
    .execute()
}

/** Ends a booking and raises the number of its calendar entry; false when it had ended already. */
export async function closeBooking(tx: Tx, now: Date, bookingId: string): Promise<boolean> {
  const closed = await tx
    .updateTable('bookings')
    .set((eb) => ({ cancelledAt: now, icsSequence: eb('icsSequence', '+', 1) }))
    .where('id', '=', bookingId)
    .where('cancelledAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return closed !== undefined
}
