import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanEnvironment, commandLine, handOver, makePrivateFolder } from './embedded-postgres-binaries.ts'
import type { Runner } from './embedded-postgres-binaries.ts'
import { readPidFile } from './embedded-postgres-process.ts'

/** A server that was launched. `failed()` is null while it runs, then the end of its log. */
export type Launched = { failed: () => string | null }

// A socket's whole path must fit in 107 bytes on Linux, 103 on macOS; the rest is `/.s.PGSQL.5432.lock`.
const longestSocketFolder = 84
const largestLog = 10_000_000

const modest = {
  shared_buffers: '128MB',
  max_connections: '200',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  // Pages ask small questions; compiling a plan costs more than it saves.
  jit: 'off',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
}

/** For tests only: a power cut would lose everything, and nobody minds. */
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum_naptime: '10min',
}

/**
 * Launches the server in a process group of its own, so that Ctrl-C in a terminal reaches us and not it: we stop
 * it last. Its log goes to a file, for it must be able to outlive us.
 */
export async function launch(runner: Runner, directory: string, durable: boolean): Promise<Launched> {
  const log = `${directory}.log`
  const start = rotate(log)
  const settings = { ...modest, ...(durable ? {} : careless), ...(await listening(runner, directory)) }
  const args = [
    '-D',
    directory,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const behind = durable ? runner : endingWithUs(runner)
  const hasEnded =
    process.platform === 'win32' ? viaPgCtl(runner, { directory, log }, args) : detached(behind, log, args)
  return { failed: () => (hasEnded() ? readFileSync(log).subarray(start).toString('utf8').trim() : null) }
}

/** A killed test run must leave no server behind: where Linux offers it, the server then stops too. */
function endingWithUs(runner: Runner): Runner {
  if (!existsSync('/usr/bin/setpriv')) return runner
  return { ...runner, wrapper: [...runner.wrapper, '/usr/bin/setpriv', '--pdeathsig', 'INT'] }
}

function detached(runner: Runner, log: string, args: string[]): () => boolean {
  const output = openSync(log, 'a', 0o600)
  const [file, all] = commandLine(runner, runner.binaries.postgres, args)
  const options = { ...runner.as, cwd: runner.binaries.native, env: cleanEnvironment(), detached: true }
  const child = spawn(file, all, { ...options, stdio: ['ignore', output, output] })
  closeSync(output)
  let ended = false
  child.on('exit', () => (ended = true)).on('error', () => (ended = true))
  child.unref()
  return () => ended
}

/** Windows: only pg_ctl gives up an administrator's rights before it starts the server. */
function viaPgCtl(runner: Runner, place: { directory: string; log: string }, args: string[]): () => boolean {
  const settings = args.slice(2).join(' ')
  const all = ['start', '-w', '-D', place.directory, '-l', place.log, '-o', settings]
  const { status } = spawnSync(runner.binaries.pgCtl, all, { env: cleanEnvironment(), stdio: 'ignore' })
  return () => status !== 0
}

/** Keeps one old log. Returns where this run's lines begin. */
function rotate(log: string): number {
  if (!existsSync(log)) return 0
  if (statSync(log).size > largestLog) renameSync(log, `${log}.1`)
  return existsSync(log) ? statSync(log).size : 0
}

/** A Unix socket only, the binaries' OpenSSL being old; on Windows the machine's own address and a free port. */
async function listening(runner: Runner, directory: string): Promise<Record<string, string>> {
  if (process.platform === 'win32') {
    return { listen_addresses: '127.0.0.1', port: String(await freePort()), unix_socket_directories: '' }
  }
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: socketFolder(runner, directory),
    unix_socket_permissions: '0700',
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Always the same short folder for the same data, unless somebody else holds that name. */
function socketFolder(runner: Runner, directory: string): string {
  const base = tmpdir().length + 24 > longestSocketFolder ? '/tmp' : tmpdir()
  const path = join(base, `pignon-${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`)
  const mine = [process.getuid?.(), runner.as.uid]
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found && (!found.isDirectory() || !mine.includes(found.uid))) return privateFolder(base, runner)
  makePrivateFolder(path, runner)
  return path
}

function privateFolder(base: string, runner: Runner): string {
  const path = mkdtempSync(join(base, 'pignon-'))
  handOver(path, runner)
  return path
}

/** Where the running server of this directory listens, by its own account. */
export function whereItListens(directory: string): { host: string; port: number } | null {
  const file = readPidFile(directory)
  if (!file) return null
  return { host: file.socketDirectory || '127.0.0.1', port: file.port }
}
