import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, isAlive, stopServer } from '../../db/embedded-postgres-process.ts'
import { keptFolder } from './paths.ts'

type Running = { launcher: number; programs: number[] }

const file = join(keptFolder, 'running.json')

/**
 * Makes room for this start: programs that a killed launcher left behind are stopped. Gives the process number of
 * a launcher that is alive and well, if there is one; then nothing was touched.
 */
export async function makeRoom(): Promise<number | null> {
  const record = readRecord()
  if (!record) return null
  if (isOurs(record.launcher, /bin[/\\](start|dev)\.ts/)) return record.launcher
  const left = record.programs.filter((pid) => isOurs(pid, /dist[/\\]server/))
  await Promise.all(left.map((pid) => stopServer(pid, 5000)))
  forgetPrograms()
  return null
}

/** The number alone proves nothing: after a restart of the machine it may be anybody's. */
function isOurs(pid: number, command: RegExp): boolean {
  return pid !== process.pid && isAlive(pid) && command.test(commandOf(pid))
}

function readRecord(): Running | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Running
  } catch {
    return null
  }
}

/** Writes down what runs, for the next start to find should we be killed. */
export function rememberPrograms(programs: (number | undefined)[]): void {
  mkdirSync(keptFolder, { recursive: true })
  const record: Running = { launcher: process.pid, programs: programs.filter((pid) => pid !== undefined) }
  writeFileSync(file, JSON.stringify(record))
}

export function forgetPrograms(): void {
  rmSync(file, { force: true })
}
