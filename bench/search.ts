/** Searches and filtered lists of staff over the register of a country, for the whole of it and within a relay. */
import { connect, type Db } from '../src/core/db.ts'
import { diceOf, type Dice } from '../src/features/demo/dice.ts'
import { everywhere, type Reach } from '../src/features/businesses/reach-store.ts'
import { loadProgramme } from '../src/features/programmes/load-programme.ts'
import { communesIn } from '../src/features/relays/territory.ts'
import { listNearest, listPage } from '../src/features/segments/list-store.ts'
import { anyBusiness, sizeNames, type Rule } from '../src/features/segments/rule.ts'
import { alone, milliseconds, type Figure } from './harness.ts'
import { copyInventedShops } from './invented-shops.ts'
import { programmeFolder, settle, statement, type Bench } from './town.ts'

const rounds = 150
/** As the list of staff asks: a page, and one row more to know whether it goes on. */
const limit = 51
const relayId = '00000000-0000-4000-8000-000000000057'
const goal = { of: 'value', atMost: 50 } as const

type Sample = {
  siret: string
  name: string
  street: string
  commune: string
  communeCode: string
  postalCode: string
  departmentCode: string
  activityCode: string
  sortName: string
}
/** One question of a kind, about a shop that there is. */
type Question = (db: Db, reach: Reach, shop: Sample, dice: Dice) => Promise<unknown>

const nearest = (db: Db, reach: Reach, words: string) =>
  listNearest(db, reach, { ...anyBusiness, words }, limit)

const questions: Record<string, Question> = {
  'name with a slip': (db, reach, { name, commune }, dice) =>
    nearest(db, reach, `${slipped(name.split(' ').at(-1) ?? name, dice)} ${commune}`),
  'name alone, with a slip': (db, reach, { name }, dice) =>
    nearest(db, reach, slipped(name.split(' ').at(-1) ?? name, dice)),
  address: (db, reach, { street, commune }) => nearest(db, reach, `${street} ${commune}`),
  SIRET: (db, reach, { siret }) => nearest(db, reach, siret),
  town: (db, reach, { communeCode }) =>
    page(db, reach, { place: { kind: 'commune', code: communeCode } }, null),
  'filters, deep': (db, reach, shop, dice) => page(db, reach, someFilters(shop, dice), shop),
  'filters, by name, deep': (db, reach, shop, dice) =>
    listPage(
      db,
      reach,
      { ...anyBusiness, ...someFilters(shop, dice) },
      {
        order: 'name',
        after: { siret: shop.siret, key: shop.sortName },
        limit,
      },
    ),
}

function page(db: Db, reach: Reach, rule: Partial<Rule>, after: Sample | null) {
  const cursor = after && { siret: after.siret, key: '' }
  return listPage(db, reach, { ...anyBusiness, ...rule }, { order: 'siret', after: cursor, limit })
}

/** One to three filters, of which at least this shop passes those about its place and trade. */
function someFilters({ departmentCode, communeCode, postalCode, activityCode }: Sample, dice: Dice) {
  const places = [
    null,
    { kind: 'department', code: departmentCode },
    { kind: 'commune', code: communeCode },
    { kind: 'postal', code: postalCode },
  ] as const
  const sectors = [null, activityCode.slice(0, 2), activityCode.slice(0, 4), activityCode]
  return {
    place: dice.pick(places),
    sector: dice.pick(sectors),
    size: dice.below(3) === 0 ? dice.pick(sizeNames) : null,
    step: dice.below(4) === 0 ? dice.pick(['register', 'diagnosed'] as const) : null,
    contact: dice.below(4) === 0 ? ('open' as const) : null,
  }
}

/** Two neighbouring letters changed places. */
function slipped(word: string, dice: Dice): string {
  const at = 1 + dice.below(Math.max(1, word.length - 2))
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
}

export async function search({ pace, emptyDatabase }: Bench): Promise<Figure[]> {
  const url = await emptyDatabase()
  const filling = await milliseconds(() => fill(url, pace.rows))
  await settle(url)
  const db = connect({ url, pool: 1 })
  const note = `${pace.rows.toLocaleString('en')} invented businesses in real communes and trades; ${rounds} questions each`
  const figures: Figure[] = []
  for (const [where, reach] of [
    ['', everywhere],
    [', in a relay', { relayId }],
  ] as const) {
    const shops = await sampleOf(url, reach)
    for (const [name, question] of Object.entries(questions)) {
      const times = await timesOf(db, reach, shops, question)
      figures.push(
        alone({ name: `search, ${name}${where}, p50`, value: percentile(times, 50), unit: 'ms', note }),
      )
      figures.push(
        alone({ name: `search, ${name}${where}, p95`, value: percentile(times, 95), unit: 'ms', goal, note }),
      )
    }
  }
  await db.destroy()
  return [...figures, alone({ name: 'invented register made', value: filling / 1000, unit: 's', note })]
}

/** A register, one shop in forty diagnosed, one in two thousand left alone, and the relay of a department. */
async function fill(url: string, rows: number): Promise<void> {
  const { profile } = await loadProgramme(programmeFolder)
  await copyInventedShops(url, rows, profile)
  await statement(
    url,
    `insert into relays (id, name, slug, created_at) values ($1, 'Moselle', 'moselle', now())`,
    [relayId],
  )
  await statement(url, 'insert into relay_areas select $1, unnest($2::text[])', [
    relayId,
    communesIn({ kind: 'department', code: '57' }),
  ])
  for (const one of statements) await statement(url, one)
}

const statements = [
  `insert into releases (id, programme, version, content, created_at) values ('bench', 'bench', '1', '{}', now())`,
  `insert into diagnostics (token, release_id, business_id, language, started_at, finished_at)
    select 'bench-' || siret, 'bench', id, 'fr', now(), now() from businesses where hashtext(siret) % 40 = 0`,
  `insert into people (id, email, created_at)
    values ('00000000-0000-4000-8000-00000000000a', 'bench@example.org', now())`,
  `insert into contact_refusals select id, now(), '00000000-0000-4000-8000-00000000000a'
    from businesses where hashtext(siret) % 2000 = 1`,
  'vacuum analyze',
]

function sampleOf(url: string, { relayId: relay }: Reach): Promise<Sample[]> {
  const within = relay === null ? 'true' : `department_code = '57'`
  return statement<Sample>(
    url,
    `select siret, name, street, commune, commune_code as "communeCode", postal_code as "postalCode",
      department_code as "departmentCode", activity_code as "activityCode", sort_name as "sortName"
    from businesses where ${within} and street is not null and postal_code is not null
    order by hashtext(siret) limit ${rounds}`,
  )
}

async function timesOf(
  db: Db,
  reach: Reach,
  shops: readonly Sample[],
  question: Question,
): Promise<number[]> {
  const dice = diceOf(95)
  for (const shop of shops.slice(0, 5)) await question(db, reach, shop, dice)
  const times: number[] = []
  for (const shop of shops) times.push(await milliseconds(() => question(db, reach, shop, dice)))
  return times
}

/** The value that so many per cent do not exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.ceil((sorted.length * share) / 100) - 1] ?? Number.NaN
}
