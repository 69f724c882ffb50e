/** `pignon COMMAND`. What a command does not need is not loaded: `migrate` stands in the way of every start. */
import { argv } from 'node:process'

const say = (line: string) => console.log(line)

async function main(args: readonly string[]): Promise<number> {
  if (args[0] === 'migrate') return (await import('./migrate.ts')).migrateDatabase(say)
  return (await import('./commands.ts')).runCommand(args, say)
}

process.exitCode = await main(argv.slice(2)).catch(async (error: unknown) =>
  (await import('./start.ts')).leave(error),
)
