/** A live room with a thousand pages open, against bare `node:http` that writes the same bytes to as many. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { repository } from '../bin/lib/paths.ts'
import { newToken, systemClock } from '../src/core/clock.ts'
import { transaction } from '../src/core/db.ts'
import { bookingUrls } from '../src/features/bookings/urls.ts'
import { askQuestion } from '../src/features/live-rooms/ask-question.ts'
import { readRoom } from '../src/features/live-rooms/store.ts'
import { streamUrl } from '../src/features/live-rooms/urls.ts'
import { voteQuestion } from '../src/features/live-rooms/vote-question.ts'
import { openEars, type Ears } from './ears.ts'
import { judge, median, type Figure, type Round } from './harness.ts'
import { freePort, launch } from './processes.ts'
import { exchange } from './replay.ts'
import { statement, type Bench } from './town.ts'
import { openStage, type Stage } from './verbs.ts'

const listeners = 1000
/** Milliseconds between two votes: each is told by itself, not together with the next. */
const pause = 150

type Room = { trainingSessionId: string; tokens: string[]; questionId: string }
/** `say` gives the milliseconds until the last listener has heard; `memory`, kB a listener. */
type Side = { say: () => Promise<number>; memory: number; close: () => Promise<void> }

export async function live(bench: Bench): Promise<Figure[]> {
  const ours = await openOurs(bench)
  await ours.say()
  const bare = await openBare(ours.message())
  const rounds: { median: Round[]; slowest: Round[] } = { median: [], slowest: [] }
  for (let number = 0; number <= bench.pace.rounds; number++) {
    const one = await delays(number % 2 === 0 ? ours : bare, bench.pace.seconds)
    const other = await delays(number % 2 === 0 ? bare : ours, bench.pace.seconds)
    const [mine, limits] = number % 2 === 0 ? [one, other] : [other, one]
    // The first round warms both up.
    if (number === 0) continue
    rounds.median.push({ ours: median(mine), limit: median(limits) })
    rounds.slowest.push({ ours: nearlyWorst(mine), limit: nearlyWorst(limits) })
  }
  await ours.close()
  await bare.close()
  return figuresOf(rounds, { ours: ours.memory, limit: bare.memory })
}

function figuresOf(rounds: { median: Round[]; slowest: Round[] }, memory: Round): Figure[] {
  const comparedWith = 'bare node:http stream'
  const name = `live room, ${listeners} listeners`
  return [
    judge(
      { name: `${name}, from commit to the last, median`, unit: 'ms', comparedWith, note },
      rounds.median,
    ),
    judge({ name: `${name}, from commit to the last, p99`, unit: 'ms', comparedWith, note }, rounds.slowest),
    judge({ name: `${name}, memory of each`, unit: 'kB', comparedWith, note: memoryNote }, [memory]),
  ]
}

const note =
  'ours: a vote is committed, announced by PostgreSQL, read once and written to all; the limit is told by HTTP what to write'
const memoryNote = 'growth of the resident memory of the server process, divided by the listeners'

async function delays({ say }: Side, seconds: number): Promise<number[]> {
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  while (performance.now() < until || times.length === 0) {
    times.push(await say())
    await sleep(pause)
  }
  return times
}

/** 99 of 100 are quicker; of fewer than a hundred, the slowest. */
function nearlyWorst(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN
}

async function openOurs({ emptyDatabase, startWeb }: Bench): Promise<Side & { message: () => string }> {
  const databaseUrl = await emptyDatabase()
  const stage = await openStage(databaseUrl)
  const room = await makeRoom(stage, databaseUrl)
  const web = await startWeb(databaseUrl)
  const urls = room.tokens.map((token) => web.url + streamUrl(bookingUrls.room(token), 0))
  const { ears, memory } = await openMeasured(web.pid, urls)
  const close = async () => {
    ears.close()
    await web.stop()
    await stage.close()
  }
  return { say: voter(stage, room, ears), memory, close, message: ears.lastMessage }
}

/** One vote after the other, by somebody else each time. */
function voter({ db }: Stage, { trainingSessionId, tokens, questionId }: Room, ears: Ears) {
  let turn = 0
  return async () => {
    const token = tokens[turn++ % tokens.length] ?? ''
    const isFor = Math.floor((turn - 1) / tokens.length) % 2 === 0
    const { number } = await readRoom(db, trainingSessionId)
    const heard = ears.allHear(number + 1)
    const outcome = await transaction(db, (tx) =>
      voteQuestion(tx, systemClock(), { token, questionId, isFor }),
    )
    const began = performance.now()
    if (outcome.kind !== 'counted') throw new Error(`a vote was not counted: ${outcome.kind}`)
    // The announcement may overtake the answer of the commit.
    return Math.max(0, (await heard) - began)
  }
}

async function openBare(message: string): Promise<Side> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = launch({ args: [join(import.meta.dirname, 'bare-stream.ts'), `${port}`], cwd: repository })
  await program.answers(url)
  const urls = Array.from({ length: listeners }, () => `${url}/stream`)
  const { ears, memory } = await openMeasured(program.pid, urls)
  let number = Number(/id: (\d+)/.exec(message)?.[1] ?? 1)
  const say = async () => {
    number += 1
    const heard = ears.allHear(number)
    const began = performance.now()
    await exchange(url, { method: 'POST', body: message.replace(/id: \d+/, `id: ${number}`) })
    return (await heard) - began
  }
  const close = async () => {
    ears.close()
    await program.stop()
  }
  return { say, memory, close }
}

/** What a server keeps for its first visitors, whoever they are, is not a listener's. */
async function openMeasured(pid: number, urls: readonly string[]): Promise<{ ears: Ears; memory: number }> {
  const first = await openEars(urls.slice(0, urls.length / 2))
  first.close()
  await sleep(1000)
  const before = residentKilobytes(pid)
  const ears = await openEars(urls)
  await sleep(1000)
  return { ears, memory: (residentKilobytes(pid) - before) / urls.length }
}

function residentKilobytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' }))
}

async function makeRoom({ db }: Stage, databaseUrl: string): Promise<Room> {
  const [session] = await statement<{ id: string }>(databaseUrl, newSession, [listeners])
  const trainingSessionId = session?.id ?? ''
  const seats = await statement<{ token: string }>(databaseUrl, newSeats, [trainingSessionId, listeners])
  const tokens = seats.map(({ token }) => token)
  const question = { token: tokens[0] ?? '', words: 'On m’entend ?', formKey: newToken() }
  const asked = await transaction(db, (tx) => askQuestion(tx, systemClock(), question))
  if (asked.kind !== 'asked') throw new Error(`the question was not asked: ${asked.kind}`)
  return { trainingSessionId, tokens, questionId: asked.questionId }
}

const newSession = `insert into training_sessions (training_id, starts_at, ends_at, zone, capacity, seats_taken, trainer, created_at)
  values ('F01', now() - interval '5 minutes', now() + interval '3 hours', 'Europe/Paris', $1, $1, 'A. Trainer', now())
  returning id`
const newSeats = `with someone as (
    insert into people (email) select gen_random_uuid() || '@example.org' from generate_series(1, $2) returning id
  )
  insert into bookings (token, training_session_id, person_id, language, booked_at)
  select left(translate(gen_random_uuid()::text, '-', ''), 22), $1, id, 'fr', now() from someone returning token`
