import { checkOption, checkUnique, type Questions } from './check-references.ts'
import type { Parts, Report } from './parts.ts'

/** Reports published figures that stand beside no item, name no survey population, or have no source. */
export function checkBenchmarks({ benchmarks, sources }: Parts, questions: Questions, report: Report): void {
  const { file, value } = benchmarks
  const populations = new Set(value.populations.map(({ id }) => id))
  const keys = new Set(sources.value.sources.map(({ key }) => key))
  checkUnique(
    value.figures.map(({ id }, i) => ({ id, at: { file, path: ['figures', i, 'id'] } })),
    'figure',
    report,
  )
  for (const [i, { item, population, source, size }] of value.figures.entries()) {
    const at = (key: string) => ['figures', i, key]
    if (questions.get(item)?.kind !== 'item') report(file, at('item'), `there is no item "${item}"`)
    if (!populations.has(population)) report(file, at('population'), `there is no population "${population}"`)
    if (!keys.has(source)) report(file, at('source'), `there is no source "${source}"`)
    const sizes = questions.get('size')
    if (size !== undefined && sizes) checkOption(sizes, size, { file, path: at('size') }, report)
  }
}
