/** Shops that do not exist in a database, by COPY: with names, signs and streets as varied as those of a register. */
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { diceOf, type Dice } from '../src/features/demo/dice.ts'
import type { Question } from '../src/features/programmes/question.ts'
import { plausibleShops, type PlausibleShop } from './plausible-shops.ts'

/** As a register writes it: the firm, what stands above its door, where. */
export type InventedShop = PlausibleShop & { sign: string; street: string }

const syllables =
  'ba be bo bri ca char che cor da del du fa fer fon ga ger gui han jou la le lou ma mar mer mo nau ni pa per pi ra ren ri rou sa ser tan ti val ver vi'.split(
    ' ',
  )
const endings = 'ard aud eau el et ier in lan lot mont nat on ot rat teau ville y'.split(' ')
const kinds = 'SARL,EURL,SAS,MONSIEUR,MADAME,ETS,MAISON'.split(',')
const signs =
  'Boulangerie,Coiffure,Fleurs,Garage,Café,Épicerie,Librairie,Atelier,Boucherie,Chez,Au Petit,Institut,Pressing'.split(
    ',',
  )
const ways = 'RUE,RUE DE,AVENUE,PLACE,CHEMIN,BOULEVARD,IMPASSE,QUAI'.split(',')

/** The same ones each time; some ninety thousand surnames. */
export function* inventedShops(count: number, asked: readonly Question[]): Generator<InventedShop> {
  const dice = diceOf(1871)
  for (const shop of plausibleShops(count, asked)) {
    const surname = surnameOf(dice)
    yield {
      ...shop,
      name: `${dice.pick(kinds)} ${surname.toUpperCase()}`,
      sign: dice.below(3) === 0 ? `${dice.pick(signs)} ${capital(surname)}` : '',
      street: `${1 + dice.below(200)} ${dice.pick(ways)} ${surnameOf(dice).toUpperCase()}`,
    }
  }
}

const surnameOf = (dice: Dice) => dice.pick(syllables) + dice.pick(syllables) + dice.pick(endings)
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

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
