/** `npm run content:check [-- FOLDER] [-- --accept] [-- --language fr]`: for authors; needs no build, no database. */
import { join } from 'node:path'
import { systemClock } from '../src/core/clock.ts'
import { checkContent } from '../src/features/content/cli.ts'
import { repository } from './lib/paths.ts'

process.exitCode = await checkContent({
  args: process.argv.slice(2),
  folder: join(repository, 'programmes/soutenons-nos-tpe-pme'),
  now: systemClock(),
  say: (line) => console.log(line),
})
