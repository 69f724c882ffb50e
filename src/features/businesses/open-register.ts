/** Looks at a whole file before a single line of it is taken: a file that cannot be read changes nothing. */
import { parse } from 'csv-parse/sync'
import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { findColumns, type RegisterColumns } from './register-columns.ts'

export type FileProblem =
  | { kind: 'missing' | 'unreadable' | 'folder' | 'empty' | 'workbook' | 'utf-16' | 'binary' | 'no-heading' }
  | { kind: 'not-utf-8'; line: number }
  | { kind: 'columns'; missing: ('siret' | 'name')[]; headings: readonly string[] }

export type OpenRegister = { path: string; size: number; delimiter: string; columns: RegisterColumns }
export type OpenedRegister = { ok: true; register: OpenRegister } | { ok: false; problem: FileProblem }

const headBytes = 64 * 1024

/** Is there such a file, is it a text in UTF-8 throughout, separated by a comma, semicolon or tab, with the columns needed? */
export async function openRegister(path: string): Promise<OpenedRegister> {
  try {
    const { size, isFolder } = await stat(path).then((found) => ({
      size: found.size,
      isFolder: found.isDirectory(),
    }))
    if (isFolder) return refuse({ kind: 'folder' })
    if (size === 0) return refuse({ kind: 'empty' })
    const head = await readHead(path)
    const problem = problemOfHead(head) ?? (await problemOfBytes(path))
    return problem ? refuse(problem) : readHeadings(path, size, head)
  } catch (error) {
    return refuse({ kind: isMissing(error) ? 'missing' : 'unreadable' })
  }
}

function refuse(problem: FileProblem): OpenedRegister {
  return { ok: false, problem }
}

function isMissing(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) throw error
  return error.code === 'ENOENT' || error.code === 'ENOTDIR'
}

/** The first 64 kB of a file. */
export async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** XLSX and ODS are ZIP files; XLS is an OLE2 one. */
function problemOfHead(head: Buffer): FileProblem | null {
  const start = head.subarray(0, 4).toString('hex')
  if (start === '504b0304' || start === 'd0cf11e0') return { kind: 'workbook' }
  if (start.startsWith('fffe') || start.startsWith('feff')) return { kind: 'utf-16' }
  return head.includes(0) ? { kind: 'binary' } : null
}

/** Reads every byte once: a wrong letter in the last line must be known before the first line is kept. */
export async function problemOfBytes(path: string): Promise<FileProblem | null> {
  let held: Buffer = Buffer.alloc(0)
  let line = 1
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk
    const end = endOfWholeLetters(bytes)
    const whole = bytes.subarray(0, end)
    if (whole.includes(0)) return { kind: 'binary' }
    if (!isUtf8(whole)) return { kind: 'not-utf-8', line: line + wrongLine(whole) }
    line += countLines(whole)
    held = bytes.subarray(end)
  }
  return isUtf8(held) ? null : { kind: 'not-utf-8', line }
}

/** A letter may be cut by the end of the chunk: stop after the last byte that cannot be the beginning of one. */
function endOfWholeLetters(bytes: Buffer): number {
  for (let end = bytes.length; end > 0 && end > bytes.length - 4; end -= 1) {
    if ((bytes[end - 1] ?? 0) < 0x80) return end
    if ((bytes[end - 1] ?? 0) >= 0xc0) return end - 1
  }
  return bytes.length
}

function wrongLine(bytes: Buffer): number {
  let start = 0
  for (let line = 0; ; line += 1) {
    const end = bytes.indexOf(0x0a, start)
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
}

/** How many ends of line are in these bytes. */
export function countLines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count += 1
  return count
}

function readHeadings(path: string, size: number, head: Buffer): OpenedRegister {
  const text = head.toString('utf8').replace(/^\uFEFF/, '')
  const delimiter = delimiterOf(text.split(/\r?\n/, 1)[0] ?? '')
  const headings = headingsOf(text, delimiter)
  if (!headings) return refuse({ kind: 'no-heading' })
  const found = findColumns(headings)
  if (!found.ok) return refuse({ kind: 'columns', missing: found.missing, headings })
  return { ok: true, register: { path, size, delimiter, columns: found.columns } }
}

/** The first record; null when it does not end within the head of the file. */
function headingsOf(text: string, delimiter: string): string[] | null {
  try {
    const [headings] = parse(text, { delimiter, to: 1, relax_quotes: true, relax_column_count: true })
    return headings?.some((heading) => heading.trim() !== '') ? headings : null
  } catch {
    return null
  }
}

function delimiterOf(line: string): string {
  const outside = line.replaceAll(/"[^"]*"/g, '')
  const counted = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: outside.split(delimiter).length }))
  return counted.toSorted((one, other) => other.count - one.count)[0]?.delimiter ?? ','
}
