import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../db/embedded-postgres.ts'
import { openWeb, openWorker, runCommand, testSettings, type Program } from './program.ts'

/** The whole site with its demo town, on a database that is thrown away. */
export type Stage = { url: string; databaseUrl: string; close: () => Promise<void> }

/** Opens everything `npm start` opens, in a temporary folder. What was opened is closed when a step fails. */
export async function openStage(): Promise<Stage> {
  const endings: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const ending of endings.splice(0).toReversed()) await ending()
  }
  try {
    return { ...(await openEverything(endings)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openEverything(endings: (() => Promise<unknown>)[]): Promise<Omit<Stage, 'close'>> {
  const folder = await mkdtemp(join(tmpdir(), 'pignon-stage-'))
  endings.push(() => rm(folder, { recursive: true, force: true }))
  const postgres = await startEmbeddedPostgres({ directory: join(folder, 'data'), durable: false })
  endings.push(() => postgres.stop())
  // Each visitor of a test says where it comes from: what is limited by address is not shared by all of them.
  const env = { ...testSettings(postgres.url), TRUST_PROXY: '1' }
  await runCommand(env, 'migrate')
  await runCommand(env, 'seed-demo')
  const web = await openWeb(env)
  endings.push(watched('web', web))
  const worker = await openWorker({ ...env, PUBLIC_URL: web.url })
  endings.push(watched('worker', worker))
  return { url: web.url, databaseUrl: postgres.url }
}

/** Says what a program said should it end before we stop it; gives the way to stop it. */
function watched(name: string, program: Program): () => Promise<void> {
  let isWanted = true
  const tell = async () => {
    const code = await program.ended
    if (isWanted) console.error(`${name} ended by itself (code ${code}):\n${program.words().slice(-4000)}`)
  }
  void tell()
  return () => {
    isWanted = false
    return program.stop()
  }
}
