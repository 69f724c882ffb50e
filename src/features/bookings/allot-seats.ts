import { newId, newToken } from '../../core/clock.ts'
import type { Language } from '../../core/language.ts'
import { seatsOf } from './booking.ts'

/** Who will sit there: somebody known, or an address (in small letters) that may be new to us. */
export type Holder = { personId: string } | { email: string }

export type SeatRequest = {
  trainingSessionId: string
  holder: Holder
  /** First names of those who come along; nobody unless said. */
  companions?: readonly string[]
  businessId: string | null
  diagnosticId: string | null
  language: Language
  /** The member of the team who asks for the owner; the owner, unless said. */
  bookedBy?: string | null
  /** Of the page that asks, so that its second click is known as such; null when there is no page. */
  formKey: string | null
  /** The start that the person read before asking; none when nobody read a page. */
  seenStartsAt?: Date | null
}

export type SeatOutcome =
  | { kind: 'booked'; bookingId: string; token: string }
  /** The person holds a seat there already. `isSecondClick`: and this very page booked it. */
  | { kind: 'already-booked'; bookingId: string; token: string; isSecondClick: boolean }
  /** `left`: the seats there are, too few for all who would come. */
  | { kind: 'full'; left: number }
  /** The session has another date than the person read: ask them again. */
  | { kind: 'moved' }
  /** Past, called off, or never existed. */
  | { kind: 'closed' }

export type HeldSeat = { bookingId: string; token: string; formKey: string | null }
/** A live booking, with both ways to recognise its holder. */
export type KnownSeat = HeldSeat & { personId: string; email: string }
export type NewSeat = HeldSeat & { request: SeatRequest }

export type Allotment = { outcomes: SeatOutcome[]; taken: NewSeat[] }

/**
 * Who gets one of the seats left, in the order of asking. Asked first: does the person have one? Who clicks
 * twice on the last seat must read "you have it", not "full".
 */
export function allotSeats(
  requests: readonly SeatRequest[],
  known: readonly KnownSeat[],
  { left, startsAt }: { left: number; startsAt: Date },
): Allotment {
  const held = new Map<string, HeldSeat>(
    known.flatMap((seat) => [
      [seat.personId, seat],
      [seat.email, seat],
    ]),
  )
  const taken: NewSeat[] = []
  let rest = left
  const outcomes = requests.map((request): SeatOutcome => {
    const seat = held.get(nameOf(request.holder))
    if (seat) return alreadyBooked(seat, request)
    if (seatsOf(request) > rest) return { kind: 'full', left: rest }
    if (hasReadAnother(request, startsAt)) return { kind: 'moved' }
    const fresh = { bookingId: newId(), token: newToken(), formKey: request.formKey, request }
    held.set(nameOf(request.holder), fresh)
    taken.push(fresh)
    rest -= seatsOf(request)
    return { kind: 'booked', bookingId: fresh.bookingId, token: fresh.token }
  })
  return { outcomes, taken }
}

function alreadyBooked({ bookingId, token, formKey }: HeldSeat, request: SeatRequest): SeatOutcome {
  return {
    kind: 'already-booked',
    bookingId,
    token,
    isSecondClick: formKey !== null && formKey === request.formKey,
  }
}

function hasReadAnother({ seenStartsAt }: SeatRequest, startsAt: Date): boolean {
  return Boolean(seenStartsAt) && seenStartsAt?.getTime() !== startsAt.getTime()
}

export function nameOf(holder: Holder): string {
  return 'personId' in holder ? holder.personId : holder.email
}
