import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { findNamedStaff } from '../accounts/store.ts'
import { expandSeason, takesPlace, type SeasonRequest } from './season.ts'
import { insertTrainingSession } from './store.ts'
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
  const trainer = await findNamedStaff(tx, request.trainerPersonId)
  if (!trainer) return { kind: 'unknown-trainer' }
  const { training, first, capacity, trainerPersonId, roomUrl } = request
  const same = { trainingId: training.id, zone: first.zone, capacity, roomUrl, trainerPersonId }
  for (const { date, startsAt } of dates) {
    const endsAt = new Date(startsAt.getTime() + training.minutes * 60_000)
    const formKey = `${request.formKey}:${date}`
    await insertTrainingSession(tx, now, { ...same, trainer: trainer.name, startsAt, endsAt, formKey })
  }
  return { kind: 'scheduled', count: dates.length }
}
