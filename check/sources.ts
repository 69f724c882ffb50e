/** The production sources, parsed: what every check looks at. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync, type Program, type StaticImport } from 'oxc-parser'

export const root = join(import.meta.dirname, '..')

export type Source = { path: string; text: string; lines: number; program: Program; imports: Import[] }
/** `target` is a path from the root for our own files, else the name of a package. */
export type Import = { target: string; isOwn: boolean; isTypeOnly: boolean; line: number }

/** @param patterns globs from the root; tests, generated files and `src/testing` stay out. */
export function readSources(patterns: string[]): Source[] {
  const paths = globSync(patterns, { cwd: root }).map((path) => path.replaceAll('\\', '/'))
  return paths.filter(isProduction).sort().map(readSource)
}

function isProduction(path: string): boolean {
  return !/\.test\.tsx?$|\.d\.ts$|^src\/testing\/|db-types\.ts$/.test(path)
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const imports = module.staticImports.map((found) => describe(path, text, found))
  const reexports = module.staticExports
    .flatMap((found) => found.entries)
    .filter((entry) => entry.moduleRequest)
  const more = reexports.map((entry) => ({
    ...place(path, entry.moduleRequest?.value ?? ''),
    isTypeOnly: entry.isType,
    line: lineAt(text, entry.start),
  }))
  const later = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    ...place(path, text.slice(start + 1, end - 1)),
    isTypeOnly: false,
    line: lineAt(text, start),
  }))
  const all = [...imports, ...more, ...later]
  return { path, text, lines: text.split('\n').length - 1, program, imports: all }
}

function describe(path: string, text: string, found: StaticImport): Import {
  const isTypeOnly = found.entries.length > 0 && found.entries.every((entry) => entry.isType)
  return { ...place(path, found.moduleRequest.value), isTypeOnly, line: lineAt(text, found.start) }
}

function place(from: string, request: string): { target: string; isOwn: boolean } {
  if (!request.startsWith('.')) return { target: request, isOwn: false }
  return { target: relative(root, join(root, dirname(from), request)).replaceAll('\\', '/'), isOwn: true }
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** Prints what is wrong and sets the exit code; says in one line what was looked at when nothing is. */
export function report(what: string, problems: string[], summary: string): void {
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
  console.log(`${what}: ${problems.length === 0 ? summary : `${problems.length} problems`}`)
}

type Node = { type: string; start: number; end: number }

/** Visits every node of the tree, parents first. */
export function walk(
  node: unknown,
  visit: (node: Node & Record<string, unknown>, parent: Node | null) => void,
  parent: Node | null = null,
): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit, parent)
    return
  }
  if (typeof node !== 'object' || node === null || !('type' in node)) return
  const typed = node as Node & Record<string, unknown>
  visit(typed, parent)
  for (const value of Object.values(typed)) if (typeof value === 'object') walk(value, visit, typed)
}
