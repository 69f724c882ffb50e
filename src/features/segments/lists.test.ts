import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { aBusiness, aSiret } from '../../testing/a-business.ts'
import { aDiagnostic, someAnswers } from '../../testing/a-diagnostic.ts'
import { aBooking } from '../../testing/a-training-session.ts'
import { anApp, testNow, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { everywhere, type Reach } from '../businesses/reach-store.ts'
import { relayUrls } from '../relays/urls.ts'
import { askFor, queryOf, understand, askedSchema, type Cursor, type ListOrder } from './asked.ts'
import { countSegment, listPage, listSegment } from './list-store.ts'
import { placeKinds } from './place.ts'
import { anyBusiness, contacts, readRule, sizeNames, type Rule } from './rule.ts'
import { steps } from './step.ts'
import { listUrls } from './urls.ts'
import { writeFile } from './write-file.ts'

const database = freshDatabase()
const app = anApp(database)
let adviser: Visitor
let manager: Visitor
let moselle: Reach

const towns = [
  { communeCode: '57463', commune: 'Metz', postalCode: '57000', departmentCode: '57' },
  { communeCode: '57672', commune: 'Thionville', postalCode: '57100', departmentCode: '57' },
  { communeCode: '51454', commune: 'Reims', postalCode: '51100', departmentCode: '51' },
  { communeCode: '75101', commune: 'Paris 1er', postalCode: '75001', departmentCode: '75' },
]
const trades = ['4776Z', '1071C', '5610A', '4771Z', null]
const bands = ['00', '01', '03', '11', '21', null]
const names = [
  'Fleurs Aubin',
  'Boulangerie Morel',
  'Fleurs Aubin',
  'Éclat',
  'ZINC',
  'été',
  '=1+1',
  'L’Œuf;dur "x"',
]

beforeAll(async () => {
  adviser = await app.signedInAs('adviser')
  const operator = await app.signedInAs('operator')
  const opened = await operator.post(relayUrls.list, { name: 'Moselle', territory: 'moselle' })
  const relayId = /relais\/([^?]+)\?/.exec(opened.location)?.[1] ?? ''
  moselle = { relayId }
  const actor = await aStaffActor(database.db, 'relay-manager', 'moselle@example.org', relayId)
  manager = await app.signedInAs(null, actor.email)
  const shops: string[] = []
  for (let made = 0; made < 120; made += 1) {
    const { id } = await aBusiness(database.db, {
      ...towns[made % 4],
      name: names[made % 8] ?? '',
      sign: made % 3 === 0 ? (names[(made + 3) % 8] ?? null) : null,
      activityCode: trades[made % 5] ?? null,
      sizeBand: bands[made % 6] ?? null,
      diffusion: made % 17 === 0 ? 'P' : 'O',
      siret: aSiret(),
    })
    shops.push(id)
  }
  const given = { relayId, businessId: shops[2] ?? '', source: 'fichier', addedAt: testNow }
  await database.db.insertInto('relayBusinesses').values(given).execute()
  for (const id of shops.slice(20, 24))
    await aDiagnostic(database.db, {
      programme: app.programme,
      businessId: id,
      answers: someAnswers,
      isFinished: true,
    })
  for (const [index, id] of shops.slice(22, 26).entries())
    await aBooking(database.db, { businessId: id, email: `inscrit-${index}@example.org` })
  const refusals = shops
    .slice(24, 31)
    .map((businessId) => ({ businessId, refusedAt: testNow, notedBy: actor.personId }))
  await database.db.insertInto('contactRefusals').values(refusals).execute()
  const tags = shops.slice(10, 60).map((businessId, index) => ({
    businessId,
    tag: 'marché',
    relayId: index % 2 === 0 ? null : relayId,
    addedBy: actor.personId,
    addedAt: testNow,
  }))
  await database.db.insertInto('businessTags').values(tags).execute()
})

const places = [
  { kind: 'commune', code: '57463' },
  { kind: 'commune', code: '75056' },
  { kind: 'department', code: '57' },
  { kind: 'region', code: '44' },
  { kind: 'postal', code: '57100' },
  { kind: 'epci', code: '200039865' },
] as const

const someRule: fc.Arbitrary<Rule> = fc.record({
  version: fc.constant(1 as const),
  words: fc.constantFrom('', '', '', 'fleurs', 'metz aubin', 'a'),
  place: fc.option(fc.constantFrom(...places), { freq: 1 }),
  sector: fc.option(fc.constantFrom('G', '47', '477', '4776', '1071C'), { freq: 1 }),
  size: fc.option(fc.constantFrom(...sizeNames), { freq: 1 }),
  step: fc.option(fc.constantFrom(...steps), { freq: 1 }),
  contact: fc.option(fc.constantFrom(...contacts), { freq: 1 }),
  tag: fc.option(fc.constantFrom('marché', 'rien'), { freq: 1 }),
})
const someReach = fc.constantFrom('all', 'relay')
const someOrder = fc.constantFrom<ListOrder>('siret', 'name')
const reachOf = (name: string) => (name === 'all' ? everywhere : moselle)

async function everyPage(reach: Reach, rule: Rule, order: ListOrder, limit: number) {
  const rows = []
  let after: Cursor | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof listPage>> = await listPage(database.db, reach, rule, {
      order,
      after,
      limit,
    })
    rows.push(...page)
    const last = page.at(-1)
    if (!last || page.length < limit) return rows
    after = { siret: last.siret, key: last.key }
  }
}

