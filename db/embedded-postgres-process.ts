import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a running server writes in `postmaster.pid`; `socketDirectory` is empty when it listens on TCP only. */
export type PidFile = { pid: number; port: number; socketDirectory: string }

/** Reads `postmaster.pid`, or null when there is none (or none that can be understood). */
export function readPidFile(directory: string): PidFile | null {
  const lines = readIfPresent(join(directory, 'postmaster.pid'))?.split('\n')
  if (!lines) return null
  // An unreadable first line is a file cut short by a crash: nobody can hold it.
  const pid = Number.parseInt(lines[0] ?? '', 10)
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, port: Number.parseInt(lines[3] ?? '', 10) || 5432, socketDirectory: lines[4]?.trim() ?? '' }
}

function readIfPresent(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Whether the process runs. One that ended but was never waited for (an orphan in a container) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !/^\d+ \(.*\) Z/s.test(readProc(pid, 'stat'))
}

/** Whether this process is a PostgreSQL server of that data directory, and not some program with a recycled number. */
export function isServerOf(pid: number, directory: string): boolean {
  if (!isAlive(pid)) return false
  const command = commandOf(pid)
  return command.includes('postgres') && command.includes(directory)
}

/** The command line of a process; empty when it cannot be known. */
export function commandOf(pid: number): string {
  if (process.platform === 'linux') return readProc(pid, 'cmdline').replaceAll('\0', ' ')
  if (process.platform === 'win32') return ''
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/**
 * Stops a server: first fast (open transactions are rolled back, everything is written), then at once (the next
 * start recovers), then by force. Resolves when the process is gone; throws when even that fails.
 */
export async function stopServer(pid: number, patience = 30_000): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', patience],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ]
  for (const [signal, milliseconds] of steps) {
    if (!isAlive(pid)) return
    signalQuietly(pid, signal)
    if (await waitUntil(() => !isAlive(pid), milliseconds)) return
  }
  throw new Error(`The PostgreSQL server (process ${pid}) does not stop.`)
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended between the question and the signal.
  }
}

/** Asks every few milliseconds; false when the time has passed without a yes. */
export async function waitUntil(
  question: () => boolean | Promise<boolean>,
  milliseconds: number,
): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  while (!(await question())) {
    if (performance.now() > deadline) return false
    await sleep(15)
  }
  return true
}
