import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { endChild } from './leaving.ts'
import { repository } from './paths.ts'

/** A process that is kept alive. */
export type Supervised = {
  pid: () => number | undefined
  /** Stops it and starts it again at once. */
  restart: () => Promise<void>
  /** Asks it to stop, and after `patience` milliseconds makes it. */
  stop: (patience: number) => Promise<void>
}

export type SuperviseOptions = {
  name: string
  args: string[]
  env: Record<string, string>
  say: (line: string) => void
  /** It cannot run: wrong settings (exit code 78), or it died more often than we try again. */
  onGivenUp: (code: number) => void
  /** Told at each start of the process but the first. */
  onLaunched?: () => void
  /** Milliseconds before the first new try; doubled each time. */
  pause?: number
}

/** EX_CONFIG: the program has told what is wrong with its settings, and trying again would not help. */
const badSettings = 78
const mostTries = 5
/** A process that lived this long (milliseconds) was well: what follows is a new story. */
const wellAfter = 60_000

/** Starts a Node program and keeps it running: restarts it when it dies, more and more patiently, five times. */
export function supervise(options: SuperviseOptions): Supervised {
  let child: ChildProcess
  let wanted = 0
  let tries = 0

  // Each wish to have it running has a number, so that a pause begun under an older wish starts nothing.
  const launch = (wish: number) => {
    const began = performance.now()
    child = spawn(process.execPath, options.args, spawnOptions(options.env))
    child.once('exit', (code, signal) => {
      if (performance.now() - began > wellAfter) tries = 0
      if (wanted === wish) void revive(wish, code, signal)
    })
  }
  const revive = async (wish: number, code: number | null, signal: string | null) => {
    if (code === badSettings || tries >= mostTries) return options.onGivenUp(code ?? 1)
    const pause = (options.pause ?? 1000) * 2 ** tries
    tries += 1
    options.say(
      `${options.name} ended (${signal ?? `code ${code}`}): starting it again, try ${tries} of ${mostTries}`,
    )
    await sleep(pause)
    if (wanted !== wish) return
    launch(wish)
    options.onLaunched?.()
  }
  const stop = (patience: number) => {
    wanted += 1
    return endChild(child, 'SIGTERM', patience)
  }
  const restart = async () => {
    await stop(10_000)
    launch(wanted)
    options.onLaunched?.()
  }
  launch(wanted)
  return { pid: () => child.pid, restart, stop }
}

/** Its own group: Ctrl-C in a terminal reaches us alone, and we stop things in their order. */
function spawnOptions(env: Record<string, string>) {
  const stdio: ['ignore', 'inherit', 'inherit'] = ['ignore', 'inherit', 'inherit']
  return { cwd: repository, env: { ...process.env, ...env }, stdio, detached: process.platform !== 'win32' }
}
