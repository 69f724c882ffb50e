/**
 * Jobs in PostgreSQL (pg-boss): a job is promised in the same transaction as the fact it follows, and a job
 * of a killed worker comes back when its heartbeat stops.
 */
import { Client } from 'pg'
import { fromKysely, PgBoss, type JobResult } from 'pg-boss'
import type { z } from 'zod'
import { databaseOf, type Db, type Tx } from './db.ts'
import type { Log } from './log.ts'

/** A kind of work: its name (`feature.verb-noun`) and the shape of its payload, which holds ids only. */
export type Job<S extends z.ZodType = z.ZodType> = { name: string; payload: S; retryLimit?: number }
export type Timing = { startAfter?: Date; priority?: number }
export type Handler<S extends z.ZodType> = (payload: z.infer<S>) => Promise<void>
/** A timer: `cron` in UTC. */
export type Timer = { job: Job<z.ZodObject>; cron: string }

/** A dead worker is noticed after this long; pg-boss allows no less than ten seconds. */
const heartbeatSeconds = 20
const monitorSeconds = 10

/**
 * Woken by each promise. One notice may stand for many jobs, so a full batch is followed by the next at once:
 * else a backlog would drain at the pace of the polls. Each job of a batch fails or succeeds for itself.
 */
const pace = {
  batchSize: 5,
  localConcurrency: 2,
  burstWhenBatchFull: true,
  perJobResults: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 10,
} as const

export type Queue = {
  send(tx: Tx, job: Job, promises: { payload: object; timing?: Timing }[]): Promise<void>
  /** Starts handling a job, up to ten at the same time in this process. */
  work<S extends z.ZodType>(job: Job<S>, handler: Handler<S>): Promise<void>
  repeat(timer: Timer): Promise<void>
  stop(): Promise<void>
}

/**
 * The queue that lives in a database. A verb is handed its transaction only: what it enqueues goes where the
 * transaction goes.
 */
const queues = new WeakMap<Db, Queue>()

export function attachQueue(db: Db, queue: Queue): void {
  queues.set(db, queue)
}

/** @throws when the process started without a queue: enqueueing into nowhere would lose a promise. */
function queueOf(tx: Tx): Queue {
  const queue = queues.get(databaseOf(tx))
  if (!queue) throw new Error('no queue is attached to this database')
  return queue
}

/** Promises work, in the caller's transaction: it will be done only if the fact it follows is kept. */
export async function enqueue<S extends z.ZodType>(
  tx: Tx,
  job: Job<S>,
  payload: z.infer<S> & object,
  timing: Timing = {},
): Promise<void> {
  await queueOf(tx).send(tx, job, [{ payload, timing }])
}

export type Promised<S extends z.ZodType> = { payload: z.infer<S> & object; timing?: Timing }

/** Promises many pieces of the same kind of work in one statement. */
export async function enqueueAll<S extends z.ZodType>(
  tx: Tx,
  job: Job<S>,
  promises: Promised<S>[],
): Promise<void> {
  if (promises.length > 0) await queueOf(tx).send(tx, job, promises)
}

/** Installs the tables of the queue and a queue for each job; part of `pignon migrate`. */
export async function installQueue(databaseUrl: string, jobs: Job[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: 2,
    supervise: false,
    schedule: false,
    migrate: true,
  })
  await boss.start()
  try {
    for (const job of jobs) await createOrUpdateQueue(boss, job)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** The jobs that `installQueue` has not seen yet: promising one would fail. */
export async function missingQueues(databaseUrl: string, jobs: Job[]): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('select name from pgboss.queue')
    const known = new Set(rows.map(({ name }) => name))
    return jobs.map(({ name }) => name).filter((name) => !known.has(name))
  } finally {
    await client.end()
  }
}

async function createOrUpdateQueue(boss: PgBoss, job: Job): Promise<void> {
  const options = {
    retryLimit: job.retryLimit ?? 8,
    retryBackoff: true,
    retryDelay: 2,
    retryDelayMax: 3600,
    expireInSeconds: 600,
    heartbeatSeconds,
    notify: true,
  }
  await boss.createQueue(job.name, options)
  await boss.updateQueue(job.name, options)
}

export type QueueOptions = { databaseUrl: string; log: Log; role: 'sender' | 'worker' }

/** A `sender` (web, command) only promises work; a `worker` also does it and watches over the queues. */
export async function startQueue({ databaseUrl, log, role }: QueueOptions): Promise<Queue> {
  const isWorker = role === 'worker'
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: isWorker ? 6 : 2,
    migrate: false,
    supervise: isWorker,
    schedule: isWorker,
    useListenNotify: isWorker,
    superviseIntervalSeconds: monitorSeconds,
    monitorIntervalSeconds: monitorSeconds,
    instanceName: role,
  })
  boss.on('error', (error) => log.error({ err: error }, 'queue'))
  boss.on('warning', (warning) => log.warn({ warning }, 'queue'))
  await boss.start()
  return {
    ...sending(boss),
    ...working(boss, log),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

function sending(boss: PgBoss): Pick<Queue, 'send'> {
  return {
    async send(tx, job, promises) {
      const db = fromKysely(tx)
      const jobs = promises.map(({ payload: data, timing = {} }) => {
        const later = timing.startAfter && { startAfter: timing.startAfter }
        return { data, options: { ...later, priority: timing.priority ?? 0 } }
      })
      const [first] = jobs
      if (jobs.length === 1 && first) await boss.send(job.name, first.data, { ...first.options, db })
      else
        await boss.insert(
          job.name,
          jobs.map(({ data, options }) => ({ data, ...options })),
          { db },
        )
    },
  }
}

function working(boss: PgBoss, log: Log): Pick<Queue, 'work' | 'repeat'> {
  return {
    async work(job, handler) {
      const one = async ({ id, data }: { id: string; data: object }): Promise<JobResult> => {
        try {
          await handler(job.payload.parse(data))
          return { id, status: 'completed' }
        } catch (error) {
          log.error({ err: error, job: job.name, jobId: id }, 'job failed')
          return { id, status: 'failed', output: { message: String(error) } }
        }
      }
      await boss.work(job.name, pace, (deliveries: { id: string; data: object }[]) =>
        Promise.all(deliveries.map(one)),
      )
    },
    async repeat({ job, cron }) {
      await boss.schedule(job.name, cron, {}, { tz: 'UTC' })
    },
  }
}
