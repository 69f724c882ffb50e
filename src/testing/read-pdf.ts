/** Reads back what a tagged PDF of ours says of itself: enough for tests, and nothing of a whole PDF reader. */
import { inflateSync } from 'node:zlib'

export type ReadPdf = {
  /** The objects of the file, streams left out. */
  text: string
  /** The structure in reading order: role, and the alternative text where there is one. */
  structure: { role: string; alt: string | null; scope: string | null }[]
  /** Titles of the bookmarks. */
  bookmarks: string[]
  /** Drawn characters that the font lacks: they print as empty boxes. */
  missingCharacters: number
}

export function readPdf(file: Buffer): ReadPdf {
  const raw = file.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id = '', body = ''] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    objects.set(id, body.split('\nstream\n')[0] ?? '')
  }
  const text = [...objects.values()].join('\n')
  return {
    text,
    structure: structureOf(objects, /\/StructTreeRoot (\d+) 0 R/.exec(text)?.[1] ?? ''),
    bookmarks: [...objects.values()]
      .filter((body) => /\/Title/.test(body) && /\/Dest/.test(body))
      .map((body) => stringAt(body, 'Title') ?? ''),
    missingCharacters: countMissing(file, raw),
  }
}

function structureOf(objects: ReadonlyMap<string, string>, id: string): ReadPdf['structure'] {
  const body = objects.get(id) ?? ''
  const role = /\/S \/(\w+)/.exec(body)?.[1]
  const children = /\/K (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(body)
  const ids = [...(children?.[1] ?? children?.[2] ?? '').matchAll(/(\d+) 0 R/g)].map(
    ([, child = '']) => child,
  )
  const below = ids
    .filter((child) => /\/S \//.test(objects.get(child) ?? ''))
    .flatMap((child) => structureOf(objects, child))
  const scope = /\/Scope \/(\w+)/.exec(body)?.[1] ?? null
  return role ? [{ role, alt: stringAt(body, 'Alt'), scope }, ...below] : below
}

/** A string of PDF: UTF-16 behind its mark, else plain. */
function stringAt(body: string, key: string): string | null {
  const found = new RegExp(`/${key} \\(((?:\\\\.|[^\\\\)])*)\\)`, 's').exec(body)?.[1]
  if (found === undefined) return null
  const plain = found.replaceAll(/\\([\\()nrtbf])/g, (_, mark: string) => escapes[mark] ?? mark)
  if (!plain.startsWith('\u00fe\u00ff')) return plain
  return Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le')
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function countMissing(file: Buffer, raw: string): number {
  let missing = 0
  for (const { index } of raw.matchAll(/\nstream\n/g)) {
    const begin = index + '\nstream\n'.length
    const content = inflated(file.subarray(begin, raw.indexOf('\nendstream', begin)))
    for (const [, shown = ''] of content.matchAll(/\[([^\]]*)\] TJ/g)) {
      const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      missing += glyphs.filter((glyph) => glyph === '0000').length
    }
  }
  return missing
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return ''
  }
}

/** The objects of a file with their streams unpacked: what it draws, however tightly it was packed. */
export function unpackPdf(file: Buffer): string[] {
  const raw = file.toString('latin1')
  return [...raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => {
    const [head = '', stream] = body.split('\nstream\n')
    const content = stream?.slice(0, stream.lastIndexOf('\nendstream')) ?? ''
    const unpacked = stream === undefined ? '' : inflated(Buffer.from(content, 'latin1')) || content
    return `${id} ${head.replace(/\/Length \d+/, '')} ${unpacked}`
  })
}
