/** `npm run build`: the browser's files, then the server's, then everything compressed ahead of time. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { compressFolder } from './lib/compress.ts'
import { isStale, setStamp } from './lib/freshness.ts'
import { repository } from './lib/paths.ts'
import { leaveOnSignals } from './lib/leaving.ts'
import { runNode } from './lib/run.ts'

const stamp = join(repository, 'dist', '.built')
const sources = [
  'src',
  'assets',
  'vite.config.ts',
  'vite.server.config.ts',
  'vite.plugins.ts',
  'package-lock.json',
]
const vite = join(repository, 'node_modules', 'vite', 'bin', 'vite.js')

/** The arguments of Vite's two builds, for `npm run dev` watches with the same. */
export const viteBuilds = [
  [vite, 'build', '--config', 'vite.config.ts', '--logLevel', 'warn'],
  [vite, 'build', '--config', 'vite.server.config.ts', '--logLevel', 'warn'],
]

/** Whether `dist` is missing or older than what it is made of. */
export function needsBuild(): boolean {
  return isStale(
    stamp,
    sources.map((source) => join(repository, source)),
  )
}

/** Builds everything. False when something failed, whose words have been shown by then. */
export async function build(): Promise<boolean> {
  const beganAt = new Date()
  const began = performance.now()
  // A half-built folder must not pass for a whole one.
  rmSync(stamp, { force: true })
  console.log('Building…')
  for (const args of viteBuilds) {
    if ((await runNode(args, { env: { NODE_ENV: 'production' } })) !== 0) return false
  }
  const { files, before, after } = await compressFolder(join(repository, 'dist', 'client'))
  setStamp(stamp, beganAt)
  console.log(
    `Built in ${seconds(began)}: ${files} files for browsers, ${kilobytes(before)}, compressed ${kilobytes(after)}`,
  )
  return true
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

if (import.meta.main) {
  leaveOnSignals(130)
  process.exitCode = (await build()) ? 0 : 1
}
