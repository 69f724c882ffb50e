/** What the web, the worker and the commands have in common: how a process starts, and how it stops. */
import { readAssets } from './core/assets.ts'
import { systemClock } from './core/clock.ts'
import { badConfigExitCode, ConfigError, processConfig, type Config } from './core/config.ts'
import { ContentError } from './core/content.ts'
import { connect, isDatabaseAway, transaction } from './core/db.ts'
import { createLog, type Log } from './core/log.ts'
import { listMigrations, pendingMigrations } from './core/migrate.ts'
import { attachQueue, missingQueues, startQueue, type Queue } from './core/queue.ts'
import type { Services } from './core/services.ts'
import { loadProgramme } from './features/programmes/load-programme.ts'
import type { Programme } from './features/programmes/programme.ts'
import { keepRelease } from './features/programmes/store.ts'
import { everyJob } from './jobs.ts'

export type Process = {
  services: Services
  programme: Programme
  queue: Queue
  /** Runs at the end, last registered first; each gets its chance even when another fails. */
  onStop: (work: () => Promise<void>) => void
}

/** Starts a process that lasts: stops gracefully on SIGTERM or SIGINT, at once on the second signal. */
export async function start(
  role: 'sender' | 'worker',
  run: (process: Process) => Promise<void>,
): Promise<void> {
  const prepared = await prepare(role).catch(leave)
  const stop = async (signal: string) => {
    prepared.services.log.info({ signal }, 'stopping')
    await prepared.stop()
    process.exit(0)
  }
  let signals = 0
  const onSignal = (signal: string) => {
    signals += 1
    if (signals > 1) process.exit(1)
    void stop(signal)
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  await run(prepared).catch(leave)
}

/** A wrong setting, a mistake in the programme or a database that is away is told in words, not as a stack. */
export function leave(error: unknown): never {
  const isForPeople = error instanceof ConfigError || error instanceof ContentError
  // oxlint-disable-next-line no-console -- there may be no log yet
  console.error(isForPeople ? error.message : isDatabaseAway(error) ? databaseAway(error) : error)
  process.exit(isForPeople ? badConfigExitCode : 1)
}

function databaseAway(error: unknown): string {
  const reason = error instanceof Error ? error.message || String(error) : String(error)
  return `The database at DATABASE_URL does not answer: ${reason}`
}

/** Everything a process needs, checked: settings, programme, schema, queue. */
export async function prepare(role: 'sender' | 'worker'): Promise<Process & { stop: () => Promise<void> }> {
  const config = processConfig()
  const log = createLog(config)
  const programme = await loadProgramme(config.programme)
  await refuseOldSchema(config)
  const services = connectServices(config, log)
  const queue = await startQueue({ databaseUrl: config.databaseUrl, log, role })
  attachQueue(services.db, queue)
  await transaction(services.db, (tx) => keepRelease(tx, services.clock(), programme))
  const { onStop, stop } = endings(log)
  onStop(() => services.db.destroy())
  onStop(() => queue.stop())
  return { services, programme, queue, onStop, stop }
}

function connectServices(config: Config, log: Log): Services {
  const db = connect({
    url: config.databaseUrl,
    pool: config.databasePool,
    onLost: (error) => log.warn({ err: error }, 'a connection to the database was lost'),
  })
  return { config, db, clock: systemClock, log, assets: readAssets('dist/client') }
}

async function refuseOldSchema(config: Config): Promise<void> {
  const pending = await pendingMigrations(config.databaseUrl, await listMigrations('db/migrations'))
  const missing = pending.length > 0 ? pending : await missingQueues(config.databaseUrl, everyJob)
  if (missing.length > 0)
    throw new ConfigError([
      `DATABASE_URL leads to a database that misses ${missing.join(', ')}: run pignon migrate`,
    ])
}

function endings(log: Log) {
  const works: (() => Promise<void>)[] = []
  return {
    onStop: (work: () => Promise<void>) => void works.unshift(work),
    stop: async () => {
      for (const work of works)
        await work().catch((error: unknown) => log.error({ err: error }, 'while stopping'))
    },
  }
}