async function fileOf(reach: Reach, rule: Rule, order: ListOrder): Promise<string[][]> {
  let text = ''
  const wanted = { reach, rule, order, language: 'fr', withContacts: true } as const
  for await (const part of writeFile(database.db, wanted)) text += part
  return parse(text, { delimiter: ';', bom: true, from: 2 })
}

test('whatever the filters, the pages visit each business once, in order, and the file holds the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      someRule,
      someReach,
      someOrder,
      fc.integer({ min: 1, max: 60 }),
      async (rule, name, order, limit) => {
        const reach = reachOf(name)
        const rows = await everyPage(reach, rule, order, limit)
        const sirets = rows.map(({ siret }) => siret)
        expect(new Set(sirets).size).toBe(rows.length)
        expect(rows.length).toBe(await countSegment(database.db, reach, rule))
        const keys = rows.map(({ key, siret }) => key + siret)
        expect(keys).toEqual(keys.toSorted())
        expect((await fileOf(reach, rule, order)).map(([siret]) => siret)).toEqual(sirets)
      },
    ),
    { numRuns: 150 },
  )
})

test('a filter keeps exactly those of whom it is true', async () => {
  const all = await everyPage(everywhere, anyBusiness, 'siret', 50)
  expect(all.length).toBe(112)
  const kept = async (rule: Partial<Rule>) =>
    (await everyPage(everywhere, { ...anyBusiness, ...rule }, 'siret', 50)).map(({ id }) => id)
  const where = (is: (row: (typeof all)[number]) => boolean) => all.filter(is).map(({ id }) => id)
  expect(await kept({ sector: '47' })).toEqual(where((row) => row.activityCode?.startsWith('47') ?? false))
  expect(await kept({ sector: 'I' })).toEqual(where((row) => row.activityCode === '5610A'))
  expect(await kept({ size: 'up-to-9' })).toEqual(
    where((row) => ['01', '02', '03'].includes(row.sizeBand ?? '')),
  )
  expect(await kept({ place: { kind: 'region', code: '44' } })).toEqual(
    where((row) => ['57', '51'].includes(row.departmentCode ?? '')),
  )
  expect(await kept({ place: { kind: 'commune', code: '75056' } })).toEqual(
    where((row) => row.commune === 'Paris 1er'),
  )
  expect(await kept({ contact: 'refused' })).toEqual(where((row) => row.isRefused))
  expect(await kept({ tag: 'marché' })).toEqual(where((row) => row.tags.includes('marché')))
  for (const step of steps) expect(await kept({ step })).toEqual(where((row) => row.step === step))
  expect(where((row) => row.step === 'booked').length).toBeGreaterThan(2)
})

test('a segment of a relay lists its businesses only, those that a file gave it too', async () => {
  const own = await listSegment(database.db, moselle, anyBusiness, { after: null, limit: 1000 })
  const outside = own.filter(({ departmentCode }) => departmentCode !== '57')
  expect(outside.map(({ commune }) => commune)).toEqual(['Reims'])
  const rest = await listSegment(database.db, moselle, anyBusiness, {
    after: own[9]?.siret ?? '',
    limit: 1000,
  })
  expect(rest).toEqual(own.slice(10))
})

