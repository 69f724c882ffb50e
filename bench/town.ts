/** The database of a measurement: an embedded PostgreSQL of its own, as durable as that of `npm start`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { beforeLeaving } from '../bin/lib/leaving.ts'
import { builtProgram, keptFolder, repository } from '../bin/lib/paths.ts'
import { runNode } from '../bin/lib/run.ts'
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts'
import type { Pace } from './harness.ts'
import { freePort, launch } from './processes.ts'

export type Web = { url: string; pid: number; stop: () => Promise<void> }

/** What every benchmark is handed. */
export type Bench = {
  pace: Pace
  /** A folder on the disk of the database, thrown away at the end. */
  folder: string
  /** A database with our schema and nobody in it; gives its address. */
  emptyDatabase: () => Promise<string>
  /** The database of the demo town, made when first asked for. */
  town: () => Promise<string>
  /** The built web process on a database, ready to answer. */
  startWeb: (databaseUrl: string) => Promise<Web>
}

const template = 'bench_template'

export const programmeFolder = join(repository, 'programmes/soutenons-nos-tpe-pme')

/** Starts the server and migrates a template; everything ends and disappears when the process leaves. */
export async function openBench(pace: Pace): Promise<Bench> {
  const folder = temporaryFolder()
  const starting = startEmbeddedPostgres({
    directory: join(folder, 'data'),
    durable: true,
    database: template,
  })
  beforeLeaving(async () => (await starting.catch(() => null))?.stop())
  const { url } = await starting
  await pignon('migrate', url)
  let made = 0
  const emptyDatabase = () => copyTemplate(url, `bench_${++made}`)
  let town: Promise<string> | null = null
  return { pace, folder, emptyDatabase, town: () => (town ??= seed(emptyDatabase)), startWeb }
}

function temporaryFolder(): string {
  mkdirSync(keptFolder, { recursive: true })
  const folder = mkdtempSync(join(keptFolder, 'bench-'))
  beforeLeaving(async () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function copyTemplate(url: string, name: string): Promise<string> {
  await statement(withDatabase(url, 'postgres'), `create database ${name} template ${template}`)
  return withDatabase(url, name)
}

async function seed(emptyDatabase: () => Promise<string>): Promise<string> {
  const url = await emptyDatabase()
  await pignon('seed-demo', url)
  await statement(url, 'vacuum analyze')
  return url
}

async function pignon(command: string, databaseUrl: string): Promise<void> {
  const code = await runNode([builtProgram('cli'), command], { env: settings(databaseUrl) })
  if (code !== 0) throw new Error(`pignon ${command} ended with code ${code}`)
}

/** The settings of our programs, as on a machine of one's own, but quiet. */
export function settings(databaseUrl: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    SECRET: 'only-for-measurements-never-for-people',
    DEV_MAIL: '1',
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'json',
    PUBLIC_URL: 'http://localhost:3000',
    HOST: '127.0.0.1',
  }
}

async function startWeb(databaseUrl: string): Promise<Web> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { ...settings(databaseUrl), PORT: `${port}` }
  const { pid, stop, answers } = launch({ args: [builtProgram('web')], env, cwd: repository })
  await answers(`${url}/readyz`)
  return { url, pid, stop }
}

export function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.toString()
}

/** One statement on a connection of its own. */
export async function statement<Row extends object>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** Evens out the disk: neither half pays for what the other left to be written. */
export async function settle(databaseUrl: string): Promise<void> {
  await statement(databaseUrl, 'checkpoint')
}
