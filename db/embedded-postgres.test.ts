import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
} from 'node:fs'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linkLibraries } from './embedded-postgres-binaries.ts'
import { isAlive, readPidFile, stopServer, waitUntil } from './embedded-postgres-process.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'

const isRoot = process.getuid?.() === 0
let folder: string
let directory: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launcher-'))
  directory = join(folder, 'postgres')
})

afterEach(async () => {
  const pid = readPidFile(directory)?.pid
  if (pid && pid !== process.pid) await stopServer(pid)
  rmSync(folder, { recursive: true, force: true })
})

const start = () => startEmbeddedPostgres({ directory, durable: false })

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another Node process that starts the same database, says its address, and stays. */
function anotherProcess(durable = true): ChildProcess {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))})
    const { url, started } = await startEmbeddedPostgres({ directory: ${JSON.stringify(directory)}, durable: ${durable} })
    console.log(JSON.stringify({ url, started }))
    setInterval(() => {}, 1000)`
  const env = { ...process.env, PGPORT: '1', PGDATABASE: 'elsewhere', PGUSER: 'someone' }
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function answerOf(child: ChildProcess): Promise<{ url: string; started: boolean }> {
  return new Promise((resolve) => child.stdout?.once('data', (line) => resolve(JSON.parse(String(line)))))
}

async function killHard(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

const pidOfServer = () => readPidFile(directory)?.pid ?? 0

test('the first start makes a database that speaks French', async () => {
  const { url, started, stop } = await start()
  expect(started).toBe(true)
  const sorted = await query(
    url,
    `select w from unnest(array['zoo', 'école', 'ecole', 'Écran']) w order by w`,
  )
  expect(sorted.map(({ w }) => w)).toEqual(['ecole', 'école', 'Écran', 'zoo'])
  await query(url, 'create extension pg_trgm')
  await query(url, 'create extension unaccent')
  const [row] = await query(
    url,
    `select unaccent('Forêt') plain, similarity('forêt', 'forêts') > 0.5 near, lower('ÉTÉ') low`,
  )
  expect(row).toEqual({ plain: 'Foret', near: true, low: 'été' })
  await stop()
})

test('nobody reaches the database from the network, nor another account of the machine', async () => {
  const { url, stop } = await start()
  expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
  const socketFolder = new URL(url).searchParams.get('host') ?? ''
  expect(statSync(socketFolder).mode & 0o777).toBe(0o700)
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  await stop()
})

test('what was written is there after a stop and a start', async () => {
  const first = await start()
  await query(first.url, 'create table shops as select 1 as id')
  await first.stop()
  await first.stop()
  expect(existsSync(join(directory, 'postmaster.pid'))).toBe(false)
  expect(existsSync(new URL(first.url).searchParams.get('host') ?? '')).toBe(false)
  const second = await start()
  expect(second.started).toBe(true)
  expect(await query(second.url, 'select id from shops')).toEqual([{ id: 1 }])
  await second.stop()
})

test('a second start shares the running server, and leaving does not take it away', async () => {
  const first = await start()
  const second = await start()
  expect(second).toMatchObject({ started: false, url: first.url })
  await second.stop()
  expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  const pid = pidOfServer()
  await first.stop()
  expect(isAlive(pid)).toBe(false)
})

test('a server whose owner was killed is taken over with its data, and stopped in the end', async () => {
  const owner = anotherProcess()
  const { url } = await answerOf(owner)
  await query(url, 'create table shops as select 7 as id')
  await killHard(owner)
  const pid = pidOfServer()
  expect(isAlive(pid)).toBe(true)
  const heir = await start()
  expect(heir.started).toBe(false)
  expect(await query(heir.url, 'select id from shops')).toEqual([{ id: 7 }])
  await heir.stop()
  expect(isAlive(pid)).toBe(false)
})

test.runIf(existsSync('/usr/bin/setpriv'))(
  'a server made for tests goes when its tests are killed',
  async () => {
    const tests = anotherProcess(false)
    await answerOf(tests)
    const pid = pidOfServer()
    await killHard(tests)
    expect(await waitUntil(() => !isAlive(pid), 60_000)).toBe(true)
  },
)

test('two processes that start at the same moment get one server', async () => {
  const rivals = [anotherProcess(), anotherProcess()]
  const answers = await Promise.all(rivals.map(answerOf))
  expect(new Set(answers.map(({ url }) => url)).size).toBe(1)
  const systems = await Promise.all(
    answers.map(({ url }) => query(url, 'select pg_postmaster_start_time()::text t')),
  )
  expect(systems[0]).toEqual(systems[1])
  await Promise.all(rivals.map(killHard))
})

test('a power cut leaves a number behind: the next start is not stopped by it, and nothing is lost', async () => {
  const first = await startEmbeddedPostgres({ directory })
  expect(await query(first.url, 'show fsync')).toEqual([{ fsync: 'on' }])
  await query(first.url, 'create table shops as select 3 as id')
  const pid = pidOfServer()
  process.kill(pid, 'SIGKILL')
  await waitUntil(() => !isAlive(pid), 60_000)
  expect(pidOfServer()).toBe(pid)
  const second = await start()
  expect(second.started).toBe(true)
  expect(await query(second.url, 'select id from shops')).toEqual([{ id: 3 }])
  await second.stop()
})

test('nor when that number belongs to another program by now', async () => {
  await (await start()).stop()
  writeFileSync(
    join(directory, 'postmaster.pid'),
    `${process.pid}\n${directory}\n1\n5432\n/nowhere\n\n1 1\nready\n`,
  )
  const again = await start()
  expect(again.started).toBe(true)
  expect(pidOfServer()).not.toBe(process.pid)
  await again.stop()
})

test('a running server whose socket was swept away is replaced', async () => {
  const owner = anotherProcess()
  const { url } = await answerOf(owner)
  await killHard(owner)
  const lost = pidOfServer()
  rmSync(new URL(url).searchParams.get('host') ?? '', { recursive: true })
  const again = await start()
  expect(again.started).toBe(true)
  expect(isAlive(lost)).toBe(false)
  await again.stop()
})

test('a first start that was cut short is begun again, and leaves no rubbish', async () => {
  const unlucky = anotherProcess()
  await waitUntil(() => readdirSync(folder).some((name) => name.includes('.unfinished-')), 60_000)
  await killHard(unlucky)
  expect(existsSync(directory)).toBe(false)
  const { url, stop } = await start()
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(readdirSync(folder).filter((name) => name.includes('.unfinished-'))).toEqual([])
  await stop()
})

test('a folder that holds something else is refused and left alone', async () => {
  mkdirSync(directory)
  writeFileSync(join(directory, 'holiday.txt'), 'sea')
  await expect(start()).rejects.toThrow(/not empty and is not a PostgreSQL database/)
  expect(readdirSync(directory)).toEqual(['holiday.txt'])
})

test('data of another PostgreSQL version are refused with a sentence that says so', async () => {
  mkdirSync(directory)
  writeFileSync(join(directory, 'PG_VERSION'), '15\n')
  await expect(start()).rejects.toThrow(
    /written by PostgreSQL 15, and this version of Pignon carries PostgreSQL 18/,
  )
})

test('a server that cannot start says why', async () => {
  await (await start()).stop()
  rmSync(join(directory, 'global', 'pg_control'))
  await expect(start()).rejects.toThrow(/could not open file|could not find the database system/)
})

test.runIf(isRoot)("root can start it below a folder that is root's alone", async () => {
  chmodSync(folder, 0o700)
  const { url, stop } = await start()
  expect(await query(url, 'select current_user as name')).toEqual([{ name: 'pignon' }])
  expect(statSync(directory).uid).toBe(0)
  await stop()
})

test.runIf(isRoot)("root leaves the data of an ordinary user that user's", async () => {
  chmodSync(folder, 0o755)
  mkdirSync(directory)
  chownSync(directory, 65_534, 65_534)
  const { url, stop } = await start()
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(statSync(join(directory, 'PG_VERSION')).uid).toBe(65_534)
  expect(statSync(`/proc/${pidOfServer()}`).uid).toBe(65_534)
  await stop()
})

test.runIf(isRoot)('a place where no ordinary user may go is refused with advice', async () => {
  chmodSync(folder, 0o700)
  mkdirSync(directory)
  chownSync(directory, 65_534, 65_534)
  await expect(start()).rejects.toThrow(/set DATABASE_URL/)
})

test('library links that an installer left out are made, and made only once', () => {
  const library = join(folder, 'native', 'lib', 'libpq.so.5')
  mkdirSync(dirname(library), { recursive: true })
  writeFileSync(`${library}.18`, 'code')
  const list = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(list))
  linkLibraries(folder)
  linkLibraries(folder)
  expect(readlinkSync(library)).toBe('libpq.so.5.18')
  expect(readFileSync(library, 'utf8')).toBe('code')
})
