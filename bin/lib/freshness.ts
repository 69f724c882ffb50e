import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether anything below these sources changed after the stamp was set. Folders count too: deleting a file
 * changes nothing else.
 */
export function isStale(stamp: string, sources: string[]): boolean {
  if (!existsSync(stamp)) return true
  const builtAt = statSync(stamp).mtimeMs
  return sources.some((source) => existsSync(source) && newest(source) > builtAt)
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  const below = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return below.reduce((latest, name) => Math.max(latest, statSync(join(path, name)).mtimeMs), mtimeMs)
}

/** The stamp bears the moment the build began, so that a file saved meanwhile counts as newer. */
export function setStamp(stamp: string, beganAt: Date): void {
  writeFileSync(stamp, '')
  utimesSync(stamp, beganAt, beganAt)
}
