import type { Tx } from '../../core/db.ts'
import { findNamedStaff } from '../accounts/store.ts'
import type { Training } from '../programmes/training.ts'
import { insertTrainingSession } from './store.ts'

export type Crew = {
  capacity: number
  /** A member of the team. */
  trainerPersonId: string
  /** Of the page that asks: its second click keeps nothing more. */
  formKey: string
}

export type WantedSession = {
  training: Pick<Training, 'id' | 'minutes'>
  startsAt: Date
  zone: string
  roomUrl: string | null
}

/** Keeps several sessions of one form, as long as their training lasts; false, and none, when nobody known runs them. */
export async function keepSessions(
  tx: Tx,
  now: Date,
  { capacity, trainerPersonId, formKey }: Crew,
  wanted: readonly WantedSession[],
): Promise<boolean> {
  const trainer = await findNamedStaff(tx, trainerPersonId)
  if (!trainer) return false
  for (const { training, startsAt, zone, roomUrl } of wanted) {
    const endsAt = new Date(startsAt.getTime() + training.minutes * 60_000)
    const what = { trainingId: training.id, startsAt, endsAt, zone, capacity, roomUrl }
    const once = `${formKey}:${training.id}:${startsAt.toISOString()}`
    await insertTrainingSession(tx, now, { ...what, trainer: trainer.name, trainerPersonId, formKey: once })
  }
  return true
}
