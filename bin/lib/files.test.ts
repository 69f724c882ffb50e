import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compressFolder } from './compress.ts'
import { isStale, setStamp } from './freshness.ts'
import { claimPort } from './port.ts'

let folder: string
const at = (name: string) => join(folder, name)
const early = new Date('2025-01-01T08:00:00Z')
const late = new Date('2025-01-01T09:00:00Z')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bin-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a style sheet gets compressed twins that give the same text back; a font does not', async () => {
  mkdirSync(at('assets'))
  const css = '.shop { color: green }\n'.repeat(50)
  writeFileSync(at('assets/main.css'), css)
  writeFileSync(at('assets/font.woff2'), 'compressed already')
  const { files, before, after } = await compressFolder(folder)
  expect({ files, before }).toEqual({ files: 1, before: css.length })
  expect(after).toBeLessThan(before / 5)
  expect(brotliDecompressSync(readFileSync(at('assets/main.css.br'))).toString()).toBe(css)
  expect(gunzipSync(readFileSync(at('assets/main.css.gz'))).toString()).toBe(css)
  expect(existsSync(at('assets/font.woff2.br'))).toBe(false)
})

test('what was never built needs building, and what was built since the last change does not', () => {
  mkdirSync(at('src'))
  writeFileSync(at('src/page.ts'), '')
  for (const path of ['src/page.ts', 'src']) utimesSync(at(path), early, early)
  expect(isStale(at('stamp'), [at('src')])).toBe(true)
  setStamp(at('stamp'), late)
  expect(isStale(at('stamp'), [at('src'), at('absent')])).toBe(false)
})

test('a changed file asks for a new build, and so does a deleted one', () => {
  mkdirSync(at('src'))
  writeFileSync(at('src/page.ts'), '')
  writeFileSync(at('src/old.ts'), '')
  for (const path of ['src/page.ts', 'src/old.ts', 'src']) utimesSync(at(path), early, early)
  setStamp(at('stamp'), late)
  const muchLater = new Date('2025-01-01T10:00:00Z')
  utimesSync(at('src/page.ts'), muchLater, muchLater)
  expect(isStale(at('stamp'), [at('src')])).toBe(true)
  utimesSync(at('src/page.ts'), early, early)
  expect(isStale(at('stamp'), [at('src')])).toBe(false)
  setStamp(at('stamp'), early)
  rmSync(at('src/old.ts'))
  expect(isStale(at('stamp'), [at('src')])).toBe(true)
})

test('a port that another program holds is noticed before anything is started', async () => {
  expect(await claimPort('127.0.0.1', await aPort({ isHeld: true }))).toBe(null)
  expect(await claimPort('127.0.0.1', 0)).toBeGreaterThan(0)
})

test('a port is free again once its program has closed it', async () => {
  // A neighbour on this machine may take the port that we have just closed: not ten times in a row.
  for (let tries = 1; tries <= 10; tries++) {
    const port = await aPort({ isHeld: false })
    if ((await claimPort('127.0.0.1', port)) === port) return
  }
  expect.unreachable('ten ports that nobody held were called taken')
})

const held: Server[] = []
afterEach(() => held.splice(0).forEach((server) => server.close()))

/** A port that another program had a moment ago, and has still when it `isHeld`. */
async function aPort({ isHeld }: { isHeld: boolean }): Promise<number> {
  const other = createServer()
  held.push(other)
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  if (!isHeld) await new Promise((resolve) => other.close(resolve))
  return port
}
