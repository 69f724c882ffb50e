/** `npm start`: everything on one machine, from the build to the first page. */
import { build, needsBuild } from './build.ts'
import { loadSettings } from './lib/environment.ts'
import { isLeaving, leave, leaveBecause, leaveOnSignals } from './lib/leaving.ts'
import { command, findPlace, openSite } from './lib/site.ts'
import type { Site } from './lib/site.ts'

leaveOnSignals(0)
loadSettings()
await main().catch(leaveBecause)

async function main(): Promise<void> {
  const place = await findPlace()
  if (needsBuild() && !(await build())) await leave(1)
  const builtAt = performance.now()
  const site = await openSite(place)
  if (!isLeaving()) await welcome(site, builtAt)
}

async function welcome({ place, env, town }: Site, builtAt: number): Promise<void> {
  const local = ['0.0.0.0', '::'].includes(place.host) ? '127.0.0.1' : place.host
  const page = await fetch(`http://${local}:${place.port}/`)
  const seconds = ((performance.now() - builtAt) / 1000).toFixed(1)
  console.log(`\nFirst page ${seconds} s after the build (${page.status}).\n`)
  await town
  await command('welcome', env)
  console.log('\nCtrl-C stops everything; what was entered stays.')
}
