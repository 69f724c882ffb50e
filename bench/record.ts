/** Keeps the figures: `docs/benchmarks.json` for programs, `docs/benchmarks.md` for people. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { repository } from '../bin/lib/paths.ts'
import type { Figure, Recorded } from './harness.ts'
import { markdown } from './markdown.ts'

const folder = join(repository, 'docs')

/** Writes both files: a new figure replaces the one of its name, the others stay as they were. */
export function record(figures: readonly Figure[], now: Date): void {
  const all = merge(readRecorded(), figures.map(sign(now)))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'benchmarks.json'), `${JSON.stringify(all, null, 2)}\n`)
  writeFileSync(join(folder, 'benchmarks.md'), markdown(all))
}

function readRecorded(): Recorded[] {
  const file = join(folder, 'benchmarks.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded[]) : []
}

/** Known figures keep their place, new ones come behind. */
export function merge(known: readonly Recorded[], fresh: readonly Recorded[]): Recorded[] {
  const byName = new Map(known.map((figure) => [figure.name, figure]))
  for (const figure of fresh) byName.set(figure.name, figure)
  return [...byName.values()]
}

function sign(now: Date): (figure: Figure) => Recorded {
  const circumstances = {
    date: now.toISOString(),
    commit: commit(),
    node: process.versions.node,
    cores: availableParallelism(),
  }
  return (figure) => ({ ...rounded(figure), ...circumstances })
}

function rounded(figure: Figure): Figure {
  return {
    ...figure,
    value: significant(figure.value),
    limit: figure.limit === null ? null : significant(figure.limit),
    ratio: figure.ratio === null ? null : significant(figure.ratio),
    spread: figure.spread === null ? null : [significant(figure.spread[0]), significant(figure.spread[1])],
  }
}

/** More digits than this would claim a precision that no round has. */
function significant(number: number): number {
  return number >= 100 ? Math.round(number) : Number(number.toPrecision(3))
}

function commit(): string | null {
  try {
    const hash = git('rev-parse', '--short=9', 'HEAD')
    const changed = git('--no-optional-locks', 'status', '--porcelain', '--', '.', ':!docs')
    return changed === '' ? hash : `${hash}+`
  } catch {
    return null
  }
}

function git(...args: string[]): string {
  return execFileSync('git', args, {
    cwd: repository,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}
