import type { Tx } from '../../core/db.ts'
import { enqueue } from '../../core/queue.ts'
import { lockTrainingSession } from '../training-sessions/store.ts'
import { seatsOf } from './booking.ts'
import { cancellationJob } from './jobs.ts'
import { passSeatsOn } from './pass-seats-on.ts'
import { dropReminders } from './reminder-store.ts'
import { closeBooking } from './seat-store.ts'
import { findBookingByToken } from './store.ts'

export type CancelOutcome =
  | { kind: 'cancelled'; bookingId: string }
  | { kind: 'already-cancelled' }
  /** The session has begun: the seat cannot serve anybody else. */
  | { kind: 'too-late' }
  | { kind: 'not-found' }

/** Gives the seats of a booking back, to the first in line if somebody waits: who holds the booking's link may. The calendar entry and the reminders go with it. */
export async function cancelBooking(tx: Tx, now: Date, { token }: { token: string }): Promise<CancelOutcome> {
  const booking = await findBookingByToken(tx, token)
  if (!booking) return { kind: 'not-found' }
  if (booking.cancelledAt) return { kind: 'already-cancelled' }
  // The same order as everywhere, the session before its bookings, so that nobody waits in a circle.
  const session = await lockTrainingSession(tx, booking.session.id)
  if (!session || session.cancelledAt) return { kind: 'already-cancelled' }
  if (session.startsAt <= now) return { kind: 'too-late' }
  // Read again under the lock: somebody may have been added meanwhile.
  const held = await findBookingByToken(tx, token)
  if (!held || !(await closeBooking(tx, now, booking.id))) return { kind: 'already-cancelled' }
  await passSeatsOn(tx, now, session, { leaving: seatsOf(held) })
  await dropReminders(tx, now, booking.id)
  await enqueue(tx, cancellationJob, { bookingId: booking.id })
  return { kind: 'cancelled', bookingId: booking.id }
}
