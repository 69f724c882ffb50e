import type { Tx } from '../../core/db.ts'
import { enqueue } from '../../core/queue.ts'
import { isOpen } from '../training-sessions/training-session.ts'
import { closeLine } from './close-line.ts'
import { waitingMailJob } from './jobs.ts'
import { endEntry } from './line-store.ts'
import { lockEntry, type LockedEntry } from './lock-entry.ts'
import { passSeatsOn } from './pass-seats-on.ts'
import { standingOf } from './waiting.ts'
import { findEntry } from './waiting-store.ts'

/** Ends an offer whose time is up, once however often it is asked: the seat goes to the next in line. */
export async function expireOffer(tx: Tx, now: Date, { entryId }: { entryId: string }): Promise<void> {
  const locked = await lockEntry(tx, await findEntry(tx, entryId))
  if (locked?.entry.state === 'offered') await lapse(tx, now, locked)
}

/** What `expireOffer` does, for who holds the lock already. */
export async function lapse(tx: Tx, now: Date, { entry, session }: LockedEntry): Promise<void> {
  if (!isOpen(session, now)) return closeLine(tx, now, session.id)
  if (standingOf(entry, now) !== 'lapsed') return
  if (!(await endEntry(tx, now, { id: entry.id, from: 'offered', to: 'expired' }))) return
  await passSeatsOn(tx, now, session, { leaving: 1 })
  await enqueue(tx, waitingMailJob, { entryId: entry.id, kind: 'lapsed' })
}
