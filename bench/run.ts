/**
 * `npm run bench [-- NAMES] [-- --quick] [-- --stored=1000000] [-- --rows=200000]`: measures, and writes
 * docs/benchmarks.json and docs/benchmarks.md; quick measurements are not kept.
 */
import { build, needsBuild } from '../bin/build.ts'
import { leave, leaveBecause, leaveOnSignals } from '../bin/lib/leaving.ts'
import { systemClock } from '../src/core/clock.ts'
import { answers } from './answers.ts'
import { booking } from './booking.ts'
import { certificates } from './certificates.ts'
import { coldStart } from './cold-start.ts'
import { edition } from './edition.ts'
import { evaluator } from './evaluator.ts'
import { quickPace, usualPace, type Figure, type Pace } from './harness.ts'
import { importing } from './import.ts'
import { live } from './live.ts'
import { pages } from './pages.ts'
import { promotion } from './promotion.ts'
import { record } from './record.ts'
import { search } from './search.ts'
import { stored } from './stored.ts'
import { openBench, type Bench } from './town.ts'
import { weights } from './weights.ts'

const benchmarks: Record<string, (bench: Bench) => Promise<Figure[]>> = {
  pages,
  answers,
  evaluator,
  stored,
  booking,
  promotion,
  certificates,
  live,
  import: importing,
  search,
  edition,
  weights,
  'cold-start': coldStart,
}

leaveOnSignals(130)
await main(process.argv.slice(2)).catch(leaveBecause)

async function main(args: string[]): Promise<void> {
  const isQuick = args.includes('--quick')
  const asked = args.filter((arg) => !arg.startsWith('--'))
  const names = asked.length > 0 ? asked : Object.keys(benchmarks)
  const unknown = names.filter((name) => !(name in benchmarks))
  if (unknown.length > 0) return refuse(unknown)
  if (needsBuild() && !(await build())) return leave(1)
  const bench = await openBench(paceOf(args))
  for (const name of names) await measure(name, bench, !isQuick)
  await leave(0)
}

function paceOf(args: string[]): Pace {
  const pace = args.includes('--quick') ? quickPace : usualPace
  const given = (name: string) => Number(args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1])
  const [stored, rows] = [given('stored'), given('rows')]
  return {
    ...pace,
    stored: stored >= 10 ? stored : pace.stored,
    rows: rows >= 1000 ? rows : pace.rows,
  }
}

async function measure(name: string, bench: Bench, isKept: boolean): Promise<void> {
  console.log(`\n${name}…`)
  const figures = (await benchmarks[name]?.(bench)) ?? []
  for (const figure of figures) console.log(`  ${sentence(figure)}`)
  if (isKept) record(figures, systemClock())
}

function sentence({ name, value, unit, ratio, comparedWith, goal, met }: Figure): string {
  const compared = ratio === null ? '' : `, ${ratio.toFixed(2)} of ${comparedWith}`
  const judged = goal === null ? '' : ` (goal ${goal}: ${met ? 'met' : 'MISSED'})`
  return `${name}: ${digits(value)} ${unit}${compared}${judged}`
}

function digits(value: number): string {
  if (value >= 100) return `${Math.round(value)}`
  return value >= 1 ? value.toFixed(1) : value.toPrecision(2)
}

async function refuse(unknown: string[]): Promise<never> {
  console.error(`No benchmark "${unknown.join('", "')}". There are: ${Object.keys(benchmarks).join(', ')}`)
  return leave(64)
}
