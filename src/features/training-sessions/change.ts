import type { Actor, NamedMember } from '../accounts/person.ts'
import { chooseInstant, type LocalTime, type Occurrence } from './local-time.ts'
import { maySchedule, type TrainingSession } from './training-session.ts'

/** A session as who would change it sees it. `version` rises with each change. */
export type ChangeableSession = TrainingSession & { version: number; trainerPersonId: string | null }

/** What a move may change; the session stays as long as it is. */
export type SessionFacts = Pick<
  ChangeableSession,
  'startsAt' | 'endsAt' | 'zone' | 'roomUrl' | 'trainer' | 'trainerPersonId'
>

export type ChangeKind = 'moved' | 'called-off'

/** A change that was made. */
export type SessionChange = {
  version: number
  kind: ChangeKind
  /** How many held a seat, and get a mail. */
  told: number
  /** Why it was called off; null when nothing was said. */
  message: string | null
}

export type WantedFacts = {
  local: LocalTime
  occurrence: Occurrence
  roomUrl: string | null
  /** Who runs it from now on; null for somebody who is not in the team, or has no name. */
  trainer: NamedMember | 'same' | null
}

/** Why a session cannot be changed at all. */
export type Unchangeable = { kind: 'forbidden' } | { kind: 'begun' } | { kind: 'called-off' }

export type Planned =
  | { kind: 'ready'; facts: SessionFacts }
  | Unchangeable
  /** The clocks jump over this hour that night. */
  | { kind: 'impossible-time' }
  /** The clocks show this hour twice that night: ask which one. */
  | { kind: 'ambiguous-time'; first: Date; second: Date }
  | { kind: 'past-time' }
  | { kind: 'unknown-trainer' }
  | { kind: 'unchanged' }

/** Operators change every session, trainers their own. */
export function mayChange(
  actor: Actor | null,
  { trainerPersonId }: Pick<ChangeableSession, 'trainerPersonId'>,
): boolean {
  return maySchedule(actor) || (actor?.role === 'trainer' && actor.personId === trainerPersonId)
}

export function whyUnchangeable(session: ChangeableSession, now: Date, actor: Actor): Unchangeable | null {
  if (!mayChange(actor, session)) return { kind: 'forbidden' }
  if (session.cancelledAt !== null) return { kind: 'called-off' }
  return session.startsAt <= now ? { kind: 'begun' } : null
}

/** What the session would become. A trainer may not hand it over: that is for who schedules. */
export function planMove(session: ChangeableSession, now: Date, actor: Actor, wanted: WantedFacts): Planned {
  const why = whyUnchangeable(session, now, actor)
  if (why) return why
  const time = chooseInstant(wanted.local, wanted.occurrence)
  if (time.kind === 'impossible') return { kind: 'impossible-time' }
  if (time.kind === 'ambiguous') return { ...time, kind: 'ambiguous-time' }
  if (time.instant <= now) return { kind: 'past-time' }
  const who = trainerOf(session, wanted.trainer)
  if (who === null) return { kind: 'unknown-trainer' }
  if (who.trainerPersonId !== session.trainerPersonId && !maySchedule(actor)) return { kind: 'forbidden' }
  const length = session.endsAt.getTime() - session.startsAt.getTime()
  const endsAt = new Date(time.instant.getTime() + length)
  const facts = { startsAt: time.instant, endsAt, zone: wanted.local.zone, roomUrl: wanted.roomUrl, ...who }
  return isSame(session, facts) ? { kind: 'unchanged' } : { kind: 'ready', facts }
}

function trainerOf(
  { trainer, trainerPersonId }: ChangeableSession,
  wanted: WantedFacts['trainer'],
): Pick<SessionFacts, 'trainer' | 'trainerPersonId'> | null {
  if (wanted === null) return null
  // The name stays as it was announced.
  if (wanted === 'same' || wanted.personId === trainerPersonId) return { trainer, trainerPersonId }
  return { trainer: wanted.name, trainerPersonId: wanted.personId }
}

function isSame(session: SessionFacts, facts: SessionFacts): boolean {
  return (
    isSameMoment(session, facts) &&
    session.roomUrl === facts.roomUrl &&
    session.trainerPersonId === facts.trainerPersonId
  )
}

/** The same instant, announced for the same place. */
export function isSameMoment(
  one: Pick<SessionFacts, 'startsAt' | 'zone'>,
  other: Pick<SessionFacts, 'startsAt' | 'zone'>,
): boolean {
  return one.startsAt.getTime() === other.startsAt.getTime() && one.zone === other.zone
}
