/** What `pignon COMMAND` does once it runs on the right Node: settings, database, then the built program. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadSettings, surroundings } from './environment.ts'
import { leave, leaveOnSignals } from './leaving.ts'
import { builtProgram, repository } from './paths.ts'
import { runNode } from './run.ts'

const typed = process.argv.slice(2)
/** The processes that last, and end well when they are asked to; all else is a command. */
const lasting = (['web', 'worker'] as const).find((name) => name === typed[0])

leaveOnSignals(lasting ? 0 : 130)
loadSettings()
await leave(await main(lasting ? [] : typed))

async function main(args: string[]): Promise<number> {
  const program = builtProgram(lasting ?? 'cli')
  if (!existsSync(program)) {
    console.error('Pignon is not built yet: run npm run build, then try again.')
    return 1
  }
  // An author needs no database to be told what to mend.
  if (args[0] === 'check-content') return runNode([program, ...args.map(absolute)])
  try {
    const { env, postgres } = await surroundings()
    // A database of ours that was asleep may miss what a newer version brought.
    if (postgres?.started && args[0] !== 'migrate') {
      const code = await runNode([builtProgram('cli'), 'migrate'], { env })
      if (code !== 0) return code
    }
    return await runNode([program, ...args.map(absolute)], { env })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

/** The program works from the project's folder, the person who types perhaps not: a file keeps its meaning. */
function absolute(argument: string): string {
  const isFile = process.cwd() !== repository && !argument.startsWith('-') && existsSync(argument)
  return isFile ? resolve(argument) : argument
}
