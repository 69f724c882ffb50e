/** The lines of a file, streamed: however big it is, a few of its lines are in memory. */
import { CsvError, parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { pipeline, Transform } from 'node:stream'
import { countLines, type OpenRegister } from './open-register.ts'

/** A text of cells: where it is, what separates them, and how its bytes are read when they are not UTF-8. */
export type CellText = { path: string; delimiter: string; decode?: (bytes: Buffer) => string }

/** A record and the number of its first line in the file, from 1; the headings are line 1. */
export type FileLine = { line: number; cells: string[] }

export type ReadingOptions = {
  /** A line of more than 100 kB was left out. */
  onLongLine?: (line: number) => void
  /** How far the file has been read, in bytes. */
  onBytes?: (bytes: number) => void
}

/** From this line on the file cannot be understood: a quote is opened and never closed. */
export class BrokenFile extends Error {
  readonly line: number
  constructor(line: number) {
    super(`line ${line} opens a quote that is never closed`)
    this.line = line
  }
}

const longestLine = 100_000
const longestRecord = 200_000

/** Yields the records after the headings, as `readRecords` does. */
export async function* readRegister(
  register: OpenRegister,
  options: ReadingOptions = {},
): AsyncGenerator<FileLine> {
  for await (const record of readRecords(register, options)) if (record.line > 1) yield record
}

/**
 * Yields the records; empty lines are passed over.
 * @throws BrokenFile when a quote swallows the rest of the file.
 */
export async function* readRecords(
  { path, delimiter, decode }: CellText,
  options: ReadingOptions = {},
): AsyncGenerator<FileLine> {
  const { onLongLine = () => {}, onBytes = () => {} } = options
  const file = createReadStream(path)
  const parser = parse({
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRecord,
  })
  // The error reaches the loop below through the parser; the callback only keeps it from being thrown twice.
  pipeline(file, leavingOutLongLines(onLongLine), asUtf8(decode), parser, () => {})
  let line = 1
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (!isEmpty(cells)) yield { line, cells }
      line += 1 + linesWithin(cells)
      onBytes(file.bytesRead)
    }
  } catch (error) {
    throw error instanceof CsvError ? new BrokenFile(line) : error
  } finally {
    file.destroy()
  }
}

/** Bytes of other alphabets become UTF-8; those that are so already pass through. */
function asUtf8(decode: CellText['decode']): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, decode ? Buffer.from(decode(chunk)) : chunk)
    },
  })
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** Cells may hold line breaks, so a record may be several lines of the file. */
function linesWithin(cells: readonly string[]): number {
  return cells.reduce((count, cell) => (cell.includes('\n') ? count + cell.split('\n').length - 1 : count), 0)
}

/** Passes the bytes on, an empty line in place of each that is too long, so that line numbers stay true. */
function leavingOutLongLines(onLongLine: (line: number) => void): Transform {
  let held: Buffer[] = []
  let heldBytes = 0
  let line = 1
  const hold = (bytes: Buffer) => {
    heldBytes += bytes.length
    held = heldBytes > longestLine ? [] : [...held, bytes]
  }
  const release = () => {
    const isLong = heldBytes > longestLine
    if (isLong) onLongLine(line)
    const bytes = isLong ? Buffer.from('\n') : Buffer.concat(held)
    held = []
    heldBytes = 0
    return bytes
  }
  return new Transform({
    // Chunks are shorter than the longest line: only the line that lies across their borders can be too long.
    readableHighWaterMark: longestLine,
    transform(chunk: Buffer, _encoding, done) {
      const first = chunk.indexOf(0x0a) + 1
      const last = chunk.lastIndexOf(0x0a) + 1
      hold(chunk.subarray(0, first || chunk.length))
      if (first === 0) return done()
      this.push(release())
      this.push(chunk.subarray(first, last))
      line += countLines(chunk.subarray(0, last))
      hold(chunk.subarray(last))
      done()
    },
    flush(done) {
      if (heldBytes > 0) this.push(release())
      done()
    },
  })
}
