import type { ChildProcess } from 'node:child_process'
import { setImmediate as nextTurn } from 'node:timers/promises'

type Ending = (patience: number) => Promise<unknown>

const endings: Ending[] = []
/** Longer than our programs give themselves to stop. */
const politely = 15_000
let signals = 0

/** True once we are on our way out: start nothing any more. */
export const isLeaving = () => signals > 0

/** Remembers what to do before this process ends, the last remembered first. Gives a function that forgets it. */
export function beforeLeaving(ending: Ending): () => void {
  endings.unshift(ending)
  return () => {
    const place = endings.indexOf(ending)
    if (place >= 0) endings.splice(place, 1)
  }
}

/** Does what was remembered, each thing even if another failed, then ends the process. */
export async function leave(code: number, patience = politely): Promise<never> {
  signals = Math.max(signals, 1)
  for (const ending of endings.slice()) {
    await ending(patience).catch((error: unknown) =>
      console.error(error instanceof Error ? error.message : error),
    )
  }
  process.exit(code)
}

/** Something could not be done: says why and leaves, unless it failed because we are leaving already. */
export async function leaveBecause(error: unknown): Promise<void> {
  // A program that ran in step with us may have seen the interruption before we did.
  await nextTurn()
  if (isLeaving()) return
  console.error(error instanceof Error ? error.message : error)
  await leave(1)
}

/** Ctrl-C and the like: the first asks everything to stop, the second insists, the third ends us on the spot. */
export function leaveOnSignals(code: number): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      signals += 1
      if (signals > 2) process.exit(code || 130)
      void leave(code, signals === 1 ? politely : 0)
    })
  }
}

/** Ends a child and what it started: asked first, and after `patience` milliseconds made to. */
export async function endChild(
  child: ChildProcess,
  ask: 'SIGINT' | 'SIGTERM',
  patience: number,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  signalGroup(child.pid, ask)
  const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), patience)
  await gone
  clearTimeout(timer)
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // It ended by itself.
  }
}
