/** From nothing to the first page: the web process alone, and everything that `npm start` starts after its build. */
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtProgram, repository } from '../bin/lib/paths.ts'
import { alone, compare, median, type Figure } from './harness.ts'
import { freePort, launch, type ProgramOptions } from './processes.ts'
import { settings, type Bench } from './town.ts'

export async function coldStart(bench: Bench): Promise<Figure[]> {
  return [await webAlone(bench), ...(await everything(bench))]
}

async function webAlone({ pace, town }: Bench): Promise<Figure> {
  const env = settings(await town())
  const bare = join(import.meta.dirname, 'bare-server.ts')
  return compare(
    {
      name: 'start of the web process',
      unit: 'ms',
      comparedWith: 'bare node:http process',
      ours: () =>
        firstPage((port) => ({
          args: [builtProgram('web')],
          env: { ...env, PORT: `${port}` },
          cwd: repository,
        })),
      limit: () => firstPage((port) => ({ args: [bare, `${port}`], cwd: repository })),
    },
    pace,
  )
}

/** Milliseconds from the launch of a program to its first page; then it is stopped. */
async function firstPage(program: (port: number) => ProgramOptions): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const { stop, answers } = launch(program(port))
  await answers(`http://127.0.0.1:${port}/`)
  const time = performance.now() - began
  await stop()
  return time
}

/** The first start makes the database and the demo town, the second finds them. */
async function everything({ pace, folder }: Bench): Promise<Figure[]> {
  const times: { first: number[]; again: number[] } = { first: [], again: [] }
  for (let round = 0; round < Math.min(pace.rounds, 3); round++) {
    const clone = builtClone(join(folder, `clone-${round}`))
    times.first.push(await startEverything(clone))
    times.again.push(await startEverything(clone))
    rmSync(clone, { recursive: true, force: true })
  }
  const goal = { of: 'value', atMost: 5000 } as const
  return [
    alone({
      name: 'first start after the build',
      value: median(times.first),
      unit: 'ms',
      goal,
      note: firstNote,
    }),
    alone({ name: 'second start', value: median(times.again), unit: 'ms', goal }),
  ]
}

const firstNote =
  'from the launch of bin/start.ts to the first page: new database, migrations, demo town, web and worker'

const startEverything = (clone: string) =>
  firstPage((port) => ({ args: ['bin/start.ts'], env: { PORT: `${port}` }, cwd: clone, signal: 'SIGINT' }))

/** What a fresh clone has after `npm ci` and the build; its database is its own. */
function builtClone(clone: string): string {
  mkdirSync(clone)
  for (const name of ['bin', 'db', 'dist', 'programmes', 'src', 'package.json'])
    cpSync(join(repository, name), join(clone, name), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'), 'junction')
  writeFileSync(join(clone, 'dist', '.built'), '')
  return clone
}
