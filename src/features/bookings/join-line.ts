import { newToken } from '../../core/clock.ts'
import type { Tx } from '../../core/db.ts'
import { enqueue } from '../../core/queue.ts'
import { keepPerson } from '../accounts/store.ts'
import { lockTrainingSession } from '../training-sessions/store.ts'
import { isOpen } from '../training-sessions/training-session.ts'
import type { SeatOutcome, SeatRequest } from './allot-seats.ts'
import { bookSeat } from './book-seat.ts'
import { waitingMailJob } from './jobs.ts'
import { insertEntry } from './line-store.ts'
import { findLine, findLiveEntry } from './waiting-store.ts'

export type JoinOutcome =
  /** A seat was free after all: it is theirs. */
  | Exclude<SeatOutcome, { kind: 'full' }>
  | { kind: 'waiting'; entryId: string; token: string }
  /** The person waits there already, or has an offer. `isSecondClick`: and this very page did it. */
  | { kind: 'already-waiting'; entryId: string; token: string; isSecondClick: boolean }
  | { kind: 'line-full' }

/** Puts a person at the end of the line of a full session; whoever finds a seat gets the seat. */
export async function joinLine(tx: Tx, now: Date, request: SeatRequest): Promise<JoinOutcome> {
  const session = await lockTrainingSession(tx, request.trainingSessionId)
  if (!session || !isOpen(session, now)) return { kind: 'closed' }
  const known = await findLiveEntry(tx, session.id, request.holder)
  if (known) {
    const isSecondClick = known.formKey !== null && known.formKey === request.formKey
    return { kind: 'already-waiting', entryId: known.id, token: known.token, isSecondClick }
  }
  const seat = await bookSeat(tx, now, request)
  if (seat.kind !== 'full') return seat
  const { peopleWaiting, waitingPlaces } = await findLine(tx, session.id)
  if (peopleWaiting >= waitingPlaces) return { kind: 'line-full' }
  return wait(tx, now, request)
}

async function wait(tx: Tx, now: Date, request: SeatRequest): Promise<JoinOutcome> {
  const { trainingSessionId, holder, businessId, diagnosticId, language, formKey, bookedBy = null } = request
  const personId =
    'personId' in holder ? holder.personId : await keepPerson(tx, now, { email: holder.email, language })
  const token = newToken()
  const about = { businessId, diagnosticId, language, askedBy: bookedBy, formKey }
  const asked = { token, trainingSessionId, personId, ...about }
  const entryId = await insertEntry(tx, now, asked)
  await enqueue(tx, waitingMailJob, { entryId, kind: 'joined' })
  return { kind: 'waiting', entryId, token }
}
