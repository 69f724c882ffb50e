import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, rmdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, escapeIdentifier } from 'pg'
import { adviceToBringYourOwn, chooseRunner, findBinaries } from './embedded-postgres-binaries.ts'
import { ensureCluster, passwordFile, role } from './embedded-postgres-cluster.ts'
import { isAlive, isServerOf, readPidFile, stopServer, waitUntil } from './embedded-postgres-process.ts'
import { launch, whereItListens } from './embedded-postgres-server.ts'
import type { Launched } from './embedded-postgres-server.ts'

export type EmbeddedPostgresOptions = {
  /** The data directory; its log is `<directory>.log`. */
  directory: string
  /** False only for tests: quick, lost by a power cut, and (on Linux) gone with the process that started it. */
  durable?: boolean
  database?: string
  log?: (line: string) => void
}

export type EmbeddedPostgres = {
  /** For `pg`: `postgres://pignon@localhost:5432/<database>?host=<socket folder>`. */
  url: string
  /** False when a server of this directory was running already. */
  started: boolean
  /**
   * Stops the server, if it is ours: started here, or adopted from a process that died. A server that another
   * living process looks after is left to it. May be called again.
   */
  stop: () => Promise<void>
}

// Recovery after a power cut reads the whole journal; this is for the slowest disk.
const patience = 120_000
/** Any number, the same for all: who holds this advisory lock in `postgres` looks after the server. */
const keeperLock = 7_446_701

/**
 * Starts the PostgreSQL that came with `npm ci` on a data directory of ours, or adopts the one that runs there
 * already. Resolves when the database answers; throws an Error whose message says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { database = 'pignon', durable = true, log = () => {} } = options
  const directory = realDirectory(options.directory)
  const started = !(await adopt(directory, log))
  if (started) await launchUntilReady(directory, durable, log)
  await ensureDatabase(directory, database)
  const keeper = await keep(directory)
  let stopping: Promise<void> | null = null
  const stop = () => (stopping ??= stopIfKept(directory, keeper))
  return { url: urlOf(directory, database), started, stop }
}

/** Real paths only, for two names of one folder must meet the same server. */
function realDirectory(path: string): string {
  const parent = dirname(resolve(path))
  mkdirSync(parent, { recursive: true })
  const full = join(realpathSync(parent), basename(resolve(path)))
  return existsSync(full) ? realpathSync(full) : full
}

/**
 * True when a server of this directory answers. One that is starting, or leaving, is waited for; one that runs
 * without ever answering (its socket was swept from /tmp) is stopped; a number that another program bears by now
 * is struck off.
 */
async function adopt(directory: string, log: (line: string) => void): Promise<boolean> {
  if (await answers(directory)) return true
  const file = readPidFile(directory)
  if (!file || !isAlive(file.pid)) return false
  if (!isServerOf(file.pid, directory)) {
    if (process.platform !== 'win32') rmSync(join(directory, 'postmaster.pid'), { force: true })
    return false
  }
  if (
    await waitUntil(
      async () => (await answers(directory)) || !isAlive(file.pid),
      socketIsThere(directory) ? patience : 3000,
    )
  ) {
    return isAlive(file.pid)
  }
  log('A PostgreSQL server of this folder runs but does not answer: stopping it.')
  await stopServer(file.pid)
  return false
}

function socketIsThere(directory: string): boolean {
  const where = whereItListens(directory)
  return where !== null && existsSync(where.host)
}

async function answers(directory: string): Promise<boolean> {
  try {
    return (await ask(directory, 'select current_setting($1) as value', ['data_directory'])) === directory
  } catch {
    return false
  }
}

/** A rival start may win the race, and orphaned backends may need a moment to go: hence more than one try. */
async function launchUntilReady(
  directory: string,
  durable: boolean,
  log: (line: string) => void,
): Promise<void> {
  const runner = chooseRunner(findBinaries(), directory)
  if (ensureCluster(runner, directory, durable) === 'made') log(`New database in ${directory}`)
  for (let attempt = 1; ; attempt++) {
    const launched = await launch(runner, directory, durable)
    const problem = await untilReady(directory, launched)
    if (problem === null) return
    if (attempt === 20 || !/lock file|shared memory block/.test(problem))
      throw cannotStart(directory, problem)
    await sleep(250)
    if (await adopt(directory, log)) return
  }
}

/** Null when it answers, else the end of its log. */
async function untilReady(directory: string, launched: Launched): Promise<string | null> {
  const settled = async () => launched.failed() !== null || (await answers(directory))
  if (await waitUntil(settled, patience)) return launched.failed()
  return `it did not answer within ${patience / 1000} seconds`
}

function cannotStart(directory: string, problem: string): Error {
  const lines = problem.split('\n').slice(-8).join('\n')
  return new Error(
    `PostgreSQL did not start on ${directory}:\n${lines}\nIts log: ${directory}.log. ${adviceToBringYourOwn}`,
  )
}

async function ensureDatabase(directory: string, database: string): Promise<void> {
  if (await ask(directory, 'select datname as value from pg_database where datname = $1', [database])) return
  try {
    await ask(directory, `create database ${escapeIdentifier(database)}`, [])
  } catch (error) {
    // Another process made it between the question and the order.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  }
}

/** One question on a connection of its own; the first row's `value`. */
async function ask(directory: string, sql: string, values: string[]): Promise<string | undefined> {
  const client = await connect(directory)
  try {
    const { rows } = await client.query<{ value?: string }>(sql, values)
    return rows[0]?.value
  } finally {
    await client.end()
  }
}

async function connect(directory: string): Promise<Client> {
  const connectionString = urlOf(directory, 'postgres')
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: 5000,
    application_name: 'pignon keeper',
  })
  client.on('error', () => {})
  await client.connect()
  return client
}

function urlOf(directory: string, database: string): string {
  const where = whereItListens(directory)
  if (!where) throw new Error(`No PostgreSQL server runs on ${directory}.`)
  const { host, port } = where
  const name = encodeURIComponent(database)
  if (host.startsWith('/')) return `postgres://${role}@localhost:${port}/${name}?host=${encodeURI(host)}`
  const password = readFileSync(passwordFile(directory), 'utf8').trim()
  return `postgres://${role}:${password}@${host}:${port}/${name}`
}

/**
 * Becomes the server's keeper if no living process is: the lock lives exactly as long as its holder's connection,
 * so a killed process leaves it free, which no file with a process number could promise.
 */
async function keep(directory: string): Promise<Client | null> {
  const client = await connect(directory)
  const { rows } = await client.query<{ kept: boolean }>('select pg_try_advisory_lock($1) as kept', [
    keeperLock,
  ])
  if (rows[0]?.kept) {
    streamOf(client).unref()
    return client
  }
  await client.end()
  return null
}

/** The keeper's connection must not keep its process from ending, except while it says goodbye. */
function streamOf(client: Client): { ref(): void; unref(): void } {
  return (client as unknown as { connection: { stream: { ref(): void; unref(): void } } }).connection.stream
}

async function stopIfKept(directory: string, keeper: Client | null): Promise<void> {
  if (!keeper) return
  const file = readPidFile(directory)
  streamOf(keeper).ref()
  await keeper.end()
  if (!file) return
  await stopServer(file.pid)
  if (file.socketDirectory) removeIfEmpty(file.socketDirectory)
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // A server that had to be killed leaves its socket: the next start uses the folder again.
  }
}
