/** The parts of a workbook, which is a ZIP file: opened with limits, read as streams. */
import type { Readable } from 'node:stream'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { UnreadableTable } from './table.ts'

/** Bytes once unpacked: a workbook of 150,000 shops has some 200 million. A part that holds more than it says is refused. */
const mostUnpacked = 1_000_000_000
/** Honest workbooks shrink by ten to thirty; those made to burst, a thousand times. */
const mostExpansion = 400
const mostParts = 5000

export type ZipParts = {
  names: readonly string[]
  open(name: string): Promise<Readable>
  close(): void
}

/** @throws UnreadableTable when it is no ZIP file, is protected, or would unpack to too much. */
export async function openZip(path: string): Promise<ZipParts> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(broken)
  const entries = await readEntries(zip).catch(broken)
  for (const entry of entries.values())
    if (entry.isEncrypted()) throw new UnreadableTable('workbook-protected')
  return {
    names: [...entries.keys()],
    async open(name) {
      const entry = entries.get(name)
      if (!entry) throw new UnreadableTable('workbook-broken')
      return zip.openReadStreamPromise(entry).catch(broken)
    },
    close: () => zip.close(),
  }
}

async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize
    const isBomb =
      entry.uncompressedSize > 10_000_000 && entry.uncompressedSize > entry.compressedSize * mostExpansion
    if (unpacked > mostUnpacked || isBomb || entries.size >= mostParts)
      throw new UnreadableTable('workbook-too-big')
    entries.set(entry.fileName, entry)
  }
  return entries
}

function broken(error: unknown): never {
  throw error instanceof UnreadableTable ? error : new UnreadableTable('workbook-broken')
}