describe('the page', () => {
  const list = (query: string, who = adviser) => who.get(`${listUrls.list}?${query}`)

  test('says in French whom it shows, and keeps its words in the address of the next page', async () => {
    const { html } = await list('activite=commerce&ville=Metz')
    expect(html).toContain('« commerce » désigne plusieurs choses')
    expect(html).toContain('ville=Metz&amp;activite=47"')
    const fleurs = await list('activite=47.76Z&ville=metz&effectif=none&etape=register&contact=open')
    expect(fleurs.html).toContain('dont l’activité est « Commerce de détail de fleurs, plantes')
    expect(fleurs.html).toContain(
      'de la commune Metz (57), sans salarié, pas encore diagnostiqués, qui peuvent être',
    )
    for (let made = 0; made < 51; made += 1)
      await aBusiness(database.db, { ...towns[3], name: `PAGE ${made}` })
    const next = /href="([^"]*apres=[^"]*)"/.exec((await list('q=page&tri=name&ville=75001')).html)?.[1] ?? ''
    expect(next).toContain('q=page&amp;ville=75001&amp;tri=name&amp;apres=')
    const page = await adviser.get(next.replaceAll('&amp;', '&'))
    expect(page.html).toContain('1 commerce sur cette page, la dernière de la liste.')
  })

  test('asks which one is meant where a name is several places', async () => {
    const { html } = await list('ville=Saint-Denis')
    expect(html).toContain('« Saint-Denis » désigne plusieurs choses. Laquelle ?')
    expect(html).toContain('Saint-Denis (département 93)')
    const chosen = /href="([^"]*93066[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await adviser.get(chosen)).html).toContain('de la commune Saint-Denis (93)')
  })

  test('forgives a slip in a town, and says so of what is nowhere', async () => {
    expect((await list('ville=Tionville')).html).toContain('Thionville (département 57)')
    expect((await list('ville=Syldavie')).html).toContain('« Syldavie » ne désigne aucun lieu.')
    expect((await list('activite=xyzzy')).html).toContain('ne désigne aucune activité')
    expect((await list('etiquette=deux+mots')).html).toContain('ne peut pas être une étiquette')
  })

  test('an empty list says which filter to take away', async () => {
    const { html } = await list('ville=reims&q=fleurs&tri=name&effectif=more&etape=done')
    expect(html).toContain('Aucun commerce ne correspond')
    expect(html).toContain('Retirer : l’étape')
    expect(html).not.toContain('Retirer : le lieu')
  })

  test.each([
    "q=');drop table businesses;--&tri=name",
    'q=%25%25%25&tri=siret',
    'q=a&tri=name',
    `q=${'é'.repeat(5000)}`,
    "ville=' or 1=1&activite=<script>",
    'ville=(R99)&activite=Z',
    'ville=(99999)',
    'effectif=53&etape=x&contact=1&etiquette=%00&tri=rand()&apres=12',
    `apres=99999999999999${'z'.repeat(585)}&tri=name`,
    'q=1&q=2&ville[]=3&relais=pas-un-id&compte=2&fait=x',
    'relais=00000000-0000-4000-8000-000000000000&q=fleurs&tri=name',
  ])('a hostile address is a page like any other: %s', async (query) => {
    const page = await list(encodeURI(query))
    expect([200, 404]).toContain(page.status)
    expect(page.html).not.toContain('<script>')
  })

  test('counts the whole list when asked', async () => {
    expect((await list('compte=1&ville=metz&tri=siret')).html).toMatch(/\d+ commerces en tout\./)
  })

  test('do not contact is shown, and finds its filter', async () => {
    expect((await list('contact=refused')).html).toContain('ne pas contacter</span>')
  })
})

describe('the file', () => {
  test('holds the rows of the screen, with formulas made harmless', async () => {
    const page = await adviser.get(`${listUrls.file}?ville=metz&tri=name`)
    expect(page.headers['content-disposition']).toBe('attachment; filename="commerces.csv"')
    expect(page.headers['content-type']).toContain('text/csv')
    const rows: string[][] = parse(page.html, { delimiter: ';', bom: true, from: 2 })
    const screen = await everyPage(
      everywhere,
      { ...anyBusiness, place: { kind: 'commune', code: '57463' } },
      'name',
      50,
    )
    expect(rows.map(([siret]) => siret)).toEqual(screen.map(({ siret }) => siret))
    expect(page.html).not.toMatch(/(^|;)[=+@-]/m)
    expect(page.html).toContain('Ne pas contacter')
  })

  test('of a relay holds its own businesses only, whatever is asked', async () => {
    for (const query of ['', 'relais=00000000-0000-4000-8000-000000000000', 'ville=51454', 'q=fleurs']) {
      const page = await manager.get(`${listUrls.file}?${query}`)
      expect([page.status, page.html.includes('Paris 1er')]).toEqual([200, false])
    }
  })

  test('gives the addresses of people booked, and none of who asked to be left alone', async () => {
    const { html } = await adviser.get(`${listUrls.file}?etape=booked`)
    expect(html).toContain('inscrit-0@example.org')
    expect(html).not.toContain('inscrit-3@example.org')
  })
})

describe('a rule', () => {
  test('becomes an address and comes back as it was', () => {
    fc.assert(
      fc.property(someRule, (rule) => {
        const query = Object.fromEntries(new URLSearchParams(queryOf(askFor(rule))))
        expect(understand(askedSchema.parse(query))).toEqual({ rule, unclear: [] })
        expect(readRule(JSON.parse(JSON.stringify(rule)))).toEqual(rule)
      }),
    )
  })

  test.each([
    { ...anyBusiness, version: 2 },
    { ...anyBusiness, sql: 'drop' },
    { ...anyBusiness, sector: '47%' },
    { ...anyBusiness, tag: 'a b' },
    { ...anyBusiness, place: { kind: placeKinds[0], code: "'" } },
    null,
    'x',
  ])('that we did not write is no rule: %j', (kept) => {
    expect(readRule(kept)).toBeNull()
  })
})
