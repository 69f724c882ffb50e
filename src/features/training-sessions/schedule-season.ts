import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { keepSessions } from './keep-sessions.ts'
import { expandSeason, takesPlace, type SeasonRequest } from './season.ts'
import { maySchedule } from './training-session.ts'

export type SeasonOutcome =
  /** `count`: sessions in the programme by this page, now or by its first click. */
  | { kind: 'scheduled'; count: number }
  /** Every date is left out, past, or jumped over by the clocks. */
  | { kind: 'no-date' }
  | { kind: 'unknown-trainer' }
  | { kind: 'forbidden' }

/** Puts a training on all the dates of a season, or on none. */
export async function scheduleSeason(
  tx: Tx,
  now: Date,
  actor: Actor,
  request: SeasonRequest,
): Promise<SeasonOutcome> {
  if (!maySchedule(actor)) return { kind: 'forbidden' }
  const dates = expandSeason(request, now)
    .filter(takesPlace)
    .filter(({ date }) => !request.except.includes(date))
  if (dates.length === 0) return { kind: 'no-date' }
  const { training, first, roomUrl } = request
  const sessions = dates.map(({ startsAt }) => ({ training, startsAt, zone: first.zone, roomUrl }))
  const isKept = await keepSessions(tx, now, request, sessions)
  return isKept ? { kind: 'scheduled', count: dates.length } : { kind: 'unknown-trainer' }
}
