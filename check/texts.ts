/** People's words live in the catalogues: markup and code elsewhere hold none. `--mend` spaces the French ones. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineAt, readSources, report, root, walk, type Source } from './sources.ts'

/** Pages for developers speak English, as the code does. */
const forDevelopers = /\/dev-[\w-]+(\.view)?\.tsx$/

const sources = readSources(['src/{ui,features}/**/*.{ts,tsx}']).filter(
  ({ path }) => !/texts(\.\w+)?\.ts$/.test(path) && !forDevelopers.test(path),
)
const french = readSources(['src/**/*.ts']).filter(
  ({ path }) => /texts(\.fr)?\.ts$/.test(path) && !path.endsWith('/texts.ts'),
)
if (process.argv.includes('--mend')) french.forEach(mend)
const problems = [...sources.flatMap(strayWords), ...french.flatMap(loosePunctuation)]
report(
  'texts',
  problems,
  `${sources.length} files without a stray word, ${french.length} French catalogues well spaced`,
)

/** French puts a no-break space before : ; ? ! and inside « », or a line begins with the mark. */
function loosePunctuation(source: Source): string[] {
  const found: string[] = []
  walk(source.program, (node) => {
    const words = wordsIn(node)
    if (/ [:;?!»]|« /.test(words))
      found.push(
        `${source.path}:${lineAt(source.text, node.start)} wants a no-break space: ${words.trim().slice(0, 60)}`,
      )
  })
  return found
}

function wordsIn(node: { type: string } & Record<string, unknown>): string {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : ''
  if (node.type !== 'TemplateElement') return ''
  return (node['value'] as { raw?: string } | undefined)?.raw ?? ''
}

function strayWords(source: Source): string[] {
  const found: string[] = []
  walk(source.program, (node) => {
    const words = wordsOf(node)
    if (words !== null)
      found.push(
        `${source.path}:${lineAt(source.text, node.start)} words outside the catalogues: ${words.trim().slice(0, 60)}`,
      )
  })
  return found
}

function wordsOf(node: { type: string } & Record<string, unknown>): string | null {
  const text = typeof node['value'] === 'string' ? node['value'] : ''
  if (node.type === 'JSXText') return /\p{L}{2,}/u.test(text) ? text : null
  if (node.type === 'Literal' && typeof node['value'] === 'string')
    return /[éèêàùçôîœ’«»]/i.test(text) ? text : null
  if (node.type === 'TemplateElement') {
    const raw = (node['value'] as { raw?: string } | undefined)?.raw ?? ''
    return /[éèêàùçôîœ’«»]/i.test(raw) ? raw : null
  }
  return null
}

function mend(source: Source): void {
  let text = source.text
  walk(source.program, (node) => {
    if (wordsIn(node) === '') return
    const written = source.text.slice(node.start, node.end)
    const spaced = written
      .replaceAll(/ (?=[?!;])/g, '\u202F')
      .replaceAll(/ (?=[:»])/g, '\u00A0')
      .replaceAll('« ', '«\u00A0')
    // Each mark replaces one space by one no-break space: places do not move.
    text = text.slice(0, node.start) + spaced + text.slice(node.end)
  })
  if (text !== source.text) writeFileSync(join(root, source.path), text)
}
