/** Texts of cells: which alphabet, which separator, which rows. */
import { parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { problemOfBytes, readHead } from '../businesses/open-register.ts'
import { readRecords, type ReadingOptions } from '../businesses/read-register.ts'
import { UnreadableTable, type Encoding, type Row } from './table.ts'
import { decodeWindows1252 } from './windows-1252.ts'

/** Valid UTF-8 throughout is UTF-8; anything else is Windows-1252. @throws UnreadableTable for what is no text */
export async function encodingOf(path: string): Promise<Encoding> {
  const head = await readHead(path)
  if (/^(fffe|feff)/.test(head.toString('hex', 0, 2))) throw new UnreadableTable('utf-16')
  if (isNoText(head)) throw new UnreadableTable('binary')
  const problem = await problemOfBytes(path)
  if (problem?.kind === 'binary') throw new UnreadableTable('binary')
  if (problem) return 'windows-1252'
  return head.toString('hex', 0, 3) === 'efbbbf' ? 'utf-8-bom' : 'utf-8'
}

/** One control sign may be a slip; many are no text. */
function isNoText(head: Buffer): boolean {
  const controls = head.filter(
    (byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d,
  ).length
  return head.includes(0) || controls > Math.max(3, head.length / 200)
}

/** The text of a file, piece by piece. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
    yield encoding === 'windows-1252' ? decodeWindows1252(chunk) : decoder.decode(chunk, { stream: true })
}

export function headText(head: Buffer, encoding: Encoding): string {
  const text = encoding === 'windows-1252' ? decodeWindows1252(head) : head.toString('utf8')
  return text.replace(/^\uFEFF/, '')
}

const delimiters = [';', ',', '\t', '|']
const rowsTried = 60

/** The separator that cuts most of the first rows into the same number of cells, and the more cells the better. */
export async function delimiterOf(text: string): Promise<string> {
  const tried = await Promise.all(
    delimiters.map(async (delimiter) => ({ delimiter, ...evenness(await widths(text, delimiter)) })),
  )
  const wide = tried.filter(({ width }) => width > 1)
  return (
    wide.toSorted((one, other) => other.share * other.width ** 0.5 - one.share * one.width ** 0.5)[0]
      ?.delimiter ?? ';'
  )
}

/** The last row may be cut by the end of the head: what was read before it counts. */
function widths(text: string, delimiter: string): Promise<number[]> {
  return new Promise((done) => {
    const found: number[] = []
    const parser = parse({ delimiter, relax_quotes: true, relax_column_count: true, to: rowsTried })
    parser.on('data', (cells: string[]) => found.push(cells.length))
    parser.on('error', () => done(found))
    parser.on('end', () => done(found))
    parser.end(text)
  })
}

function evenness(widths: readonly number[]): { share: number; width: number } {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [width = 1, rows = 0] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? []
  return { width, share: widths.length === 0 ? 0 : rows / widths.length }
}

export type TextTable = { path: string; delimiter: string; encoding: Encoding }

/** Every row that holds something, headings too. @throws UnreadableTable when a quote swallows the rest */
export async function* readTextRows(
  { path, delimiter, encoding }: TextTable,
  options: ReadingOptions = {},
): AsyncGenerator<Row> {
  const decode = encoding === 'windows-1252' ? { decode: decodeWindows1252 } : {}
  yield* readRecords({ path, delimiter, ...decode }, options)
}
