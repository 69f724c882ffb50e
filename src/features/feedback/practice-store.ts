/** What became of trainings, booking by booking. */
import type { Reader, Tx } from '../../core/db.ts'
import type { Practice, PracticeAnswer } from './practice.ts'

/** Holds the booking until the transaction ends, so that of two taps one comes after the other. */
export async function lockBooking(tx: Tx, bookingId: string): Promise<void> {
  await tx.selectFrom('bookings').select('id').where('id', '=', bookingId).forUpdate().execute()
}

export async function findPractice(db: Reader, bookingId: string): Promise<Practice | null> {
  const row = await db
    .selectFrom('practices')
    .select(['actionId as action', 'madeProof'])
    .select((eb) => eb.ref('said').$castTo<PracticeAnswer>().as('said'))
    .where('bookingId', '=', bookingId)
    .executeTakeFirst()
  return row ?? null
}

/** The last word counts. */
export async function keepPractice(
  tx: Tx,
  now: Date,
  { bookingId, said, action: actionId, madeProof }: Practice & { bookingId: string },
): Promise<void> {
  const told = { said, actionId, madeProof, saidAt: now }
  await tx
    .insertInto('practices')
    .values({ bookingId, ...told })
    .onConflict((conflict) => conflict.column('bookingId').doUpdateSet(told))
    .execute()
}

/** The link of the diagnostic that led to a booking; null when none did. */
export async function findDiagnosticToken(db: Reader, bookingId: string): Promise<string | null> {
  const row = await db
    .selectFrom('bookings')
    .innerJoin('diagnostics', 'diagnostics.id', 'bookings.diagnosticId')
    .select('diagnostics.token')
    .where('bookings.id', '=', bookingId)
    .executeTakeFirst()
  return row?.token ?? null
}
