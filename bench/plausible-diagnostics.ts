/**
 * Fills a migrated database with finished diagnostics of invented shops, in real communes and trades:
 * `DATABASE_URL=… node bench/plausible-diagnostics.ts [COUNT]`, 200,000 unless told otherwise. Their results are
 * those of the true engine; the answers behind them are not kept as events, which no figure reads.
 */
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { systemClock } from '../src/core/clock.ts'
import { connect, transaction } from '../src/core/db.ts'
import { chooseOption } from '../src/features/demo/answering.ts'
import { diceOf, type Dice } from '../src/features/demo/dice.ts'
import { firstUnanswered, type GivenAnswers } from '../src/features/diagnostics/diagnostic.ts'
import { makeResult, type Result } from '../src/features/diagnostics/result.ts'
import { loadProgramme } from '../src/features/programmes/load-programme.ts'
import { findQuestion, type Programme } from '../src/features/programmes/programme.ts'
import { keepRelease } from '../src/features/programmes/store.ts'
import { plausibleShops, type PlausibleShop } from './plausible-shops.ts'
import { programmeFolder } from './town.ts'

/** So many ways to answer for each trade and size; shops share them. */
const sheetsEach = 60

export type Plausible = { programme: Programme; seconds: number }

/** Makes `count` businesses, each with a finished diagnostic; only for a database that is thrown away. */
export async function makePlausibleDiagnostics(url: string, count: number): Promise<Plausible> {
  const began = performance.now()
  const programme = await keptProgramme(url)
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await copySheets(client, programme)
    await copyShops(client, count, programme)
    for (const statement of statements)
      await client.query(statement, statement.includes('$1') ? [programme.hash] : [])
  } finally {
    await client.end()
  }
  return { programme, seconds: (performance.now() - began) / 1000 }
}

async function keptProgramme(url: string): Promise<Programme> {
  const db = connect({ url, pool: 1 })
  const programme = await loadProgramme(programmeFolder)
  await transaction(db, (tx) => keepRelease(tx, systemClock(), programme))
  await db.destroy()
  return programme
}

const shopColumns = [
  'siret',
  'name',
  'activityCode',
  'sizeBand',
  'postalCode',
  'communeCode',
  'commune',
  'departmentCode',
] as const satisfies readonly (keyof PlausibleShop)[]

async function copyShops(client: Client, count: number, { profile }: Programme): Promise<void> {
  await client.query(`create temporary table shops (siret text, name text, activity_code text, size_band text,
    postal_code text, commune_code text, commune text, department_code text, sheet text)`)
  const dice = diceOf(7)
  const lines = function* () {
    let text = ''
    for (const shop of plausibleShops(count, profile)) {
      const sheet = nameOf(shop, dice.below(sheetsEach))
      text += `${[...shopColumns.map((column) => shop[column]), sheet].join('\t')}\n`
      if (text.length < 65_536) continue
      yield text
      text = ''
    }
    yield text
  }
  await pipeline(lines, client.query(copyFrom('copy shops from stdin')))
  await client.query('analyze shops')
}

const nameOf = ({ sector, size }: Pick<PlausibleShop, 'sector' | 'size'>, number: number) =>
  `${size}/${sector}/${number}`

async function copySheets(client: Client, programme: Programme): Promise<void> {
  await client.query('create temporary table sheets (sheet text primary key, engine text, result jsonb)')
  const rows = answerSheets(programme).map(({ sheet, result }) => {
    const json = JSON.stringify(result).replaceAll('\\', '\\\\')
    return `${sheet}\t${result.engine}\t${json}\n`
  })
  await pipeline(rows, client.query(copyFrom('copy sheets from stdin')))
}

/** Every trade and size, answered sixty times: bigger firms are further on, and each shop is itself. */
function answerSheets(programme: Programme): { sheet: string; result: Result }[] {
  const dice = diceOf(41)
  const optionsOf = (id: string) => findQuestion(programme, id)?.options ?? []
  return optionsOf('size').flatMap((size, rank) =>
    optionsOf('sector').flatMap((sector) =>
      Array.from({ length: sheetsEach }, (_, number) => {
        const given = answered(programme, { size: size.id, sector: sector.id }, dice, 0.12 * rank)
        const sheet = nameOf({ sector: sector.id, size: size.id }, number)
        return { sheet, result: makeResult(programme, given) }
      }),
    ),
  )
}

function answered(
  programme: Programme,
  profile: Record<string, string>,
  dice: Dice,
  headStart: number,
): GivenAnswers {
  const given: Record<string, GivenAnswers[string]> = {}
  for (const [id, option] of Object.entries(profile)) given[id] = { option, source: 'prefilled' }
  const maturity = Math.min(1, headStart + dice.share() * 0.8)
  for (let asked = firstUnanswered(programme, given); asked; asked = firstUnanswered(programme, given))
    given[asked.id] = { option: chooseOption(asked, maturity, dice).id, source: 'answered' }
  return given
}

const statements = [
  `insert into businesses (siret, name, activity_code, size_band, postal_code, commune_code, commune, department_code, source, imported_at)
   select siret, name, activity_code, size_band, postal_code, commune_code, commune, department_code, 'invented', timestamptz '2026-11-16 08:00Z' from shops`,
  `insert into diagnostics (token, release_id, business_id, language, started_at, finished_at)
   select 'invented-' || siret, $1, id, 'fr', timestamptz '2026-11-16 09:00Z', timestamptz '2026-11-16 09:05Z' from businesses
   where source = 'invented'`,
  `insert into snapshots (diagnostic_id, release_id, engine, last_event_id, result, made_at)
   select d.id, d.release_id, sheets.engine, 0, sheets.result, d.finished_at
   from shops join sheets using (sheet) join diagnostics d on d.token = 'invented-' || shops.siret`,
  'analyze businesses, diagnostics, snapshots',
]

if (import.meta.main) {
  const url = process.env['DATABASE_URL']
  if (!url) throw new Error('DATABASE_URL says which database to fill')
  const count = Number(process.argv[2] ?? 200_000)
  const { seconds } = await makePlausibleDiagnostics(url, count)
  console.log(`${count.toLocaleString('en')} diagnostics in ${seconds.toFixed(1)} s`)
}
