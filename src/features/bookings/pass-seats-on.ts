import type { Tx } from '../../core/db.ts'
import { enqueueAll } from '../../core/queue.ts'
import { isOpen, type TrainingSession } from '../training-sessions/training-session.ts'
import { expireOfferJob, waitingMailJob } from './jobs.ts'
import { moveSeats, offerToFirst } from './line-store.ts'
import { offerEndsAt } from './waiting.ts'

type Change = {
  /** Seats that somebody gives up now. */
  leaving?: number
  /** The new number of seats of the session. */
  capacity?: number
}

/**
 * Holds every seat that is free, or becomes free, for the first in line: in the transaction that frees it, so that
 * nobody overtakes them, with the mail and the end of the offer. What nobody waits for is free for all.
 * @param session as locked by this transaction.
 * @returns how many offers were made.
 */
export async function passSeatsOn(
  tx: Tx,
  now: Date,
  session: TrainingSession,
  { leaving = 0, capacity = session.capacity }: Change,
): Promise<number> {
  const seats = capacity - session.seatsTaken + leaving
  const expiresAt = offerEndsAt(now, session.startsAt)
  const offer = { trainingSessionId: session.id, seats, expiresAt }
  const offered = isOpen(session, now) && seats > 0 ? await offerToFirst(tx, now, offer) : []
  const taken = offered.length - leaving
  await moveSeats(tx, session.id, { taken, waiting: -offered.length, capacity })
  await enqueueAll(
    tx,
    waitingMailJob,
    offered.map((entryId) => ({ payload: { entryId, kind: 'offered' as const } })),
  )
  await enqueueAll(
    tx,
    expireOfferJob,
    offered.map((entryId) => ({ payload: { entryId }, timing: { startAfter: expiresAt } })),
  )
  return offered.length
}
