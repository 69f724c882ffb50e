import type { Reader } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import type { BookingDetails } from '../bookings/booking.ts'
import { roomStateOf } from '../bookings/room-times.ts'
import { findBookingByToken } from '../bookings/store.ts'
import { findStaffSession } from '../training-sessions/store.ts'
import type { TrainingSession } from '../training-sessions/training-session.ts'
import { mayHost } from '../bookings/host.ts'

export type NoRoom = { kind: 'not-found' } | { kind: 'closed' }

/** The seat of who holds this token, while its room is open. */
export async function findSeatInRoom(
  db: Reader,
  now: Date,
  token: string,
): Promise<{ kind: 'open'; booking: BookingDetails } | NoRoom> {
  const booking = await findBookingByToken(db, token)
  if (!booking) return { kind: 'not-found' }
  const isOpen = booking.cancelledAt === null && roomStateOf(booking.session, now) === 'open'
  return isOpen ? { kind: 'open', booking } : { kind: 'closed' }
}

/** The session for who runs it: before the room opens too, to prepare it. */
export async function findHostedRoom(
  db: Reader,
  now: Date,
  actor: Actor,
  id: string,
): Promise<{ kind: 'open'; session: TrainingSession } | NoRoom> {
  const session = mayHost(actor) ? await findStaffSession(db, id, actor) : null
  if (!session) return { kind: 'not-found' }
  const state = roomStateOf(session, now)
  return state === 'early' || state === 'open' ? { kind: 'open', session } : { kind: 'closed' }
}
