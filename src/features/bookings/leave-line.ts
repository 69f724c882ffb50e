import type { Tx } from '../../core/db.ts'
import { isOpen } from '../training-sessions/training-session.ts'
import { endEntry, moveSeats } from './line-store.ts'
import { lockEntry } from './lock-entry.ts'
import { passSeatsOn } from './pass-seats-on.ts'
import { findEntryByToken } from './waiting-store.ts'

export type LeaveOutcome =
  | { kind: 'left' }
  /** Left before, lapsed, begun or called off: there is nothing to leave. */
  | { kind: 'already-over' }
  /** The offer is a seat by now: it is given back on its own page. */
  | { kind: 'has-seat'; token: string }
  | { kind: 'not-found' }

/** Leaves the line, or lets the seat on offer go to the next: who holds the entry's link may. */
export async function leaveLine(tx: Tx, now: Date, { token }: { token: string }): Promise<LeaveOutcome> {
  const locked = await lockEntry(tx, await findEntryByToken(tx, token))
  if (!locked) return { kind: 'not-found' }
  const { entry, session } = locked
  if (entry.bookingToken !== null) return { kind: 'has-seat', token: entry.bookingToken }
  if (!isOpen(session, now)) return { kind: 'already-over' }
  if (await endEntry(tx, now, { id: entry.id, from: 'waiting', to: 'withdrawn' })) {
    await moveSeats(tx, session.id, { waiting: -1 })
    return { kind: 'left' }
  }
  if (!(await endEntry(tx, now, { id: entry.id, from: 'offered', to: 'declined' })))
    return { kind: 'already-over' }
  await passSeatsOn(tx, now, session, { leaving: 1 })
  return { kind: 'left' }
}
