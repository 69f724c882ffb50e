/** Shops that do not exist in a database, by COPY: with names, signs and streets as varied as those of a register. */
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { diceOf } from '../src/features/demo/dice.ts'
import type { Question } from '../src/features/programmes/question.ts'
import { plausibleShops, readCommunes, type PlausibleShop } from './plausible-shops.ts'

/** As a register writes it: the firm, what stands above its door, where. */
export type InventedShop = PlausibleShop & { sign: string; street: string }

const kinds = 'SARL,EURL,SAS,MONSIEUR,MADAME,ETS,MAISON'.split(',')
const signs =
  'Boulangerie,Coiffure,Fleurs,Garage,Café,Épicerie,Librairie,Atelier,Boucherie,Chez,Au Petit,Institut,Pressing'.split(
    ',',
  )
const ways = 'RUE,RUE DE,AVENUE,PLACE,CHEMIN,BOULEVARD,IMPASSE,QUAI'.split(',')

/** The same ones each time. Surnames are words of the names of communes, as many surnames are. */
export function* inventedShops(count: number, asked: readonly Question[]): Generator<InventedShop> {
  const dice = diceOf(1871)
  const surnames = surnamesOf(readCommunes().map(({ nom }) => nom))
  for (const shop of plausibleShops(count, asked)) {
    const surname = dice.pick(surnames)
    yield {
      ...shop,
      name: `${dice.pick(kinds)} ${surname.toUpperCase()}`,
      sign: dice.below(3) === 0 ? `${dice.pick(signs)} ${surname}` : '',
      street: `${1 + dice.below(200)} ${dice.pick(ways)} ${dice.pick(surnames).toUpperCase()}`,
    }
  }
}

/** Some twenty thousand words, each once. */
function surnamesOf(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => name.split(/[^\p{L}]+/u)).filter(({ length }) => length > 4))]
}

const fields = [
  'siret',
  'name',
  'sign',
  'activityCode',
  'sizeBand',
  'street',
  'postalCode',
  'communeCode',
  'commune',
  'departmentCode',
] as const satisfies readonly (keyof InventedShop)[]

/**
 * Puts them into a register that is thrown away. Indexes are taken down and built again, which is quicker than
 * filling them row by row.
 */
export async function copyInventedShops(
  url: string,
  count: number,
  asked: readonly Question[],
): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ indexname: string; indexdef: string }>(
      `select indexname, indexdef from pg_indexes where tablename = 'businesses' and indexdef not like '%UNIQUE%'`,
    )
    for (const { indexname } of rows) await client.query(`drop index ${indexname}`)
    await pipeline(linesOf(count, asked), client.query(copyFrom(copying)))
    await client.query("set maintenance_work_mem = '1GB'")
    for (const { indexdef } of rows) await client.query(indexdef)
    await client.query('vacuum analyze businesses')
  } finally {
    await client.end()
  }
}

const columns = fields.map((field) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
const copying = `copy businesses (${columns.join(', ')}, source, imported_at) from stdin with (null '')`

function* linesOf(count: number, asked: readonly Question[]): Generator<string> {
  let text = ''
  for (const shop of inventedShops(count, asked)) {
    text += `${[...fields.map((field) => shop[field]), 'invented', '2026-11-16T08:00:00Z'].join('\t')}\n`
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield text
}
