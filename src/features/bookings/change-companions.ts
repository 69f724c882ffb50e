import type { Tx } from '../../core/db.ts'
import { lockTrainingSession } from '../training-sessions/store.ts'
import { seatsLeft } from '../training-sessions/training-session.ts'
import { seatsOf } from './booking.ts'
import { moveSeats } from './line-store.ts'
import { passSeatsOn } from './pass-seats-on.ts'
import { writeCompanions } from './seat-store.ts'
import { findBookingByToken } from './store.ts'

export type CompanionsOutcome =
  | { kind: 'changed' }
  /** `left`: the seats there are, too few for all who would come. Nothing has changed. */
  | { kind: 'full'; left: number }
  | { kind: 'cancelled' }
  | { kind: 'too-late' }
  | { kind: 'not-found' }

/** Says who comes along: more people take seats that are left, fewer give theirs to the first in line. */
export async function changeCompanions(
  tx: Tx,
  now: Date,
  { token, companions }: { token: string; companions: readonly string[] },
): Promise<CompanionsOutcome> {
  const found = await findBookingByToken(tx, token)
  if (!found) return { kind: 'not-found' }
  const session = await lockTrainingSession(tx, found.session.id)
  const booking = await findBookingByToken(tx, token)
  if (!session || !booking) return { kind: 'not-found' }
  if (booking.cancelledAt ?? session.cancelledAt) return { kind: 'cancelled' }
  if (session.startsAt <= now) return { kind: 'too-late' }
  const more = seatsOf({ companions }) - seatsOf(booking)
  if (more > seatsLeft(session)) return { kind: 'full', left: seatsLeft(session) }
  await writeCompanions(tx, { bookingId: booking.id, companions })
  if (more > 0) await moveSeats(tx, session.id, { taken: more })
  if (more < 0) await passSeatsOn(tx, now, session, { leaving: -more })
  return { kind: 'changed' }
}
