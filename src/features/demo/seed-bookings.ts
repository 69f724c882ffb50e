import type { Tx } from '../../core/db.ts'
import { keepPerson } from '../accounts/store.ts'
import type { SeatRequest } from '../bookings/allot-seats.ts'
import { bookSeat } from '../bookings/book-seat.ts'
import { joinLine } from '../bookings/join-line.ts'
import type { DemoDiagnostic } from './seed-diagnostics.ts'
import type { DemoSession } from './seed-sessions.ts'

export type DemoOwner = {
  name: string
  email: string
  diagnostic: DemoDiagnostic
  businessId: string
  departmentCode: string | null
}
type Seats = { owners: readonly DemoOwner[]; sessions: readonly DemoSession[] }

const booking = 34
const waiting = 3

/**
 * Owners book what their plan proposes, those of the Antilles at their own hour; then the session with few
 * seats is filled, and a few wait for it.
 * @returns how many seats were taken.
 */
export async function seedBookings(tx: Tx, now: Date, { owners, sessions }: Seats): Promise<number> {
  const [small, ...others] = sessions
  if (!small) return 0
  let booked = 0
  for (const [index, owner] of owners.slice(0, booking).entries()) {
    booked += await seedBooking(tx, now, { owner, session: proposedTo(owner, others, index) })
  }
  for (const owner of owners.slice(-small.capacity))
    booked += await seedBooking(tx, now, { owner, session: small })
  for (const owner of owners.slice(0, waiting)) await joinLine(tx, now, await wishOf(tx, now, owner, small))
  return booked
}

function proposedTo(
  { diagnostic, departmentCode }: DemoOwner,
  sessions: readonly DemoSession[],
  index: number,
): DemoSession | undefined {
  if (departmentCode === '971') return sessions.at(-1)
  const mainland = sessions.slice(0, -1)
  const proposed = mainland.filter(({ trainingId }) => diagnostic.trainingIds.includes(trainingId))
  const choice = proposed.length > 0 ? proposed : mainland
  return choice[index % choice.length]
}

type Taking = { owner: DemoOwner; session: DemoSession | undefined }

async function seedBooking(tx: Tx, now: Date, { owner, session }: Taking): Promise<number> {
  if (!session) return 0
  const outcome = await bookSeat(tx, now, await wishOf(tx, now, owner, session))
  return outcome.kind === 'booked' ? 1 : 0
}

async function wishOf(tx: Tx, now: Date, owner: DemoOwner, session: DemoSession): Promise<SeatRequest> {
  const { email, name, businessId, diagnostic } = owner
  return {
    trainingSessionId: session.id,
    holder: { personId: await keepPerson(tx, now, { email, name, language: 'fr' }) },
    businessId,
    diagnosticId: diagnostic.id,
    language: 'fr',
    formKey: null,
  }
}
