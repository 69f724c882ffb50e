/** Bookings on one hot session, and over 25, against the one statement that keeps it from being oversold. */
import { Pool } from 'pg'
import { newId, systemClock } from '../src/core/clock.ts'
import { transaction } from '../src/core/db.ts'
import type { SeatOutcome, SeatRequest } from '../src/features/bookings/allot-seats.ts'
import { bookSeat } from '../src/features/bookings/book-seat.ts'
import { gatherRequests } from '../src/features/bookings/gather-requests.ts'
import { compare, perSecond, type Figure } from './harness.ts'
import { settle, statement, type Bench } from './town.ts'
import { clients, openStage, type Stage } from './verbs.ts'

/** New sessions for each round, and people who have never booked. */
type Scene = { sessions: string[]; people: string[]; turn: number }

const everyTraining = 25

type Book = (request: SeatRequest) => Promise<SeatOutcome>

export async function booking({ pace, emptyDatabase }: Bench): Promise<Figure[]> {
  const url = await emptyDatabase()
  const stage = await openStage(url)
  const pool = new Pool({ connectionString: url, max: clients })
  let scene: Scene = { sessions: [], people: [], turn: 0 }
  const prepareFor = (sessions: number) => async () => {
    scene = await makeScene(url, { sessions, people: Math.ceil(pace.seconds * 4000) })
    await settle(url)
  }
  const measure = (seat: (scene: Scene) => Promise<void>) => () =>
    perSecond(() => seat(scene), { clients, seconds: pace.seconds })
  const against = {
    unit: 'bookings/s',
    comparedWith: 'bare conditional update',
    prepare: prepareFor(1),
    limit: measure(bareUpdate(pool)),
  }
  const goal = { of: 'ratio', atLeast: 0.5 } as const
  const together = measure(ourBooking(gatherRequests(stage.db, systemClock)))
  const alone = measure(ourBooking(inTurn(stage)))
  const figures = [
    await compare({ ...against, name: 'booking', goal, note, ours: together }, pace),
    await compare({ ...against, name: 'booking, each in its own transaction', ours: alone }, pace),
    await compare(
      {
        ...against,
        name: `booking over ${everyTraining} sessions`,
        prepare: prepareFor(everyTraining),
        ours: measure(ourBooking(gatherRequests(stage.db, systemClock))),
      },
      pace,
    ),
  ]
  await pool.end()
  await stage.close()
  return figures
}

const note =
  'as one web process serves them: requests that meet at the same session share a transaction, while the limit commits each update by itself'

/** Everybody queues at the lock of the session, as people of several web processes do. */
function inTurn({ db }: Stage): Book {
  return (request) => transaction(db, (tx) => bookSeat(tx, systemClock(), request))
}

function ourBooking(book: Book) {
  return async (scene: Scene) => {
    const personId = scene.people.pop()
    if (!personId) throw new Error('more bookings than we prepared people for')
    const whom = { holder: { personId }, businessId: null, diagnosticId: null, language: 'fr' as const }
    const outcome = await book({ trainingSessionId: nextOf(scene), ...whom, formKey: newId() })
    if (outcome.kind !== 'booked') throw new Error(`a seat was not booked: ${outcome.kind}`)
  }
}

const conditionalUpdate = `update training_sessions set seats_taken = seats_taken + 1
  where id = $1 and cancelled_at is null and starts_at > $2 and seats_taken < capacity returning seats_taken`

function bareUpdate(pool: Pool) {
  return async (scene: Scene) => {
    const { rowCount } = await pool.query({
      name: 'seat',
      text: conditionalUpdate,
      values: [nextOf(scene), systemClock()],
    })
    if (rowCount !== 1) throw new Error('the bare update found no seat')
  }
}

/** The sessions in turns. */
function nextOf(scene: Scene): string {
  scene.turn += 1
  return scene.sessions[scene.turn % scene.sessions.length] ?? ''
}

async function makeScene(
  url: string,
  { sessions, people }: { sessions: number; people: number },
): Promise<Scene> {
  const made = await statement<{ id: string }>(url, newSessions, [sessions])
  const found = await statement<{ id: string }>(url, newPeople, [people])
  return { sessions: made.map(({ id }) => id), people: found.map(({ id }) => id), turn: 0 }
}

/** Far enough ahead for all reminders to be due. */
const newSessions = `insert into training_sessions (training_id, starts_at, ends_at, zone, capacity, trainer, created_at)
  select 'F01', now() + interval '30 days', now() + interval '30 days 30 minutes', 'Europe/Paris', 1000000, 'A. Trainer', now()
  from generate_series(1, $1) returning id`
const newPeople = `insert into people (email)
  select gen_random_uuid() || '@example.org' from generate_series(1, $1) returning id`
