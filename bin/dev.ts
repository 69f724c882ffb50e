/** `npm run dev`: as `npm start`, and what is saved is built and running a second later. */
import { watch } from 'node:fs'
import { join } from 'node:path'
import { build, viteBuilds } from './build.ts'
import { loadSettings } from './lib/environment.ts'
import { isLeaving, leave, leaveBecause, leaveOnSignals } from './lib/leaving.ts'
import { repository } from './lib/paths.ts'
import { runNode } from './lib/run.ts'
import { command, findPlace, openSite } from './lib/site.ts'
import type { Site } from './lib/site.ts'

/** What is read at the start only, and what to do before the restart. */
const watched = [
  { folder: 'dist/server', migrate: false },
  { folder: 'dist/client', migrate: false },
  { folder: 'programmes', migrate: false },
  { folder: 'db/migrations', migrate: true },
]
/** Milliseconds of silence after which a build has written all its files. */
const silence = 300

leaveOnSignals(0)
loadSettings()
await main().catch(leaveBecause)

async function main(): Promise<void> {
  const place = await findPlace()
  if (!(await build())) await leave(1)
  const site = await openSite(place)
  for (const args of viteBuilds) void runNode([...args, '--watch', '--emptyOutDir', 'false'])
  const restart = restartAfterSilence(site)
  for (const { folder, migrate } of watched) {
    watch(join(repository, folder), { recursive: true }, () => restart(migrate))
  }
  await site.town
  await command('welcome', site.env)
  console.log('\nWatching. Ctrl-C stops everything.')
}

/** Many files change at once: one restart for all of them, after the last. */
function restartAfterSilence({ env, web, worker }: Site): (migrate: boolean) => void {
  let timer: NodeJS.Timeout | undefined
  let mustMigrate = false
  let busy = Promise.resolve()
  const restart = async () => {
    if (isLeaving()) return
    const code = mustMigrate ? await runNode(['dist/server/cli.js', 'migrate'], { env }) : 0
    mustMigrate = false
    if (code !== 0) return
    await Promise.all([web.restart(), worker.restart()])
    console.log('Restarted.')
  }
  return (migrate) => {
    mustMigrate ||= migrate
    clearTimeout(timer)
    timer = setTimeout(() => {
      busy = busy.then(restart)
    }, silence)
  }
}
