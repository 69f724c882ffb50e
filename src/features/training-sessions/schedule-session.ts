import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { findNamedStaff } from '../accounts/store.ts'
import type { Training } from '../programmes/training.ts'
import { chooseInstant, type LocalTime, type Occurrence } from './local-time.ts'
import { findSessionOfForm, insertTrainingSession } from './store.ts'
import { maySchedule } from './training-session.ts'

export type ScheduleRequest = {
  training: Pick<Training, 'id' | 'minutes'>
  local: LocalTime
  occurrence: Occurrence
  capacity: number
  /** A member of the team. */
  trainerPersonId: string
  roomUrl: string | null
  /** Of the page that asks, so that its second click is known as such; null when there is no page. */
  formKey: string | null
}

export type ScheduleOutcome =
  | { kind: 'scheduled'; trainingSessionId: string; startsAt: Date }
  /** The clocks jump over this hour that night. */
  | { kind: 'impossible-time' }
  /** The clocks show this hour twice that night: ask which one. */
  | { kind: 'ambiguous-time'; first: Date; second: Date }
  | { kind: 'past' }
  /** Not in the team, or without a name to announce. */
  | { kind: 'unknown-trainer' }
  /** This very page has scheduled it. */
  | { kind: 'already-scheduled'; trainingSessionId: string }
  | { kind: 'forbidden' }

/** Puts a training on a day, as long as the training lasts, once however often its form is sent. */
export async function scheduleSession(
  tx: Tx,
  now: Date,
  actor: Actor,
  request: ScheduleRequest,
): Promise<ScheduleOutcome> {
  if (!maySchedule(actor)) return { kind: 'forbidden' }
  const time = chooseInstant(request.local, request.occurrence)
  if (time.kind === 'impossible') return { kind: 'impossible-time' }
  if (time.kind === 'ambiguous') return { ...time, kind: 'ambiguous-time' }
  if (time.instant <= now) return { kind: 'past' }
  return keep(tx, now, request, time.instant)
}

async function keep(tx: Tx, now: Date, request: ScheduleRequest, startsAt: Date): Promise<ScheduleOutcome> {
  const { training, local, capacity, trainerPersonId, roomUrl, formKey } = request
  const trainer = await findNamedStaff(tx, trainerPersonId)
  if (!trainer) return { kind: 'unknown-trainer' }
  const endsAt = new Date(startsAt.getTime() + training.minutes * 60_000)
  const who = { trainer: trainer.name, trainerPersonId }
  const what = { trainingId: training.id, startsAt, endsAt, zone: local.zone, capacity, roomUrl, formKey }
  const id = await insertTrainingSession(tx, now, { ...what, ...who })
  if (id !== null) return { kind: 'scheduled', trainingSessionId: id, startsAt }
  const first = formKey === null ? null : await findSessionOfForm(tx, formKey)
  if (first === null) throw new Error('a session was neither kept nor there already')
  return { kind: 'already-scheduled', trainingSessionId: first }
}
