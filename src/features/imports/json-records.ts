/** The records of a JSON text, one by one: the list may be longer than the memory. */
import { UnreadableTable } from './table.ts'

/** Characters: a shop takes a few hundred. */
const longestRecord = 1_000_000

/**
 * Yields the objects of the first list of objects: the text itself, or a field of the object that it is (`features`,
 * `etablissements`).
 * @throws UnreadableTable when it is not JSON, or ends before its time.
 */
export async function* jsonRecords(text: AsyncIterable<string>): AsyncGenerator<unknown> {
  const reader = new RecordReader()
  for await (const piece of text) {
    for (const record of reader.take(piece)) yield parse(record)
    if (reader.isDone) return
  }
  if (!reader.isDone) throw new UnreadableTable(reader.hasBegun ? 'json' : 'json-shape')
}

function parse(record: string): unknown {
  try {
    return JSON.parse(record)
  } catch {
    throw new UnreadableTable('json')
  }
}

/** Follows brackets and quotes only; `JSON.parse` has the last word on each record. */
class RecordReader {
  isDone = false
  hasBegun = false
  /** The brackets that are open outside of the record. */
  private outside = ''
  /** How many are open within it. */
  private inside = 0
  private isQuoted = false
  private isEscaped = false
  private held = ''

  /** The records that end in this piece. */
  take(piece: string): string[] {
    const ended: string[] = []
    let start = 0
    for (let at = 0; at < piece.length && !this.isDone; at += 1) {
      const sign = piece[at] ?? ''
      if (this.isQuoted) this.withinQuotes(sign)
      else if (sign === '"') this.isQuoted = true
      else if (sign === '{' || sign === '[') {
        if (this.open(sign)) start = at
      } else if (sign === '}' || sign === ']') {
        if (this.inside === 0) this.close(sign)
        else if (--this.inside === 0) ended.push(this.release(piece.slice(start, at + 1)))
      } else if (this.outside === '' && sign.trim() !== '' && sign !== '\uFEFF')
        throw new UnreadableTable('json')
    }
    if (this.inside > 0) this.hold(piece.slice(start))
    return ended
  }

  /** Does a record begin here? */
  private open(sign: string): boolean {
    const begins = this.inside === 0 && this.isRecord(sign)
    if (begins || this.inside > 0) this.inside += 1
    else this.outside += sign
    return begins
  }

  private withinQuotes(sign: string): void {
    if (this.isEscaped) this.isEscaped = false
    else if (sign === '\\') this.isEscaped = true
    else if (sign === '"') this.isQuoted = false
  }

  private isRecord(sign: string): boolean {
    const isIt = sign === '{' && (this.outside === '[' || this.outside === '{[')
    this.hasBegun ||= isIt
    return isIt
  }

  private close(sign: string): void {
    const opened = sign === '}' ? '{' : '['
    if (!this.outside.endsWith(opened)) throw new UnreadableTable('json')
    // The list that held the records is over: what follows is of no interest.
    this.isDone = this.hasBegun || this.outside === '['
    this.outside = this.outside.slice(0, -1)
    if (this.outside === '' && !this.hasBegun) throw new UnreadableTable('json-shape')
  }

  private hold(text: string): void {
    this.held += text
    if (this.held.length > longestRecord) throw new UnreadableTable('record-too-long')
  }

  private release(text: string): string {
    const record = this.held + text
    this.held = ''
    if (record.length > longestRecord) throw new UnreadableTable('record-too-long')
    return record
  }
}
