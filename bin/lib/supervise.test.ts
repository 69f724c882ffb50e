import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAlive, waitUntil } from '../../db/embedded-postgres-process.ts'
import { supervise } from './supervise.ts'
import type { Supervised } from './supervise.ts'

let folder: string
let lines: string[]
let givenUp: number[]
let kept: Supervised | null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supervise-'))
  lines = []
  givenUp = []
  kept = null
})

afterEach(async () => {
  await kept?.stop(0)
  rmSync(folder, { recursive: true })
})

/** Keeps a little program alive; each of its starts adds a letter to a file. */
function keepAlive(ending: string): Supervised {
  const script = `require('node:fs').appendFileSync(${JSON.stringify(join(folder, 'starts'))}, 'x'); ${ending}`
  const shared = { name: 'worker', args: ['-e', script], env: {}, pause: 5 }
  const say = (line: string) => lines.push(line)
  kept = supervise({ ...shared, say, onGivenUp: (code) => givenUp.push(code) })
  return kept
}

function starts(): number {
  writeFileSync(join(folder, 'starts'), '', { flag: 'a' })
  return readFileSync(join(folder, 'starts'), 'utf8').length
}

/** For a machine out of breath; what is waited for is there in an instant. */
const aMinute = 60_000
const stay = 'setInterval(() => {}, 1000)'

test('a process that dies is started again, and a line says so', async () => {
  const worker = keepAlive(stay)
  await waitUntil(() => starts() === 1, aMinute)
  process.kill(worker.pid() ?? 0, 'SIGKILL')
  expect(await waitUntil(() => starts() === 2, aMinute)).toBe(true)
  expect(lines).toEqual(['worker ended (SIGKILL): starting it again, try 1 of 5'])
})

test('a process that keeps dying is given up after five more tries', async () => {
  keepAlive('process.exit(3)')
  expect(await waitUntil(() => givenUp.length > 0, aMinute)).toBe(true)
  expect(givenUp).toEqual([3])
  expect(starts()).toBe(6)
})

test('a process whose settings are wrong is not tried again', async () => {
  keepAlive('process.exit(78)')
  expect(await waitUntil(() => givenUp.length > 0, aMinute)).toBe(true)
  expect(givenUp).toEqual([78])
  expect(starts()).toBe(1)
})

test('a process that will not stop when asked is made to', async () => {
  const worker = keepAlive(
    `process.on('SIGTERM', () => {}); require('node:fs').appendFileSync(${JSON.stringify(join(folder, 'starts'))}, 'y'); ${stay}`,
  )
  await waitUntil(() => starts() === 2, aMinute)
  await worker.stop(50)
  expect(isAlive(worker.pid() ?? 0)).toBe(false)
  expect(givenUp).toEqual([])
})

test('a restart leaves exactly one process', async () => {
  const worker = keepAlive(stay)
  await waitUntil(() => starts() === 1, aMinute)
  const before = worker.pid() ?? 0
  await worker.restart()
  expect(await waitUntil(() => starts() === 2, aMinute)).toBe(true)
  expect(isAlive(before)).toBe(false)
  expect(isAlive(worker.pid() ?? 0)).toBe(true)
  expect(lines).toEqual([])
})
