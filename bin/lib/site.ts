import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { surroundings } from './environment.ts'
import { beforeLeaving, isLeaving, leave } from './leaving.ts'
import { forgetPrograms, makeRoom, rememberPrograms } from './one-at-a-time.ts'
import { builtProgram } from './paths.ts'
import { claimPort } from './port.ts'
import { runNode } from './run.ts'
import { supervise } from './supervise.ts'
import type { Supervised } from './supervise.ts'

/** Where the site will answer, settled before anything is built or started. */
export type Place = { host: string; port: number; address: string }
type Programs = { place: Place; env: Record<string, string>; web: Supervised; worker: Supervised }
/** `town` is there when the demonstration's is built, or at once when none is wanted. */
export type Site = Programs & { town: Promise<void> }

/** Finds the port, and says in a sentence why it cannot be had; then the process ends. */
export async function findPlace(): Promise<Place> {
  const other = await makeRoom()
  if (other !== null)
    return stopShort(`Pignon is running here already (process ${other}): stop it first, with Ctrl-C.`)
  const host = process.env['HOST'] || '127.0.0.1'
  const wanted = Number(process.env['PORT'] || 3000)
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535)
    return stopShort('PORT must be a number up to 65535.', 78)
  const port = await claimPort(host, wanted)
  if (port === null) {
    return stopShort(
      `Port ${wanted} is taken by another program. Stop it, or choose another port: PORT=3001 npm start`,
    )
  }
  return { host, port, address: process.env['PUBLIC_URL'] || `http://localhost:${port}` }
}

function stopShort(sentence: string, code = 1): Promise<never> {
  console.error(sentence)
  return leave(code)
}

/** Database, schema, demo town if wanted, web and worker. Resolves when the site answers. */
export async function openSite(place: Place): Promise<Site> {
  const { env: found, postgres } = await surroundings()
  const env = { ...found, HOST: place.host, PORT: String(place.port), PUBLIC_URL: place.address }
  await command('migrate', env)
  if (isLeaving()) return leave(0)
  const demo = await wantsDemo(postgres?.url ?? null)
  const programs = keepPrograms(env)
  const web = programs.start('web')
  // The invented town is built while the web process starts: both take their time, on two cores.
  const town = demo ? command('seed-demo', env) : Promise.resolve()
  await untilReady(place)
  if (isLeaving()) return leave(0)
  // Nobody waits for the worker before there is a page.
  return { place, env, web, worker: programs.start('worker'), town }
}

/** One of `pignon`'s commands; its failure ends everything, with its code. */
export async function command(name: string, env: Record<string, string>): Promise<void> {
  const code = await runNode([builtProgram('cli'), name], { env })
  if (code !== 0 && !isLeaving()) await leave(code)
}

/** The demo town is for a database of our own that knows no business yet; PIGNON_DEMO=1 asks for it, 0 declines. */
async function wantsDemo(url: string | null): Promise<boolean> {
  const wish = process.env['PIGNON_DEMO']
  if (wish) return wish === '1'
  if (url === null || isLeaving()) return false
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from businesses limit 1')
    return rowCount === 0
  } finally {
    await client.end()
  }
}

type Kept = { start: (name: 'web' | 'worker') => Supervised }

/** Programs that run until we leave, whatever happens to them. */
function keepPrograms(env: Record<string, string>): Kept {
  const programs: Supervised[] = []
  const remember = () => rememberPrograms(programs.map((program) => program.pid()))
  beforeLeaving(async (patience) => {
    await Promise.all(programs.map((program) => program.stop(patience)))
    forgetPrograms()
  })
  return { start }

  function start(name: 'web' | 'worker'): Supervised {
    const program = supervise({
      name,
      args: [builtProgram(name)],
      env,
      say: console.log,
      onGivenUp: giveUp(name),
      onLaunched: remember,
    })
    programs.push(program)
    remember()
    return program
  }
}

function giveUp(name: string) {
  return (code: number) => {
    if (code !== 78) console.error(`${name} does not stay up: stopping everything.`)
    void leave(code || 1)
  }
}

/** Waits for `/readyz`: patient, for a dead web process gives up by itself. */
async function untilReady({ host, port }: Place): Promise<void> {
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  while (!isLeaving()) {
    const reply = await fetch(`http://${local}:${port}/readyz`).catch(() => null)
    if (reply?.ok) return
    await sleep(50)
  }
}
