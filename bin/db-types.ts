/**
 * Writes `src/core/db-types.ts` and `db/schema.sql` from the migrated schema, on an embedded database of its own.
 * `--verify` changes nothing and fails when they are stale.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts'
import { listMigrations, migrate } from '../src/core/migrate.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const target = join(root, 'src/core/db-types.ts')
const schemaFile = join(root, 'db/schema.sql')
const verify = process.argv.includes('--verify')

const columnsQuery = `
  select c.relname, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || case a.attgenerated when 's' then ' generated' else '' end
    || coalesce(' default ' || case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end, '') as line
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
  order by c.relname, a.attnum`

const constraintsQuery = `
  select c.relname, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where c.relnamespace = 'public'::regnamespace and k.contype <> 'n'
  order by c.relname, k.conname`

const indexesQuery = `
  select tablename as relname, indexdef as line from pg_indexes
  where schemaname = 'public' and indexname not in (select conname from pg_constraint)
  order by tablename, indexname`

const directory = await mkdtemp(join(tmpdir(), 'pignon-types-'))
const postgres = await startEmbeddedPostgres({ directory: join(directory, 'data'), durable: false })
try {
  await migrate(postgres.url, await listMigrations(join(root, 'db/migrations')))
  await generateTypes(postgres.url)
  await describeSchema(postgres.url)
} finally {
  await postgres.stop()
  await rm(directory, { recursive: true, force: true })
}

async function generateTypes(url: string): Promise<void> {
  const codegen = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js')
  const args = [
    '--dialect',
    'postgres',
    '--url',
    url,
    '--camel-case',
    '--date-parser',
    'string',
    '--default-schema',
    'public',
    '--include-pattern',
    'public.*',
  ]
  const { stdout } = await run(process.execPath, [codegen, ...args, '--print'], { maxBuffer: 1e7 })
  await keep(target, stdout.slice(stdout.indexOf('/**')))
}

/** The schema to read: tables with their columns and constraints, indexes, in the order of names. */
async function describeSchema(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const columns = await client.query<{ relname: string; line: string }>(columnsQuery)
  const constraints = await client.query<{ relname: string; line: string }>(constraintsQuery)
  const indexes = await client.query<{ relname: string; line: string }>(indexesQuery)
  await client.end()
  const tables = [...new Set(columns.rows.map((row) => row.relname))]
  const of = (rows: { relname: string; line: string }[], table: string) =>
    rows.filter((row) => row.relname === table).map((row) => row.line)
  const text = tables.map((table) => {
    const lines = [...of(columns.rows, table), ...of(constraints.rows, table)].map((line) => `  ${line}`)
    return [
      `create table ${table} (`,
      lines.join(',\n'),
      ');',
      ...of(indexes.rows, table).map((line) => `${line};`),
    ].join('\n')
  })
  await keep(
    schemaFile,
    `-- Generated from db/migrations by bin/db-types.ts, to be read; never applied.\n\n${text.join('\n\n')}\n`,
  )
}

async function keep(file: string, content: string): Promise<void> {
  const old = await readFile(file, 'utf8').catch(() => '')
  if (old === content) return
  if (verify) {
    console.error(`${file} is stale: run node bin/db-types.ts`)
    process.exitCode = 1
    return
  }
  await writeFile(file, content)
  console.log(`written ${file}`)
}
