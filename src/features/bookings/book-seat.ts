import type { Tx } from '../../core/db.ts'
import { enqueueAll } from '../../core/queue.ts'
import { keepPeople } from '../accounts/store.ts'
import { lockTrainingSession } from '../training-sessions/store.ts'
import { isOpen, seatsLeft, type TrainingSession } from '../training-sessions/training-session.ts'
import { allotSeats, nameOf, type NewSeat, type SeatOutcome, type SeatRequest } from './allot-seats.ts'
import { remindersOf } from './booking.ts'
import { confirmationJob } from './jobs.ts'
import { queueReminding } from './queue-reminding.ts'
import { listHeldSeats, writeBookings, type SeatedPerson } from './seat-store.ts'

/** Takes a seat for a person, with the mails that follow, in one transaction. */
export async function bookSeat(tx: Tx, now: Date, request: SeatRequest): Promise<SeatOutcome> {
  const [outcome] = await bookSeats(tx, now, [request])
  if (!outcome) throw new Error('a request got no answer')
  return outcome
}

/**
 * Answers several requests for the same session under one lock, in their order: however many ask at once, a
 * session never has more bookings than seats, and nobody two in the same. A person new to us is kept only with
 * a seat. One statement a step, whatever the number, because everybody else waits meanwhile.
 */
export async function bookSeats(tx: Tx, now: Date, requests: readonly SeatRequest[]): Promise<SeatOutcome[]> {
  const [first] = requests
  if (!first) return []
  const session = await lockTrainingSession(tx, first.trainingSessionId)
  if (!session || !isOpen(session, now)) return requests.map(() => ({ kind: 'closed' }))
  const known = await listHeldSeats(
    tx,
    session.id,
    requests.map(({ holder }) => holder),
  )
  const { outcomes, taken } = allotSeats(requests, known, {
    left: seatsLeft(session),
    startsAt: session.startsAt,
  })
  if (taken.length > 0) await keepBookings(tx, now, { session, taken, areHeld: false })
  return outcomes
}

type Kept = {
  session: TrainingSession
  taken: readonly NewSeat[]
  /** By an offer each. */
  areHeld: boolean
}

/** Writes bookings with what follows them, under the lock of the session. */
export async function keepBookings(tx: Tx, now: Date, { session, taken, areHeld }: Kept): Promise<void> {
  const seated = await seatPeople(tx, now, taken)
  const reminders = remindersOf(session.startsAt, now)
  await writeBookings(tx, now, { trainingSessionId: session.id, seated, reminders, areHeld })
  await enqueueAll(
    tx,
    confirmationJob,
    taken.map(({ bookingId }) => ({ payload: { bookingId } })),
  )
  // Those who book after the first are due at the same moments.
  if (session.seatsTaken === 0) await queueReminding(tx, session.id, reminders)
}

async function seatPeople(tx: Tx, now: Date, taken: readonly NewSeat[]): Promise<SeatedPerson[]> {
  const contacts = taken.flatMap(({ request: { holder, language } }) =>
    'email' in holder ? [{ email: holder.email, language }] : [],
  )
  const ids = await keepPeople(tx, now, contacts)
  return taken.map((seat) => ({
    seat,
    personId: ids.get(nameOf(seat.request.holder)) ?? nameOf(seat.request.holder),
  }))
}
