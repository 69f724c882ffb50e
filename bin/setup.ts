/** `npm run setup`: makes this machine ready for the tests. */
import { existsSync } from 'node:fs'
import { findBinaries } from '../db/embedded-postgres-binaries.ts'
import { findChromium } from './lib/chromium.ts'
import { leaveOnSignals } from './lib/leaving.ts'
import { run } from './lib/run.ts'

const packages = ['chromium', 'fonts-liberation']

/** Finds or installs what the tests need; false when something is missing, after saying how to get it. */
export async function setup(): Promise<boolean> {
  const { version } = findBinaries()
  console.log(`PostgreSQL ${version}: ready`)
  const found = findChromium() ?? (await installChromium())
  if (found) console.log(`Chromium: ${found}`)
  return found !== null
}

async function installChromium(): Promise<string | null> {
  const given = process.env['CHROMIUM_PATH']
  if (given) return advise(`CHROMIUM_PATH is ${given}, and no program is there.`)
  if (!existsSync('/usr/bin/apt-get'))
    return advise('Install Chromium or Chrome, or give its place in CHROMIUM_PATH.')
  if (process.getuid?.() !== 0)
    return advise(`Run: sudo apt-get install --no-install-recommends ${packages.join(' ')}`)
  console.log('Chromium is missing: installing it from the distribution (about 600 MB once unpacked)…')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages]
  const done =
    (await run('apt-get', ['update', '-q'], { env })) === 0 && (await run('apt-get', install, { env })) === 0
  return done ? findChromium() : advise('The installation failed: see above.')
}

function advise(sentence: string): null {
  console.error(`The browser tests need Chromium. ${sentence}`)
  return null
}

if (import.meta.main) {
  leaveOnSignals(130)
  process.exitCode = (await setup()) ? 0 : 1
}
