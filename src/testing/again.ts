/** The patience of a person in a rush: told that the database is busy, they ask again. */
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError } from 'pg'

/** A lock or a statement that waited too long (PostgreSQL), in a transaction that was rolled back. */
const busyCodes = new Set(['55P03', '57014'])
const aMinute = 60_000

/**
 * Does `work` again, for a minute, as long as it fails because it had to wait too long for a connection or a lock:
 * that says how fast the machine is, and nothing was kept. Anything else it throws, a deadlock too, is thrown.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + aMinute
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!waitedTooLong(error) || performance.now() > until) throw error
      await sleep(500)
    }
  }
}

function waitedTooLong(error: unknown): boolean {
  if (error instanceof DatabaseError) return busyCodes.has(error.code ?? '')
  // The pool's words for a free client that did not come in time, and the driver's for a server that did not answer.
  return (
    error instanceof Error && /timeout exceeded when trying to connect|^timeout expired/.test(error.message)
  )
}
