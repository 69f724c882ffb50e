/** The commands of the features, and what is said of them all. */
import { badConfigExitCode, processConfig } from './core/config.ts'
import { systemClock } from './core/clock.ts'
import type { Command } from './core/command.ts'
import { checkContent, checkContentUsage } from './features/content/cli.ts'
import { commands as demo } from './features/demo/cli.ts'
import { commands as diagnostics } from './features/diagnostics/cli.ts'
import { commands as editions } from './features/editions/cli.ts'
import { commands as imports } from './features/imports/cli.ts'
import type { Programme } from './features/programmes/programme.ts'
import { commands as mailings } from './features/mailings/cli.ts'
import { commands as staff } from './features/staff/cli.ts'
import { prepare } from './start.ts'

const commands: Command<Programme>[] = [
  ...imports,
  ...diagnostics,
  ...editions,
  ...mailings,
  ...staff,
  ...demo,
]

type Say = (line: string) => void

/** Runs one; an unknown name gets the list of them. @returns the exit code */
export async function runCommand([name, ...args]: readonly string[], say: Say): Promise<number> {
  if (name === checkContentUsage.name)
    return checkContent({ args, folder: processConfig().programme, now: systemClock(), say })
  const command = commands.find((known) => known.name === name)
  if (!command) return help(name, say)
  const { services, programme, stop } = await prepare('sender')
  try {
    return await command.run(args, { services, programme, say })
  } finally {
    await stop()
  }
}

function help(name: string | undefined, say: Say): number {
  const all = [
    { name: 'migrate', usage: '', summary: 'bring the database to the newest schema' },
    { name: 'web', usage: '', summary: 'answer visitors, until asked to stop' },
    {
      name: 'worker',
      usage: '',
      summary: 'do the jobs: mails, reminders, housekeeping; until asked to stop',
    },
    checkContentUsage,
    ...commands,
  ]
  if (name && name !== 'help' && name !== '--help') console.error(`pignon: no command "${name}"\n`)
  for (const { name, usage, summary } of all) say(`pignon ${name} ${usage}`.trimEnd() + `\n    ${summary}`)
  return name === undefined || name === 'help' || name === '--help' ? 0 : badConfigExitCode
}
