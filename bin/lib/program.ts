import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { builtProgram, repository } from './paths.ts'
import { claimPort } from './port.ts'

/** One of our built programs as a test plays with it: what it said is kept, and it can be killed. */
export type Program = {
  pid: number
  /** What it said on both outputs, in the order it came; without the line a request, which would hide the rest. */
  words(): string
  /** Its exit code, once it has ended; null when a signal ended it. */
  ended: Promise<number | null>
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>
  /** Asks it to stop, and after two minutes makes it. */
  stop(): Promise<void>
}
export type Web = Program & { url: string }

/** How long a program may take to open or to close, in milliseconds: only to end one that hangs. */
const patience = 120_000
const mostTries = 5

/** The settings of a machine of one's own, whatever the person who tests has set. */
export function testSettings(databaseUrl: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    SECRET: 'only-for-tests-never-for-people-0123456789',
    DEV_MAIL: '1',
    LOG_LEVEL: 'warn',
    HOST: '127.0.0.1',
  }
}

/** Starts a built program; it ends with us at the latest when our terminal is interrupted. */
export function launchProgram(
  name: 'web' | 'worker' | 'cli',
  env: Record<string, string>,
  args: string[] = [],
): Program {
  if (!existsSync(builtProgram(name))) throw new Error('Pignon is not built yet: run npm run build first')
  const child = spawn(process.execPath, [builtProgram(name), ...args], {
    cwd: repository,
    env: { ...surroundings(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), patience)
    await ended
    clearTimeout(timer)
  }
  return {
    pid: child.pid ?? 0,
    words: () => said.replaceAll(/^.*"msg":"request".*\n/gm, ''),
    ended,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

function surroundings(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SystemRoot', 'TEMP']
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

/** Opens the web process on a free port and waits until it answers. @throws with its words */
export async function openWeb(env: Record<string, string>): Promise<Web> {
  for (let tries = 1; ; tries++) {
    const port = await claimPort('127.0.0.1', 0)
    // The number, not the name: a name has two addresses, and the one that is not ours may be another's.
    const url = `http://127.0.0.1:${port}`
    const program = launchProgram('web', { PUBLIC_URL: url, ...env, PORT: `${port}`, LOG_LEVEL: 'info' })
    if (await hasSaid(program, 'web is open')) return { ...program, url }
    await program.kill()
    // Between our looking and its opening another program may have taken the port.
    if (tries < mostTries && program.words().includes('EADDRINUSE')) continue
    throw new Error(`the web process did not open:\n${program.words()}`)
  }
}

/** Opens the worker and waits until it is at work. @throws with its words */
export async function openWorker(env: Record<string, string>): Promise<Program> {
  const program = launchProgram('worker', { ...env, LOG_LEVEL: 'info' })
  if (await hasSaid(program, 'worker is at work')) return program
  await program.kill()
  throw new Error(`the worker did not start:\n${program.words()}`)
}

/** Waits for words of the program itself: an answer at its port may be another's. False when it ended first. */
async function hasSaid(program: Program, sentence: string): Promise<boolean> {
  let isOver = false
  void program.ended.then(() => (isOver = true))
  const until = performance.now() + patience
  while (!program.words().includes(sentence)) {
    if (isOver || performance.now() > until) return false
    await sleep(25)
  }
  return true
}

/** Runs one of `pignon`'s commands to its end and gives what it said. @throws with its words when it fails */
export async function runCommand(env: Record<string, string>, ...args: string[]): Promise<string> {
  const program = launchProgram('cli', env, args)
  const code = await program.ended
  if (code !== 0) throw new Error(`pignon ${args.join(' ')} ended with code ${code}:\n${program.words()}`)
  return program.words()
}
