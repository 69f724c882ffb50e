/** A command of `pignon`, as its feature offers it. */
import type { Services } from './services.ts'

export type CommandContext<P> = { services: Services; programme: P; say: (line: string) => void }

export type Command<P = unknown> = {
  /** What is typed after `pignon`. */
  name: string
  /** The arguments in one line, such as `FILE [--source NAME]`. */
  usage: string
  summary: string
  /** @returns the exit code: 0 when all went well. */
  run(args: string[], context: CommandContext<P>): Promise<number>
}
