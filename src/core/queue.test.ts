import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { freshDatabase, testLog } from '../testing/database.ts'
import { listJobs } from '../testing/jobs.ts'
import { slowJob } from '../testing/slow-job.ts'
import { newId } from './clock.ts'
import { transaction } from './db.ts'
import { enqueue, enqueueAll, installQueue, missingQueues, startQueue, type Queue } from './queue.ts'

const database = freshDatabase()
const queues: Queue[] = []
/** Enough on any machine; what is waited for usually takes no time. */
const aMinute = { timeout: 60_000 }
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.stop()
})

async function aWorker(): Promise<Queue> {
  await installQueue(database.url, [slowJob])
  const queue = await startQueue({ databaseUrl: database.url, log: testLog, role: 'worker' })
  queues.push(queue)
  return queue
}

const promise = (id: string) => transaction(database.db, (tx) => enqueue(tx, slowJob, { id }))

test('a job is promised only if the fact it follows is kept', async () => {
  await installQueue(database.url, [slowJob])
  const id = newId()
  const undone = transaction(database.db, async (tx) => {
    await enqueue(tx, slowJob, { id })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect((await listJobs(database, slowJob)).map(({ data }) => data)).not.toContainEqual({ id })
})

test('a job starts at the notice of its transaction, not at the next poll, and one for later waits', async () => {
  const worker = await aWorker()
  const done: string[] = []
  await worker.work(slowJob, async ({ id }) => void done.push(id))
  const [now, later] = [newId(), newId()]
  await transaction(database.db, async (tx) => {
    await enqueue(tx, slowJob, { id: now })
    await enqueue(tx, slowJob, { id: later }, { startAfter: new Date(Date.now() + 3_600_000) })
  })
  await expect.poll(() => done, aMinute).toEqual([now])
  // Twenty more, each promised when the one before it is done: polls, two seconds apart, would take forty.
  const began = performance.now()
  for (let turn = 0; turn < 20; turn++) {
    const id = newId()
    await promise(id)
    await expect.poll(() => done, aMinute).toContain(id)
  }
  expect(performance.now() - began).toBeLessThan(25_000)
  expect(done).not.toContain(later)
})

test('many jobs promised at once are done without a pause, and one that fails keeps none of them', async () => {
  const worker = await aWorker()
  const done = new Set<string>()
  const ids = Array.from({ length: 400 }, newId)
  await worker.work(slowJob, async ({ id }) => {
    if (id === ids[50] && !done.has('failed')) {
      done.add('failed')
      throw new Error('the relay is away')
    }
    done.add(id)
  })
  // At ten a poll, and two seconds between polls, they would take eighty seconds; one by one they take no time.
  const began = performance.now()
  await transaction(database.db, (tx) =>
    enqueueAll(
      tx,
      slowJob,
      ids.map((id) => ({ payload: { id } })),
    ),
  )
  await expect.poll(() => done.size, aMinute).toBeGreaterThanOrEqual(ids.length)
  expect(performance.now() - began).toBeLessThan(40_000)
  await expect.poll(() => ids.every((id) => done.has(id)), aMinute).toBe(true)
})

test('a job that fails is tried again', async () => {
  const worker = await aWorker()
  const tries: string[] = []
  await worker.work(slowJob, async ({ id }) => {
    tries.push(id)
    if (tries.length === 1) throw new Error('the relay is away')
  })
  const id = newId()
  await promise(id)
  await expect.poll(() => tries, aMinute).toEqual([id, id])
})

test(
  'the job of a worker killed by force is taken up by another within a minute',
  { timeout: 240_000 },
  async () => {
    await installQueue(database.url, [slowJob])
    const victim = spawn(process.execPath, ['src/testing/stuck-worker.ts', database.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const id = newId()
    await promise(id)
    let said = ''
    victim.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await expect.poll(() => said, aMinute).toContain(`took ${id}`)
    victim.kill('SIGKILL')
    await once(victim, 'exit')
    const done: string[] = []
    await (await aWorker()).work(slowJob, async (payload) => void done.push(payload.id))
    // Half a minute more than promised: for a machine that is out of breath. Unnoticed, it would be ten minutes.
    await expect.poll(() => done, { timeout: 90_000, interval: 500 }).toContain(id)
  },
)

test('a kind of job that came with a newer version is missed until the database is migrated', async () => {
  const newer = { ...slowJob, name: 'tests.newer-job' }
  expect(await missingQueues(database.url, [slowJob, newer])).toContain('tests.newer-job')
  await installQueue(database.url, [slowJob, newer])
  expect(await missingQueues(database.url, [slowJob, newer])).toEqual([])
})
