import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../assets/styles')

/** A sheet with all that it imports from our own folders. */
function read(path: string): string {
  const text = readFileSync(path, 'utf8')
  const imports = [...text.matchAll(/@import '(\.[^']+)'/g)].map(([, found = '']) => found)
  return [text, ...imports.map((found) => read(join(dirname(path), found)))].join('\n')
}

const defined = (css: string) => new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name))
const used = (css: string) => new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))

const main = read(join(folder, 'main.css'))
const sheets = globSync('*.css', { cwd: folder }).filter((name) => /^(main|street|counter)\.css$/.test(name))

test.each(sheets)('whatever %s paints with, it or the sheet of every page defines', (name) => {
  const css = read(join(folder, name))
  const known = new Set([...defined(main), ...defined(css)])
  expect([...used(css)].filter((found) => !known.has(found))).toEqual([])
})

test('every style sheet of ours is in one of the sheets that are built', () => {
  const written = globSync(['src/ui/*.css', 'src/features/*/*.css'], { cwd: join(folder, '../..') })
  const imported = sheets.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  expect(written.map((path) => basename(path)).filter((name) => !imported.includes(`/${name}'`))).toEqual([])
})

test('no two style sheets dress the same class: on a page of both, each would wear the other’s clothes', () => {
  const written = globSync(['src/ui/*.css', 'src/features/*/*.css'], { cwd: join(folder, '../..') })
  const classesOf = (path: string) =>
    new Set(
      [...readFileSync(join(folder, '../..', path), 'utf8').matchAll(/^\.([a-z][\w-]*)/gm)].map(
        ([, found = '']) => found,
      ),
    )
  const owners = new Map<string, string[]>()
  for (const path of written)
    for (const name of classesOf(path)) owners.set(name, [...(owners.get(name) ?? []), path])
  expect([...owners].filter(([, paths]) => paths.length > 1)).toEqual([])
})
