/** A worker that takes one job, says so, and never finishes it: run as a process, to be killed. */
import { createLog } from '../core/log.ts'
import { startQueue } from '../core/queue.ts'
import { slowJob } from './slow-job.ts'

const databaseUrl = process.argv[2] ?? ''
const queue = await startQueue({
  databaseUrl,
  log: createLog({ logLevel: 'fatal', logFormat: 'json' }),
  role: 'worker',
})
await queue.work(slowJob, async ({ id }) => {
  process.stdout.write(`took ${id}\n`)
  await new Promise(() => setInterval(() => {}, 1000))
})
process.stdout.write('ready\n')
