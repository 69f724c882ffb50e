import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../db/embedded-postgres.ts'
import type { EmbeddedPostgres } from '../../db/embedded-postgres.ts'
import { isLocalName } from '../../src/core/local.ts'
import { beforeLeaving } from './leaving.ts'
import { keptFolder, repository } from './paths.ts'

/** The settings our programs get, and the database of ours if DATABASE_URL named no other. */
export type Surroundings = { env: Record<string, string>; postgres: EmbeddedPostgres | null }

/** Reads `.env` when there is one. What the shell says wins. */
export function loadSettings(): void {
  const file = join(repository, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/** Starts the embedded database unless DATABASE_URL names another, and completes the settings for this machine. */
export async function surroundings(): Promise<Surroundings> {
  const env = localDefaults()
  if (process.env['DATABASE_URL']) return { env, postgres: null }
  const starting = startEmbeddedPostgres({ directory: join(keptFolder, 'postgres'), log: console.log })
  // An interruption in the middle of the start must still find a server to stop.
  beforeLeaving(async () => (await starting.catch(() => null))?.stop())
  const postgres = await starting
  return { env: { ...env, DATABASE_URL: postgres.url }, postgres }
}

/**
 * On a machine of one's own nothing has to be set. As soon as the address is public nothing is guessed, and the
 * programs say what is missing.
 */
function localDefaults(): Record<string, string> {
  const { PUBLIC_URL, SECRET, SMTP_URL, DEV_MAIL, LOG_FORMAT } = process.env
  const env: Record<string, string> = { NODE_ENV: 'production' }
  if (!LOG_FORMAT && process.stdout.isTTY) env['LOG_FORMAT'] = 'pretty'
  if (PUBLIC_URL && !isLocal(PUBLIC_URL)) return env
  if (!SECRET) env['SECRET'] = keptSecret()
  if (!SMTP_URL && !DEV_MAIL) env['DEV_MAIL'] = '1'
  return env
}

function isLocal(address: string): boolean {
  return URL.canParse(address) && isLocalName(new URL(address).hostname)
}

/** Made once, so that people stay signed in over a restart. */
function keptSecret(): string {
  const file = join(keptFolder, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(keptFolder, { recursive: true })
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  return secret
}
