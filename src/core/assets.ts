/** Where the built style sheets and scripts are: their names carry the hash of their content. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Addresses by name: `sheets` has `main`, which every page has, and those of some pages. */
export type Assets = {
  sheets: Readonly<Record<string, string>>
  islands: Readonly<Record<string, string>>
}

type ManifestEntry = { file: string; name?: string; isEntry?: boolean }

/** Reads Vite's manifest in `folder`; without a build (tests of doors) pages carry neither. */
export function readAssets(folder: string): Assets {
  const path = join(folder, '.vite/manifest.json')
  if (!existsSync(path)) return { sheets: {}, islands: {} }
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, ManifestEntry>
  return { sheets: named(manifest, '.css'), islands: named(manifest, '.js') }
}

function named(manifest: Record<string, ManifestEntry>, ending: string): Record<string, string> {
  const found = Object.values(manifest).filter(({ file, isEntry }) => isEntry && file.endsWith(ending))
  return Object.fromEntries(found.map(({ name = '', file }) => [name, `/${file}`]))
}
