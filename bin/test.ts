/** `npm test`: everything. Each part runs even when one before it failed; the last line is the sum. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, needsBuild } from './build.ts'
import { check } from './check.ts'
import { findChromium } from './lib/chromium.ts'
import { beforeLeaving, isLeaving, leaveOnSignals } from './lib/leaving.ts'
import { tool } from './lib/paths.ts'
import { countPlaywright, countRun, countVitest, lastLine, oneResult, total } from './lib/results.ts'
import type { Count } from './lib/results.ts'
import { run } from './lib/run.ts'
import { setup } from './setup.ts'

type Part = { name: string; run: () => Promise<Count> }

const folder = mkdtempSync(join(tmpdir(), 'pignon-test-reports-'))
const tidy = () => rmSync(folder, { recursive: true, force: true })

const parts: Part[] = [
  { name: 'setup', run: async () => oneResult(await setup()) },
  { name: 'checks', run: check },
  // Before the tests: some of them kill the built programs.
  { name: 'build', run: async () => oneResult(!needsBuild() || (await build())) },
  { name: 'unit and database', run: unitTests },
  { name: 'browser journeys', run: journeys },
]

async function unitTests(): Promise<Count> {
  const report = join(folder, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return countRun(await run(tool('vitest'), args), contentOf(report), countVitest)
}

async function journeys(): Promise<Count> {
  const report = join(folder, 'playwright.json')
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROMIUM_PATH: findChromium() ?? '' }
  return countRun(
    await run(tool('playwright'), ['test', '--reporter=list,json'], { env }),
    contentOf(report),
    countPlaywright,
  )
}

const contentOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null)

/** A part that breaks down has failed; the others still get their turn. */
async function runPart({ name, run }: Part): Promise<Count> {
  console.log(`\n=== ${name}`)
  try {
    return await run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return oneResult(false)
  }
}

leaveOnSignals(130)
beforeLeaving(async () => tidy())
const counts: { name: string; count: Count; seconds: number }[] = []
for (const part of parts) {
  if (isLeaving()) break
  const began = performance.now()
  counts.push({ name: part.name, count: await runPart(part), seconds: (performance.now() - began) / 1000 })
}
tidy()
const all = total(counts.map(({ count }) => count))
console.log('\n=== results')
for (const { name, count, seconds } of counts) {
  console.log(`${name.padEnd(20)} ${lastLine(count)}, in ${seconds.toFixed(0)} s`)
}
console.log(lastLine(all))
process.exitCode = all.failed > 0 ? 1 : 0
