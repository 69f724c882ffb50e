/** Hearing what other processes commit: one connection of its own that LISTENs (PostgreSQL NOTIFY). */
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Log } from './log.ts'

type Listening = {
  url: string
  channel: string
  log: Log
  /** The payload of each notice, in the order of the commits. */
  onNotice: (payload: string) => void
  /** Listening from now on: what was said before, at the first time too, has to be read from the tables. */
  onConnected: () => void
}

export type Notices = { stop: () => Promise<void> }

/** Milliseconds before trying again: twice as long after each failure, up to the longest. */
const pauses = { first: 250, longest: 10_000 }
/** Milliseconds for the server to say goodbye; one that is gone never does. */
const farewell = 2_000

/** Listens until it is stopped; a lost connection is made anew, however long the database is away. */
export function listenTo(listening: Listening): Notices {
  const ending = new AbortController()
  const work = keepListening(listening, ending.signal)
  return {
    stop: () => {
      ending.abort()
      return work
    },
  }
}

async function keepListening(listening: Listening, ending: AbortSignal): Promise<void> {
  let pause = pauses.first
  while (!ending.aborted) {
    const began = await listenOnce(listening, ending).catch((error: unknown) => {
      listening.log.warn({ err: error }, 'no notices from the database for a moment')
      return false
    })
    pause = began ? pauses.first : Math.min(pause * 2, pauses.longest)
    await sleep(pause, undefined, { signal: ending }).catch(() => {})
  }
}

/** True when it listened for a time; the connection has ended then. */
async function listenOnce(
  { url, channel, onNotice, onConnected }: Listening,
  ending: AbortSignal,
): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true })
  const ended = new Promise<void>((resolve) => client.once('end', resolve))
  client.on('error', () => {})
  client.on('notification', ({ payload = '' }) => onNotice(payload))
  // A client that is told to end while it connects never does: whoever stops us waits for the connection.
  await client.connect()
  try {
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
    onConnected()
    await Promise.race([ended, asked(ending)])
    return true
  } finally {
    await Promise.race([client.end().catch(() => {}), sleep(farewell, undefined, { ref: false })])
  }
}

/** Resolves when we are asked to stop. */
function asked(ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (ending.aborted) resolve()
    else ending.addEventListener('abort', () => resolve(), { once: true })
  })
}
