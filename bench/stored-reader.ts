/** Reads every stored diagnostic again, then tells how long it took and how much memory it needed at most. */
import { connect } from '../src/core/db.ts'
import { replayResults } from '../src/features/diagnostics/replay-results.ts'
import { openReleases } from '../src/features/diagnostics/store.ts'
import { loadProgramme } from '../src/features/programmes/load-programme.ts'
import type { Reading } from './stored.ts'
import { programmeFolder } from './town.ts'

const db = connect({ url: process.argv[2] ?? '', pool: 2 })
const releases = openReleases(await loadProgramme(programmeFolder))
const began = performance.now()
const { same, different } = await replayResults(db, releases)
const seconds = (performance.now() - began) / 1000
await db.destroy()
// Node counts in kilobytes.
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(JSON.stringify({ same, different, seconds, megabytes } satisfies Reading))
