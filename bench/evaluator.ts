/** One run read: its result and its plan, from its answers, in one process without a database. */
import { makeResult } from '../src/features/diagnostics/result.ts'
import { choosePlan } from '../src/features/plans/plan.ts'
import { loadProgramme } from '../src/features/programmes/load-programme.ts'
import { alone, median, type Figure } from './harness.ts'
import { inventedShops } from './shops.ts'
import { programmeFolder, type Bench } from './town.ts'

const shopCount = 2000

export async function evaluator({ pace }: Bench): Promise<Figure[]> {
  const programme = await loadProgramme(programmeFolder)
  const shops = inventedShops(programme, shopCount)
  const readAll = () => {
    for (const shop of shops) choosePlan(programme, makeResult(programme, shop))
  }
  const rounds = Array.from({ length: pace.rounds + 1 }, () => timeOf(readAll, pace.seconds))
  return [
    alone({
      name: 'evaluator',
      value: median(rounds.slice(1)) / shopCount,
      unit: 'ms',
      goal: { of: 'value', atMost: 0.05 },
      note: `one run: result and plan, in time of the processor; ${shopCount} invented shops, read again and again`,
    }),
  ]
}

/** Milliseconds of the processor that one turn takes, over some seconds of turns: what others do does not count. */
function timeOf(work: () => void, seconds: number): number {
  const until = performance.now() + seconds * 1000
  const before = process.cpuUsage()
  let turns = 0
  for (; performance.now() < until; turns += 1) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / turns
}
