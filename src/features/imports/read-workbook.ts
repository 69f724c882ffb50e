/** Asks the program that reads workbooks, and ends it when it takes too much or too long. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UnreadableTable, type TableProblem } from './table.ts'
import type { WorkbookItem, WorkbookRequest } from './workbook.ts'

/** Megabytes of JavaScript: the texts that cells share are most of it. */
const memory = 512
/** Milliseconds for a whole workbook. */
const longest = 180_000

/** The built program stands beside the others; without a build, Node reads the source. */
function program(): string {
  const source = join(import.meta.dirname, 'workbook-program.ts')
  return existsSync(source) ? source : resolve('dist/server/workbook.js')
}

type Line = WorkbookItem | { kind: 'problem'; problem: TableProblem }

/** @throws UnreadableTable when the workbook cannot be read within the limits. */
export async function* readWorkbook(
  path: string,
  { only, most }: WorkbookRequest,
): AsyncGenerator<WorkbookItem> {
  const limits = [`--max-old-space-size=${memory}`, '--permission', '--allow-fs-read=*', '--no-warnings']
  const args = [resolve(path), only === null ? '' : String(only), Number.isFinite(most) ? String(most) : '']
  const child = spawn(process.execPath, [...limits, program(), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    // Settings hold secrets, and the program needs none.
    env: {},
    timeout: longest,
    killSignal: 'SIGKILL',
  })
  const ended = once(child, 'close')
  try {
    for await (const text of lines(child)) {
      const line = JSON.parse(text) as Line
      if (line.kind === 'problem') throw new UnreadableTable(line.problem)
      yield line
    }
    await ended
    if (child.exitCode !== 0)
      throw new UnreadableTable(child.killed ? 'workbook-too-slow' : 'workbook-too-big')
  } finally {
    child.kill('SIGKILL')
  }
}

/** Read one after the other: while nobody asks, the program waits. */
async function* lines({ stdout }: ChildProcess): AsyncGenerator<string> {
  if (!stdout) return
  stdout.setEncoding('utf8')
  let held = ''
  for await (const piece of stdout as AsyncIterable<string>) {
    const [first = '', ...rest] = piece.split('\n')
    held += first
    for (const next of rest) {
      yield held
      held = next
    }
  }
}
