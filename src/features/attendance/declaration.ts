/** What the one who ran a session says of who came: said, not measured. */
import type { Actor } from '../accounts/person.ts'
import { mayChange, type ChangeableSession } from '../training-sessions/change.ts'

export const declaredStates = ['present', 'absent', 'excused'] as const
export type DeclaredState = (typeof declaredStates)[number]

export type Declared = { state: DeclaredState; by: string; at: Date }

/** A seat of a booking: its id for who booked; for who comes along, with `_1` or `_2` after it. */
export type Place = string

export function placeOf(bookingId: string, seat: number): Place {
  return seat === 0 ? bookingId : `${bookingId}_${seat}`
}

export function seatOf(place: Place): { bookingId: string; seat: number } {
  const [bookingId = '', seat = '0'] = place.split('_')
  return { bookingId, seat: Number(seat) }
}

/** Somebody with a seat, and each fact that is known of their coming. */
export type AttendanceLine = {
  place: Place
  name: string
  /** Who booked, for those who come along; null for who booked. */
  with: string | null
  /** Null for who may not see how to write to people. */
  email: string | null
  businessName: string | null
  commune: string | null
  bookedAt: Date
  /** Went to the room by our page; null: did not, or went another way. */
  joinedAt: Date | null
  /** With the page of the room open; null where nothing was measured. */
  minutes: number | null
  declared: Declared | null
}

/** One line of the form: what is ticked, and what was when the page was made. */
export type Mark = { place: string; state: DeclaredState; was: DeclaredState | null }

const prefix = 'p-'

/** What the form calls a line. */
export function fieldOfPlace(place: string): string {
  return prefix + place
}

/** The place of a line; null: the field is no line. */
export function placeOfField(field: string): string | null {
  return field.startsWith(prefix) ? field.slice(prefix.length) : null
}

/** What a dot of the line sends: what was there, and what it says. */
export function markValue(was: DeclaredState | null, state: DeclaredState): string {
  return `${was ?? ''}:${state}`
}

export type Undeclarable = { kind: 'forbidden' } | { kind: 'called-off' } | { kind: 'too-early' }

/** Who runs the session, and operators; from its start on. */
export function whyUndeclarable(session: ChangeableSession, now: Date, actor: Actor): Undeclarable | null {
  if (!mayChange(actor, session)) return { kind: 'forbidden' }
  if (session.cancelledAt !== null) return { kind: 'called-off' }
  return now < session.startsAt ? { kind: 'too-early' } : null
}

export type Decided = {
  changes: { place: string; state: DeclaredState }[]
  /** Lines that somebody else had noted otherwise since the page was made: the last word counts. */
  overtaken: string[]
  /** Lines of the form whose seat was given back meanwhile. */
  gone: string[]
}

type Stored = ReadonlyMap<string, DeclaredState | null>

/**
 * What a saved form changes. A line that was not touched changes nothing, whatever became of it meanwhile: so two
 * people may note two halves of a list at once. `rest`: for the lines without any mark.
 */
export function decide(stored: Stored, marks: readonly Mark[], rest: DeclaredState | null): Decided {
  const decided: Decided = { changes: [], overtaken: [], gone: [] }
  for (const { place, state, was } of marks) {
    const now = stored.get(place)
    if (now === undefined) decided.gone.push(place)
    if (now === undefined || state === was || state === now) continue
    if (now !== was) decided.overtaken.push(place)
    decided.changes.push({ place, state })
  }
  if (rest === null) return decided
  const marked = new Set(marks.map(({ place }) => place))
  const others = [...stored].filter(([place, state]) => state === null && !marked.has(place))
  decided.changes.push(...others.map(([place]) => ({ place, state: rest })))
  return decided
}
