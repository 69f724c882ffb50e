/** XML read as it comes: what is not asked for is not kept. */
import { SaxesParser } from 'saxes'
import type { Readable } from 'node:stream'
import { UnreadableTable } from './table.ts'

/** Names come without their prefix: `table:table-row` as `table-row`, `r:id` as `id`. */
export type XmlAttributes = Readonly<Record<string, string>>
export type XmlHandlers = {
  open?: (name: string, attributes: XmlAttributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Yields what the handlers emit. Entities that a document declares itself are refused, so none can grow. */
export async function* readXml<T>(
  part: Readable,
  handlersFor: (emit: (item: T) => void) => XmlHandlers,
): AsyncGenerator<T> {
  let found: T[] = []
  const parser = parserOf(handlersFor((item) => found.push(item)))
  const decoder = new TextDecoder()
  try {
    for await (const chunk of part as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }))
      yield* found
      found = []
    }
    parser.close()
  } catch (error) {
    throw error instanceof UnreadableTable ? error : new UnreadableTable('workbook-broken')
  } finally {
    part.destroy()
  }
  yield* found
}

function parserOf({ open, text, close }: XmlHandlers): SaxesParser {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  if (open) parser.on('opentag', (tag) => open(localName(tag.name), plain(tag.attributes)))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)))
  return parser
}

function plain(attributes: Record<string, string>): XmlAttributes {
  const named: Record<string, string> = {}
  for (const name of Object.keys(attributes)) named[localName(name)] = attributes[name] ?? ''
  return named
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
