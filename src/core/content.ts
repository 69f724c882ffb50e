import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { z } from 'zod'

/** Where something stands inside a file: keys of maps and positions in lists, from the top. */
export type ContentPath = readonly PropertyKey[]

/** One thing wrong in one file; line and column count from 1. */
export type ContentProblem = { file: string; line: number; column: number; message: string }

/** Everything that is wrong with a folder of content, one line each: `file:line:column message`. */
export class ContentError extends Error {
  readonly problems: readonly ContentProblem[]

  constructor(problems: readonly ContentProblem[]) {
    const lines = problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
    super(lines.join('\n'))
    this.name = 'ContentError'
    this.problems = problems
  }
}

type Source = { text: string; document: Document; lines: LineCounter }

/** A folder being read: what was read so far, and what was found wrong in it. Paths use `/` everywhere. */
export type Content = {
  root: string
  sources: Map<string, Source>
  /** What is not YAML. */
  texts: Map<string, string>
  problems: ContentProblem[]
}

export function openContent(root: string): Content {
  return { root, sources: new Map(), texts: new Map(), problems: [] }
}

/** The YAML files of one directory, sorted; anything else lying there is a problem, as it would go unread. */
export async function listContent(content: Content, directory: string): Promise<string[]> {
  const entries = await readdir(join(content.root, directory)).catch(() => null)
  if (!entries) {
    addProblem(content, directory, { line: 1, col: 1 }, 'this folder is missing')
    return []
  }
  const files = entries.sort().map((entry) => (directory === '.' ? entry : `${directory}/${entry}`))
  for (const file of files.filter((file) => !file.endsWith('.yaml'))) {
    addProblem(content, file, { line: 1, col: 1 }, 'only .yaml files are read here')
  }
  return files.filter((file) => file.endsWith('.yaml'))
}

/** Is there such a file? For those that a folder may do without. */
export function hasContent(content: Content, file: string): Promise<boolean> {
  return access(join(content.root, file)).then(
    () => true,
    () => false,
  )
}

/**
 * Reads one YAML file and checks it with a schema. Everything wrong is noted with its place in the file,
 * and null returned; `refused` gathers them all.
 */
export async function readContent<S extends z.ZodType>(
  content: Content,
  file: string,
  schema: S,
): Promise<z.output<S> | null> {
  const source = await readSource(content, file)
  if (!source) return null
  const value: unknown = source.document.toJS()
  if (value === null || value === undefined) {
    addProblem(content, file, { line: 1, col: 1 }, 'this file is empty')
    return null
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) reportIssue(content, file, { issue, value })
  return null
}

/** Reads a file that is not YAML, such as captions; null and a problem noted when it cannot be read. */
export async function readContentText(content: Content, file: string): Promise<string | null> {
  const text = await readText(content, file)
  if (text !== null) content.texts.set(file, text)
  return text
}

/** Writes one YAML file, a list of words on one line, under a comment that says what it is. */
export async function writeContent(
  root: string,
  file: string,
  comment: string,
  value: unknown,
): Promise<void> {
  const path = join(root, file)
  const document = new Document(value)
  visit(document, {
    Seq(_key, list) {
      list.flow = list.items.every((item) => isScalar(item))
    },
  })
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `# ${comment}\n\n${document.toString({ lineWidth: 110 })}`)
}

/** Notes a problem found by a check of the caller's, at the place of that key in that file. */
export function reportProblem(content: Content, file: string, path: ContentPath, message: string): void {
  const source = content.sources.get(file)
  const words = path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message
  addProblem(content, file, source ? placeOf(source, path) : { line: 1, col: 1 }, words)
}

/** Notes a problem found by a check of the caller's, at a line of a file that is not YAML. */
export function reportLine(content: Content, file: string, line: number, message: string): void {
  addProblem(content, file, { line, col: 1 }, message)
}

/** Where a key stands in a file that was read; the top of any other. */
export function placeIn(content: Content, file: string, path: ContentPath): { line: number; column: number } {
  const source = content.sources.get(file)
  const { line, col } = source ? placeOf(source, path) : { line: 1, col: 1 }
  return { line, column: col }
}

/** Every problem noted so far as one error, sorted by file and line, ready to be thrown. */
export function refused(content: Content): ContentError {
  const byPlace = (a: ContentProblem, b: ContentProblem) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column
  return new ContentError(content.problems.toSorted(byPlace))
}

/** The files read so far, as `contentHash` wants them. */
export function readFiles(content: Content): Map<string, string> {
  const sources = [...content.sources].map(([file, { text }]) => [file, text] as const)
  return new Map([...sources, ...content.texts])
}

/**
 * SHA-256 (hex) over relative paths and texts, whatever the order they come in; line ends are counted as LF,
 * so that a checkout on another system has the same hash.
 */
export function contentHash(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const file of [...files.keys()].sort()) {
    const bytes = Buffer.from((files.get(file) ?? '').replaceAll('\r\n', '\n'))
    hash.update(`${file}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

type Place = { line: number; col: number }

function addProblem(content: Content, file: string, place: Place, message: string): void {
  content.problems.push({ file, line: place.line, column: place.col, message })
}

async function readSource(content: Content, file: string): Promise<Source | null> {
  const text = await readText(content, file)
  if (text === null) return null
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const source = { text, document, lines }
  content.sources.set(file, source)
  const faults = [...document.errors, ...document.warnings]
  for (const fault of faults) addProblem(content, file, lines.linePos(fault.pos[0]), fault.message)
  return faults.length > 0 ? null : source
}

async function readText(content: Content, file: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(content.root, file)))
  } catch (cause) {
    const why =
      cause instanceof TypeError ? 'this file is not UTF-8 text' : 'this file is missing or cannot be read'
    addProblem(content, file, { line: 1, col: 1 }, why)
    return null
  }
}

function reportIssue(
  content: Content,
  file: string,
  found: { issue: z.core.$ZodIssue; value: unknown },
): void {
  const { issue, value } = found
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) reportProblem(content, file, [...issue.path, key], 'unknown key')
  } else if (valueAt(value, issue.path) === undefined) {
    reportProblem(content, file, issue.path, 'is missing')
  } else {
    reportProblem(content, file, issue.path, issue.message)
  }
}

function valueAt(value: unknown, path: ContentPath): unknown {
  let at = value
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = Reflect.get(at, step)
  }
  return at
}

/** The key (or list entry) the path names; where the path leaves the file, the last one that is there. */
function placeOf(source: Source, path: ContentPath): Place {
  let node: unknown = source.document.contents
  let place = source.document.contents
  for (const step of path) {
    const next = stepInto(source, node, step)
    if (!next) break
    place = next.at
    node = next.value
  }
  return source.lines.linePos(place?.range?.[0] ?? 0)
}

function stepInto(
  source: Source,
  from: unknown,
  step: PropertyKey,
): { at: Node | null; value: unknown } | null {
  const node = isAlias(from) ? from.resolve(source.document) : from
  if (isSeq<Node>(node)) {
    const value = node.items[Number(step)]
    return value ? { at: value, value } : null
  }
  if (!isMap<Node, unknown>(node)) return null
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  return pair ? { at: pair.key, value: pair.value } : null
}
