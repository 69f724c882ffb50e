import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { writePoll } from '../live-rooms/write-poll.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Training } from '../programmes/training.ts'
import { localTimeOf } from '../training-sessions/local-time.ts'
import { scheduleSession } from '../training-sessions/schedule-session.ts'
import { demoPoll } from './town.texts.ts'

export type DemoSession = { id: string; trainingId: string; zone: string; capacity: number }

const day = 86_400_000
/** Before opening, after lunch, after closing. */
const hours = ['08:30', '13:30', '20:00'] as const
/** Three times in the six weeks to come. */
const turns = [2, 16, 30]
const fewSeats = 6
const overseas = 'America/Guadeloupe'

/** `trainers`: people of the team. */
type Setting = { operator: Actor; programme: Programme; trainers: readonly string[] }

/** Three sessions a training; the first of all has few seats, so that it can be full; the last is in the Antilles. */
export async function seedSessions(
  tx: Tx,
  now: Date,
  { operator, programme, trainers }: Setting,
): Promise<DemoSession[]> {
  const sessions: DemoSession[] = []
  for (const [index, training] of programme.trainings.entries()) {
    const trainerPersonId = trainers[index % trainers.length] ?? operator.personId
    for (const [turn, days] of turns.entries()) {
      const date = dayOf(now, days + (index % 11))
      const time = hours[(index + turn) % hours.length] ?? hours[0]
      const local = { date, time, zone: 'Europe/Paris' }
      const capacity = sessions.length === 0 ? fewSeats : 20 + 5 * (index % 3)
      sessions.push(await schedule(tx, now, { operator, training, trainerPersonId, local, capacity }))
    }
  }
  const [training] = programme.trainings
  if (!training) return sessions
  const local = { date: dayOf(now, 11), time: '09:00', zone: overseas }
  const trainerPersonId = trainers[0] ?? operator.personId
  return [...sessions, await schedule(tx, now, { operator, training, trainerPersonId, local, capacity: 20 })]
}

/** Minutes before the start: the room is open, and one may still book. */
const soon = 14

/** A session whose room is open right now, with a poll ready, so that a visitor of the demo can go in. */
export async function seedSessionOfNow(
  tx: Tx,
  now: Date,
  { operator, programme, trainers }: Setting,
): Promise<void> {
  const training = programme.trainings.at(-1)
  if (!training) return
  const local = localTimeOf(new Date(now.getTime() + soon * 60_000), 'Europe/Paris')
  const trainerPersonId = trainers[0] ?? operator.personId
  const wanted = { operator, training, trainerPersonId, local, capacity: 30 }
  // In the night when an hour comes twice, the first of the two may have passed.
  const { id } = await schedule(tx, now, { ...wanted, occurrence: 'second' })
  await writePoll(tx, now, operator, {
    ...demoPoll,
    options: [...demoPoll.options],
    trainingSessionId: id,
    showsResults: true,
    formKey: null,
  })
}

/** The date so many days from now, Sundays moved to Mondays. */
function dayOf(now: Date, days: number): string {
  const date = new Date(now.getTime() + days * day)
  const moved = date.getUTCDay() === 0 ? new Date(date.getTime() + day) : date
  return moved.toISOString().slice(0, 10)
}

type Wanted = {
  operator: Actor
  training: Training
  trainerPersonId: string
  local: { date: string; time: string; zone: string }
  capacity: number
  /** Which, when the clock shows the hour twice: the first unless said. */
  occurrence?: 'second'
}

async function schedule(tx: Tx, now: Date, { operator, training, ...wanted }: Wanted): Promise<DemoSession> {
  const roomUrl = `https://salle.example.org/${training.slug}`
  const request = { training, occurrence: 'first' as const, roomUrl, formKey: null, ...wanted }
  const outcome = await scheduleSession(tx, now, operator, request)
  if (outcome.kind !== 'scheduled')
    throw new Error(`a session of the demo could not be scheduled: ${outcome.kind}`)
  const { local, capacity } = wanted
  return { id: outcome.trainingSessionId, trainingId: training.id, zone: local.zone, capacity }
}
