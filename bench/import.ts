/** The register of a town read into the database, against csv-parse and COPY of the same columns. */
import { parse } from 'csv-parse'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { repository } from '../bin/lib/paths.ts'
import { systemClock } from '../src/core/clock.ts'
import { connect, type Db } from '../src/core/db.ts'
import { importRegister } from '../src/features/businesses/import-register.ts'
import { alone, compare, median, milliseconds, type Figure } from './harness.ts'
import { writeInventedRegister } from './invented-register.ts'
import { settle, statement, type Bench } from './town.ts'

const realFile = join(repository, '../shared/realdata/sirene/etablissements-metz-labonneboite.csv')
const inventedRows = 20_000

type Source = { file: string; rows: number; note: string }

export async function importing({ pace, folder, emptyDatabase }: Bench): Promise<Figure[]> {
  const url = await emptyDatabase()
  const db = connect({ url })
  const source = await findSource(folder, url)
  const first = await compare(
    {
      name: 'import',
      unit: 'ms',
      comparedWith: 'csv-parse + COPY',
      goal: { of: 'ratio', atMost: 3 },
      note: source.note,
      prepare: () => startAfresh(url),
      ours: () => milliseconds(() => importOnce(db, source)),
      limit: () => milliseconds(() => copyOnce(url, source.file)),
    },
    pace,
  )
  const again = await repeated(pace.rounds, () => milliseconds(() => importOnce(db, source)))
  await db.destroy()
  return [
    first,
    alone({ name: 'import, speed', value: perSecond(source, first.value), unit: 'rows/s' }),
    alone({ name: 'import again, nothing changed', value: perSecond(source, again), unit: 'rows/s' }),
  ]
}

const perSecond = ({ rows }: Source, time: number) => rows / (time / 1000)

/** The real file of a town when it is at hand, else an invented one. */
async function findSource(folder: string, url: string): Promise<Source> {
  const isReal = existsSync(realFile)
  const file = isReal ? realFile : join(folder, 'register.csv')
  if (!isReal) writeInventedRegister(file, inventedRows)
  await startAfresh(url)
  await copyOnce(url, file)
  const [counted] = await statement<{ rows: number }>(url, 'select count(*)::int as rows from bare_register')
  const rows = counted?.rows ?? 0
  const note = `${rows.toLocaleString('en')} ${isReal ? 'real establishments of one town (INSEE, Sirene)' : 'invented rows'}`
  return { file, rows, note }
}

/** Bare columns as they stand in the file; a fresh table has fresh files on the disk. */
const columns =
  'siret, name, sign, trade, size, number, street, postal_code, commune, department, longitude, latitude'

async function startAfresh(url: string): Promise<void> {
  const [siret, ...others] = columns.split(', ')
  await statement(url, 'truncate businesses, imports cascade')
  await statement(url, 'drop table if exists bare_register')
  await statement(
    url,
    `create table bare_register (${siret} text primary key, ${others.map((name) => `${name} text`).join(', ')})`,
  )
  await settle(url)
}

async function importOnce(db: Db, { file, rows }: Source): Promise<void> {
  const outcome = await importRegister(db, systemClock, { file, source: 'benchmark' })
  if (outcome.kind !== 'imported' || outcome.counts.lines - outcome.counts.refused !== rows)
    throw new Error(`the register was not imported: ${JSON.stringify(outcome)}`)
}

async function copyOnce(url: string, file: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const copy = client.query(copyFrom(`copy bare_register (${columns}) from stdin`))
    await pipeline(createReadStream(file), parse({ fromLine: 2 }), asCopyText, copy)
  } finally {
    await client.end()
  }
}

/** A message for each line would be unkind to the limit. */
async function* asCopyText(records: AsyncIterable<string[]>): AsyncGenerator<string> {
  let text = ''
  for await (const record of records) {
    text += `${record.map(escaped).join('\t')}\n`
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield text
}

function escaped(cell: string): string {
  return /[\\\t\n\r]/.test(cell) ? cell.replaceAll(/[\\\t\n\r]/g, (letter) => `\\${letter}`) : cell
}

async function repeated(times: number, work: () => Promise<number>): Promise<number> {
  const found: number[] = []
  for (let round = 0; round < times; round++) found.push(await work())
  return median(found)
}
