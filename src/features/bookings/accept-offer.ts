import { newId, newToken } from '../../core/clock.ts'
import type { Tx } from '../../core/db.ts'
import type { NewSeat } from './allot-seats.ts'
import { keepBookings } from './book-seat.ts'
import { lapse } from './expire-offer.ts'
import { acceptEntry, endEntry } from './line-store.ts'
import { lockEntry, type LockedEntry } from './lock-entry.ts'
import { passSeatsOn } from './pass-seats-on.ts'
import { listHeldSeats } from './seat-store.ts'
import { standingOf, type WaitlistEntry } from './waiting.ts'
import { findEntryByToken } from './waiting-store.ts'

export type AcceptOutcome =
  | { kind: 'taken'; token: string }
  /** By an earlier click, or by booking another way meanwhile. */
  | { kind: 'already-taken'; token: string }
  | { kind: 'lapsed' }
  /** Still waiting, or gone from the line. */
  | { kind: 'no-offer' }
  /** The session has begun or was called off. */
  | { kind: 'closed' }
  | { kind: 'not-found' }

/** Makes a booking of the seat on offer: who holds the entry's link may, until the offer ends. */
export async function acceptOffer(tx: Tx, now: Date, { token }: { token: string }): Promise<AcceptOutcome> {
  const locked = await lockEntry(tx, await findEntryByToken(tx, token))
  if (!locked) return { kind: 'not-found' }
  const { entry } = locked
  const standing = standingOf(entry, now)
  if (standing === 'over' || standing === 'called-off') return { kind: 'closed' }
  if (entry.bookingToken !== null) return { kind: 'already-taken', token: entry.bookingToken }
  if (standing === 'lapsed') {
    // The clock's own job may be late: the next in line does not wait for it.
    if (entry.state === 'offered') await lapse(tx, now, locked)
    return { kind: 'lapsed' }
  }
  return standing === 'offered' ? take(tx, now, locked) : { kind: 'no-offer' }
}

async function take(tx: Tx, now: Date, { entry, session }: LockedEntry): Promise<AcceptOutcome> {
  const [held] = await listHeldSeats(tx, session.id, [{ personId: entry.personId }])
  if (held) {
    await endEntry(tx, now, { id: entry.id, from: 'offered', to: 'declined' })
    await passSeatsOn(tx, now, session, { leaving: 1 })
    return { kind: 'already-taken', token: held.token }
  }
  const seat = seatOf(entry)
  await keepBookings(tx, now, { session, taken: [seat], areHeld: true })
  await acceptEntry(tx, now, { id: entry.id, bookingId: seat.bookingId })
  return { kind: 'taken', token: seat.token }
}

function seatOf({ personId, businessId, diagnosticId, language, session }: WaitlistEntry): NewSeat {
  const holder = { personId }
  const about = { businessId, diagnosticId, language, formKey: null }
  const request = { trainingSessionId: session.id, holder, ...about }
  return { bookingId: newId(), token: newToken(), formKey: null, request }
}
