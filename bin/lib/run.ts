import { spawn } from 'node:child_process'
import type { SpawnOptions } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { beforeLeaving, endChild, isLeaving } from './leaving.ts'
import { repository } from './paths.ts'

export type RunOptions = { env?: Record<string, string> }

/**
 * Runs one program to its end, its output passing through, and gives its exit code (128 when a signal ended it,
 * 127 when it could not start, 130 when we are leaving). Scripts it starts find our Node and tools first.
 */
export function run(command: string, args: string[], { env }: RunOptions = {}): Promise<number> {
  if (isLeaving()) return Promise.resolve(130)
  const child = spawn(command, args, {
    ...ownGroup(command),
    env: { ...process.env, ...env, PATH: pathWithOurTools() },
  })
  const forget = beforeLeaving((patience) => endChild(child, 'SIGINT', patience))
  return new Promise((resolve) => {
    child.once('error', (error) => {
      forget()
      console.error(`${command}: ${error.message}`)
      resolve(127)
    })
    child.once('exit', (code) => {
      forget()
      resolve(code ?? 128)
    })
  })
}

/** Runs one of our own scripts, or a built program, on the Node that runs us. */
export function runNode(args: string[], options: RunOptions = {}): Promise<number> {
  return run(process.execPath, args, options)
}

/** In a group of its own, a child is interrupted through us, in our order, with all that it started itself. */
function ownGroup(command: string): SpawnOptions {
  const isWindows = process.platform === 'win32'
  // npm's programs are .cmd files on Windows, which only its shell can run.
  return {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !isWindows,
    shell: isWindows && command !== process.execPath,
  }
}

function pathWithOurTools(): string {
  return [join(repository, 'node_modules', '.bin'), process.env['PATH']].join(delimiter)
}
