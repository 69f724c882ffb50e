import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const worthIt = new Set(['.css', '.js', '.json', '.svg', '.txt', '.xml', '.webmanifest'])
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/**
 * Writes a `.br` and a `.gz` beside every text file below a folder, so that nothing is compressed while a visitor
 * waits. Gives the bytes before and after (Brotli). Fonts and pictures are compressed already.
 */
export async function compressFolder(
  folder: string,
): Promise<{ files: number; before: number; after: number }> {
  const names = await readdir(folder, { recursive: true })
  const chosen = names.filter((name) => worthIt.has(extname(name)) && !name.startsWith('.'))
  const sizes = await Promise.all(chosen.map((name) => compressFile(join(folder, name))))
  const sum = (key: 'before' | 'after') => sizes.reduce((total, size) => total + size[key], 0)
  return { files: sizes.length, before: sum('before'), after: sum('after') }
}

async function compressFile(path: string): Promise<{ before: number; after: number }> {
  if (!(await stat(path)).isFile()) return { before: 0, after: 0 }
  const plain = await readFile(path)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  }
  const [small, zipped] = await Promise.all([brotli(plain, { params }), zip(plain, { level: 9 })])
  await Promise.all([writeFile(`${path}.br`, small), writeFile(`${path}.gz`, zipped)])
  return { before: plain.length, after: small.length }
}
