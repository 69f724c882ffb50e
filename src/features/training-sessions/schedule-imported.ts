import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { keepSessions, type Crew, type WantedSession } from './keep-sessions.ts'
import { maySchedule } from './training-session.ts'

type ImportRequest = Crew & { sessions: readonly WantedSession[] }

export type ImportOutcome =
  | { kind: 'scheduled'; count: number }
  /** No event was given a training, or all of them are past. */
  | { kind: 'no-date' }
  | { kind: 'unknown-trainer' }
  | { kind: 'forbidden' }

/** Schedules the events of a calendar file that were given a training, or none of them. */
export async function scheduleImported(
  tx: Tx,
  now: Date,
  actor: Actor,
  { sessions, ...crew }: ImportRequest,
): Promise<ImportOutcome> {
  if (!maySchedule(actor)) return { kind: 'forbidden' }
  const coming = sessions.filter(({ startsAt }) => startsAt > now)
  if (coming.length === 0) return { kind: 'no-date' }
  const isKept = await keepSessions(tx, now, crew, coming)
  return isKept ? { kind: 'scheduled', count: coming.length } : { kind: 'unknown-trainer' }
}
