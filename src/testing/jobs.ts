/** Does the waiting jobs of a test's database, one after the other, with the real handlers. */
import type { Job, Queue } from '../core/queue.ts'
import type { TestDatabase } from './database.ts'
import { sql } from 'kysely'
import { ask } from '../core/db.ts'

type Handlers = Map<string, (payload: unknown) => Promise<void>>

/** A queue that only remembers handlers: hand it to the `workers()` of a feature. */
export function recordingQueue(): { queue: Queue; handlers: Handlers } {
  const handlers: Handlers = new Map()
  const queue: Queue = {
    send: () => Promise.reject(new Error('this queue only records handlers')),
    async work(job, handler) {
      handlers.set(job.name, async (payload) => handler(job.payload.parse(payload)))
    },
    repeat: async () => {},
    stop: async () => {},
  }
  return { queue, handlers }
}

export type WaitingJob = { id: string; name: string; data: object; startAfter: Date }

/** Jobs promised and not yet done, oldest first; those for later too. */
export function listJobs({ db }: TestDatabase, job?: Job): Promise<WaitingJob[]> {
  const ofName = job ? sql`and name = ${job.name}` : sql``
  return ask<WaitingJob>(
    db,
    sql`select id, name, data, start_after from pgboss.job where state = 'created' ${ofName} order by created_on, id`,
  )
}
