/** Brings a database to the newest schema: plain SQL files, forward only, in the order of their names. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'

export type Migration = { name: string; sql: string; checksum: string }

/** Any number; it only has to be the same in every process of Pignon. */
const advisoryLock = 7_449_466

/** @throws when the folder is missing. */
export async function listMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(names.map((name) => readMigration(folder, name)))
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

/**
 * Applies what is missing and returns the names applied. Several processes may call it at once: one works,
 * the others wait for it and find nothing to do.
 * @throws when a migration that was applied has changed or disappeared since, or when one fails (it is undone).
 */
export async function migrate(databaseUrl: string, migrations: Migration[]): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    return await applyMissing(client, migrations)
  } finally {
    await client.end()
  }
}

async function applyMissing(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query(
    'create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations order by name',
  )
  refuseRewrittenHistory(rows, migrations)
  const missing = migrations.slice(rows.length)
  for (const migration of missing) await apply(client, migration)
  return missing.map((migration) => migration.name)
}

function refuseRewrittenHistory(
  applied: { name: string; checksum: string }[],
  migrations: Migration[],
): void {
  for (const [index, row] of applied.entries()) {
    const ours = migrations[index]
    if (ours?.name !== row.name)
      throw new Error(
        `migration ${row.name} was applied to this database but is not the next one here: is this an older Pignon?`,
      )
    if (ours.checksum !== row.checksum)
      throw new Error(`migration ${row.name} has changed since it was applied: write a new one instead`)
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(
      `migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}

/** The names of the migrations that this database still misses; empty when it is ready. */
export async function pendingMigrations(databaseUrl: string, migrations: Migration[]): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string | null }>(
      "select to_regclass('migrations')::text as name",
    )
    if (!rows[0]?.name) return migrations.map((migration) => migration.name)
    const applied = await client.query<{ name: string }>('select name from migrations')
    const known = new Set(applied.rows.map((row) => row.name))
    return migrations.map((migration) => migration.name).filter((name) => !known.has(name))
  } finally {
    await client.end()
  }
}
