import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, readdirSync } from 'node:fs'
import { renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import {
  adviceToBringYourOwn,
  cleanEnvironment,
  commandLine,
  handOver,
  makePrivateFolder,
} from './embedded-postgres-binaries.ts'
import type { Runner } from './embedded-postgres-binaries.ts'
import { isAlive } from './embedded-postgres-process.ts'

/** The one role of an embedded database. */
export const role = 'pignon'

/** Where Windows, which has no private sockets for us, keeps the password. The server ignores this file. */
export const passwordFile = (directory: string) => join(directory, 'pignon-password')

/**
 * Makes the data directory when there is none, and checks the one there is. The making happens next door, and a
 * rename ends it: a directory that bears the name is complete, whenever the power went. Throws when the directory
 * holds something else or belongs to another major version; it never deletes data.
 */
export function ensureCluster(runner: Runner, directory: string, durable: boolean): 'made' | 'found' {
  sweepUnfinished(directory)
  if (existsSync(join(directory, 'PG_VERSION'))) {
    checkVersion(directory, runner.binaries.major)
    handOver(directory, runner)
    return 'found'
  }
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new Error(`${directory} is not empty and is not a PostgreSQL database: choose another folder.`)
  }
  makeCluster(runner, directory, durable)
  // What outlived its killed parent has failed by now, and may have written after the first sweep.
  sweepUnfinished(directory)
  return 'made'
}

function checkVersion(directory: string, major: number): void {
  const found = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim()
  if (found === String(major)) return
  throw new Error(
    `The data in ${directory} were written by PostgreSQL ${found}, and this version of Pignon carries PostgreSQL ` +
      `${major}. Move the data with the version that wrote them, or move the folder away. ${adviceToBringYourOwn}`,
  )
}

/** Removes what an interrupted first start left next door. Its name says whose it was, so a rival's stays. */
function sweepUnfinished(directory: string): void {
  const prefix = `${basename(directory)}.unfinished-`
  for (const name of readdirSync(dirname(directory))) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue
    // An initdb that outlived its killed parent may still be writing there for a moment.
    rmSync(join(dirname(directory), name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

function makeCluster(runner: Runner, directory: string, durable: boolean): void {
  const unfinished = `${directory}.unfinished-${process.pid}`
  try {
    rmSync(unfinished, { recursive: true, force: true })
    makePrivateFolder(unfinished, runner)
    initialise(runner, unfinished, durable)
    takeTheName(unfinished, directory)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
  if (durable) syncFolder(dirname(directory))
}

/** A rival start that was quicker is not an error: its database is as good as ours. */
function takeTheName(unfinished: string, directory: string): void {
  try {
    if (existsSync(directory)) rmdirSync(directory)
    renameSync(unfinished, directory)
  } catch (error) {
    if (!existsSync(join(directory, 'PG_VERSION'))) throw error
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/**
 * Sorting is ICU's French, carried by the binaries, so "école" sorts beside "ecole" on every machine. The C
 * library's part must still know UTF-8: pg_trgm and full text ask it which bytes are letters. Its names differ.
 */
function initialise(runner: Runner, directory: string, durable: boolean): void {
  let output = ''
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const result = runInitdb(runner, directory, [`--locale=${locale}`, ...(durable ? [] : ['--no-sync'])])
    if (result.done) return
    output = result.output
    if (!/invalid locale name/i.test(output)) break
  }
  throw new Error(`PostgreSQL could not make its data directory:\n${output.trim()}\n${adviceToBringYourOwn}`)
}

function runInitdb(runner: Runner, directory: string, more: string[]): { done: boolean; output: string } {
  const args = [
    '-D',
    directory,
    '-U',
    role,
    '-E',
    'UTF8',
    '--locale-provider=icu',
    '--icu-locale=fr',
    ...more,
  ]
  const [file, all] = commandLine(runner, runner.binaries.initdb, [...args, ...authentication(directory)])
  const options = {
    ...runner.as,
    cwd: runner.binaries.native,
    env: cleanEnvironment(),
    encoding: 'utf8' as const,
  }
  const { status, stdout, stderr, error } = spawnSync(file, all, options)
  if (status === 0 && process.platform === 'win32')
    renameSync(`${directory}.password`, passwordFile(directory))
  return { done: status === 0, output: error ? error.message : stderr || stdout }
}

/** On a socket the folder's mode is the lock; over TCP a password is. */
function authentication(directory: string): string[] {
  if (process.platform !== 'win32') return ['--auth-local=trust', '--auth-host=reject']
  const file = `${directory}.password`
  writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  chmodSync(file, 0o600)
  return ['--auth=scram-sha-256', `--pwfile=${file}`]
}
