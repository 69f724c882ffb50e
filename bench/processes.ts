/** Programs that are measured run in processes of their own, and none outlives the benchmark. */
import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeLeaving, endChild } from '../bin/lib/leaving.ts'
import { claimPort } from '../bin/lib/port.ts'
import { exchange } from './replay.ts'

export type Program = {
  pid: number
  stop: () => Promise<void>
  /** Asks again and again until the answer is 200. @throws when the program ends, or after a minute */
  answers: (url: string) => Promise<void>
}
export type ProgramOptions = {
  args: string[]
  env?: Record<string, string>
  cwd: string
  /** How it is asked to stop. */
  signal?: 'SIGINT' | 'SIGTERM'
}

const patience = 30_000
const isPosix = process.platform !== 'win32'

/** Starts a Node program; its errors pass through, its last words are told only when it fails. */
export function launch({ args, env = {}, cwd, signal = 'SIGTERM' }: ProgramOptions): Program {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...surroundings(), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: isPosix,
  })
  let words = ''
  child.stdout.on('data', (part: Buffer) => (words = (words + part.toString()).slice(-2000)))
  const stop = () => endChild(child, signal, patience)
  const forget = beforeLeaving(stop)
  child.once('exit', forget)
  return { pid: child.pid ?? 0, stop, answers: (url) => untilAnswers(url, () => refuseEnded(child, words)) }
}

function refuseEnded({ exitCode, signalCode, spawnargs }: ChildProcess, words: string): void {
  if (exitCode === null && signalCode === null) return
  throw new Error(`${spawnargs.slice(1).join(' ')} ended (${signalCode ?? exitCode}): ${words}`)
}

/** Settings of the person who measures must not change what is measured. */
function surroundings(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SystemRoot', 'TEMP']
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

export async function freePort(): Promise<number> {
  const port = await claimPort('127.0.0.1', 0)
  if (port === null) throw new Error('no free port')
  return port
}

async function untilAnswers(url: string, check: () => void): Promise<void> {
  const until = performance.now() + 60_000
  while (performance.now() < until) {
    const answer = await exchange(url).catch(() => null)
    if (answer?.status === 200) return
    check()
    await sleep(2)
  }
  throw new Error(`${url} did not answer within a minute`)
}

/** The standard output of a Node program that ends by itself. @throws when it fails */
export async function output(args: string[], cwd: string): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: surroundings(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: isPosix,
  })
  const forget = beforeLeaving((wait) => endChild(child, 'SIGTERM', wait))
  const words = await collect(child)
  forget()
  return words
}

function collect(child: ChildProcess): Promise<string> {
  const said = { stdout: '', stderr: '' }
  child.stdout?.on('data', (part: Buffer) => (said.stdout += part.toString()))
  child.stderr?.on('data', (part: Buffer) => (said.stderr += part.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(said.stdout) : reject(new Error(said.stderr || `code ${code}`)),
    )
  })
}
