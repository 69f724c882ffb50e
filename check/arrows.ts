/** The arrows of the house: imports point down, features look only towards the start of the list, no circles. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { order } from '../src/features/order.ts'
import { readSources, report, root, type Import, type Source } from './sources.ts'

type Kind = 'noun' | 'words' | 'input' | 'jobs' | 'store' | 'verb' | 'view' | 'door' | 'worker' | 'cli'

/** What each kind may import from its own feature and from lower ones. */
const may: Record<Kind, readonly Kind[]> = {
  noun: ['noun', 'words'],
  words: ['noun', 'words'],
  jobs: [],
  input: ['noun', 'words', 'input'],
  store: ['noun', 'store'],
  verb: ['noun', 'store', 'jobs', 'verb', 'words', 'input'],
  view: ['noun', 'words', 'view'],
  door: ['noun', 'words', 'input', 'verb', 'store', 'view', 'door'],
  worker: ['noun', 'words', 'jobs', 'verb', 'store'],
  cli: ['noun', 'words', 'input', 'verb', 'store'],
}

/** Only these travel between features: doors, forms, workers and commands are private. */
const travels: readonly Kind[] = ['noun', 'verb', 'store', 'view', 'jobs', 'words']

const sources = readSources(['src/**/*.{ts,tsx}'])
const byPath = new Map(sources.map((source) => [source.path, source]))
const problems = [...sources.flatMap(badImports), ...sources.flatMap(ambient), ...circles(), ...unlisted()]
report(
  'arrows',
  problems,
  `${sources.length} files, ${sources.flatMap(own).length} arrows, all downwards, no circle`,
)

function own(source: Source): Import[] {
  return source.imports.filter((found) => found.isOwn && /\.tsx?$/.test(found.target))
}

function featureOf(path: string): string | null {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? null
}

function kindOf(path: string): Kind {
  const name = path.split('/').at(-1) ?? ''
  if (/^texts\b|^urls\.ts$|\.texts\.ts$/.test(name)) return 'words'
  if (name === 'input.ts') return 'input'
  if (name === 'jobs.ts') return 'jobs'
  if (name === 'worker.ts') return 'worker'
  if (name === 'cli.ts') return 'cli'
  if (/(^|-)store\.ts$/.test(name)) return 'store'
  if (name.endsWith('.view.tsx')) return 'view'
  if (name.endsWith('.tsx')) return 'door'
  return isVerb(path) ? 'verb' : 'noun'
}

/** A verb is what is handed a transaction or asks a store; a noun is pure. */
function isVerb(path: string): boolean {
  const imports = byPath.get(path)?.imports ?? []
  return imports.some(({ target }) =>
    /src\/core\/(db|queue|http|content)\.ts$|(^|[/-])store\.ts$|^node:fs/.test(target),
  )
}

function badImports(source: Source): string[] {
  return source.imports.flatMap((found) => {
    const why = refusal(source.path, found)
    return why === null ? [] : [`${source.path}:${found.line} ${why}: ${found.target}`]
  })
}

function refusal(path: string, found: Import): string | null {
  if (!found.isOwn) return foreign(path, found.target)
  if (/(^|\/)index\.tsx?$/.test(found.target)) return 'barrels do not exist here'
  if (path.startsWith('src/core/'))
    return found.target.startsWith('src/core/') ? null : 'core knows nothing above itself'
  if (path.startsWith('src/ui/'))
    return /^src\/(ui|core)\//.test(found.target) ? null : 'ui may import ui and core only'
  const from = featureOf(path)
  if (from === null) return null
  const to = featureOf(found.target)
  if (to === null)
    return /^src\/(ui|core)\//.test(found.target)
      ? wordless(path, found)
      : 'a feature may import core, ui and lower features'
  return between({ path, from }, { path: found.target, to })
}

function wordless(path: string, found: Import): string | null {
  const pure = ['noun', 'store', 'input', 'jobs']
  const isMarkup = found.target.startsWith('src/ui/') && found.target.endsWith('.tsx')
  return isMarkup && pure.includes(kindOf(path)) && !found.isTypeOnly
    ? `a ${kindOf(path)} has no markup`
    : null
}

function between(one: { path: string; from: string }, other: { path: string; to: string }): string | null {
  const features: readonly string[] = order
  if (features.indexOf(other.to) > features.indexOf(one.from)) return `${one.from} stands below ${other.to}`
  const kind = kindOf(other.path)
  if (one.from !== other.to && !travels.includes(kind)) return `a ${kind} is private to its feature`
  if (!may[kindOf(one.path)].includes(kind)) return `a ${kindOf(one.path)} may not import a ${kind}`
  return null
}

function foreign(path: string, name: string): string | null {
  const isFeature = featureOf(path) !== null
  if (name === 'kysely' && isFeature && kindOf(path) !== 'store') return 'only stores know SQL'
  if (name === 'pg' && isFeature) return 'only core opens connections'
  return null
}

/** The clock, chance and the environment are handed over, never fetched. */
function ambient(source: Source): string[] {
  const isEntry = /^src\/(core\/(clock|config)|web|worker|cli|start|migrate)\.ts$/.test(source.path)
  if (isEntry) return []
  const found = [...source.text.matchAll(/\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(|\bprocess\.env\b/g)]
  return found.map(
    (match) =>
      `${source.path}:${source.text.slice(0, match.index).split('\n').length} is not handed over: ${match[0]}`,
  )
}

function circles(): string[] {
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (path: string, trail: string[]) => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      found.push(`a circle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`)
      return
    }
    state.set(path, 'open')
    for (const { target, isTypeOnly } of own(byPath.get(path) as Source)) {
      if (!isTypeOnly && byPath.has(target)) visit(target, [...trail, path])
    }
    state.set(path, 'done')
  }
  for (const { path } of sources) visit(path, [])
  return found
}

function unlisted(): string[] {
  const folders = readdirSync(join(root, 'src/features'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  const listed: readonly string[] = order
  return folders
    .filter(({ name }) => !listed.includes(name))
    .map(({ name }) => `src/features/${name} is not in order.ts`)
}
