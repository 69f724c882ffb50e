/** Small pieces: files of at most 250 lines (tests, 400), functions of at most 40, half of them at most 10. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineAt, readSources, report, root, walk, type Source } from './sources.ts'

/** A test file is a list of rules, one under the other: it may be longer, and its functions are not counted. */
const limits = { file: 250, testFile: 400, function: 40, medianFunction: 10 }

/** A longer file needs a reason, read again at each release. */
const longFiles: Record<string, string> = {}
/** So does a longer function. */
const longFunctions: Record<string, string> = {}

type Sized = { place: string; lines: number }

const sources = readSources(['{src,bin,db,check,bench,assets}/**/*.{ts,tsx}'])
const files = sources
  .filter(({ path }) => !/texts\.\w+\.ts$/.test(path))
  .map(({ path, lines }) => ({ place: path, lines }))
const others = ['{src,assets}/**/*.css', 'bin/pignon'].flatMap(readSized)
const tests = ['{src,bin,db,bench}/**/*.test.{ts,tsx}', 'e2e/**/*.ts'].flatMap(readSized)
const functions = sources.flatMap(functionsOf)
const problems = [
  ...[...files, ...others]
    .filter(({ place, lines }) => lines > limits.file && !(place in longFiles))
    .map((file) => tooLong(file, limits.file)),
  ...tests.filter(({ lines }) => lines > limits.testFile).map((file) => tooLong(file, limits.testFile)),
  ...functions
    .filter(({ place, lines }) => lines > limits.function && !(nameOf(place) in longFunctions))
    .map((found) => tooLong(found, limits.function)),
]
const median = quantile(functions, 0.5)
if (median > limits.medianFunction)
  problems.push(`half of the functions have more than ${limits.medianFunction} lines: ${median}`)
report(
  'sizes',
  problems,
  `${describe('files', files)}; ${describe('tests', tests)}; ${describe('functions', functions)} (median / p90 / max lines)`,
)

function readSized(pattern: string): Sized[] {
  return globSync(pattern, { cwd: root }).map((path) => ({
    place: path,
    lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1,
  }))
}

function functionsOf(source: Source): Sized[] {
  const found: Sized[] = []
  walk(source.program, (node) => {
    if (
      !/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type) ||
      !node['body']
    )
      return
    const [first, last] = [lineAt(source.text, node.start), lineAt(source.text, node.end)]
    found.push({ place: `${source.path}:${first}`, lines: last - first + 1 })
  })
  return found
}

function nameOf(place: string): string {
  return place.split(':')[0] ?? place
}

function tooLong({ place, lines }: Sized, limit: number): string {
  return `${place} has ${lines} lines, more than ${limit}`
}

function quantile(sized: Sized[], share: number): number {
  const sorted = sized.map(({ lines }) => lines).sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function describe(what: string, sized: Sized[]): string {
  return `${sized.length} ${what} ${quantile(sized, 0.5)} / ${quantile(sized, 0.9)} / ${quantile(sized, 1)}`
}
