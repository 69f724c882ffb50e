/** `npm run check`: everything that can be said of the code without running it. */
import { leaveOnSignals } from './lib/leaving.ts'
import { tool } from './lib/paths.ts'
import { lastLine, oneResult, total } from './lib/results.ts'
import type { Count } from './lib/results.ts'
import { run, runNode } from './lib/run.ts'

type Check = { name: string; run: () => Promise<number> }

const program = (name: string, ...args: string[]): Check => ({ name, run: () => run(tool(name), args) })
const script = (name: string, ...args: string[]): Check => ({ name, run: () => runNode(args) })

const checks: Check[] = [
  program('oxfmt', '--check', '.'),
  program('oxlint'),
  program('tsc', '--noEmit'),
  script('arrows', 'check/arrows.ts'),
  script('sizes', 'check/sizes.ts'),
  script('texts', 'check/texts.ts'),
  program('knip'),
  script('schema types', 'bin/db-types.ts', '--verify'),
]

/** Runs all the checks, one after the other and whatever the first ones say, and sums them up. */
export async function check(): Promise<Count> {
  const counts: Count[] = []
  const summary: string[] = []
  for (const { name, run } of checks) {
    console.log(`\n— ${name}`)
    const began = performance.now()
    const passed = (await run()) === 0
    counts.push(oneResult(passed))
    summary.push(
      `${passed ? 'passed' : 'FAILED'}  ${name.padEnd(14)} ${((performance.now() - began) / 1000).toFixed(1)} s`,
    )
  }
  console.log(`\n${summary.join('\n')}`)
  return total(counts)
}

if (import.meta.main) {
  leaveOnSignals(130)
  const count = await check()
  console.log(lastLine(count))
  process.exitCode = count.failed > 0 ? 1 : 0
}
