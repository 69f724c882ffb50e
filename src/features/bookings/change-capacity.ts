import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { lockTrainingSession } from '../training-sessions/store.ts'
import { isOpen, maySchedule } from '../training-sessions/training-session.ts'
import { passSeatsOn } from './pass-seats-on.ts'

export type CapacityOutcome =
  /** `offered`: how many who waited were offered one of the new seats. */
  | { kind: 'changed'; offered: number }
  /** Below the seats that are booked or held for somebody. */
  | { kind: 'too-low'; taken: number }
  | { kind: 'closed' }
  | { kind: 'forbidden' }

/** Gives a session more seats, or fewer, but never fewer than are taken; new ones go to the line first. */
export async function changeCapacity(
  tx: Tx,
  now: Date,
  actor: Actor,
  { trainingSessionId, capacity }: { trainingSessionId: string; capacity: number },
): Promise<CapacityOutcome> {
  if (!maySchedule(actor)) return { kind: 'forbidden' }
  const session = await lockTrainingSession(tx, trainingSessionId)
  if (!session || !isOpen(session, now)) return { kind: 'closed' }
  if (capacity < session.seatsTaken) return { kind: 'too-low', taken: session.seatsTaken }
  return { kind: 'changed', offered: await passSeatsOn(tx, now, session, { capacity }) }
}
