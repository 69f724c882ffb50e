import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { aBusiness, aSiret } from '../../testing/a-business.ts'
import { aDiagnostic, someAnswers } from '../../testing/a-diagnostic.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, testNow, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { importRegister } from '../businesses/import-register.ts'

const database = freshDatabase()
const app = anApp(database)

/** As people read it: no tags, plain spaces. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

type Role = 'trainer' | 'adviser' | 'operator'
const staff = {} as Record<Role, Visitor>
let owner = {} as Visitor
let bakery = { id: '', siret: '' }
let importId = ''

beforeAll(async () => {
  for (const role of ['trainer', 'adviser', 'operator'] as const) staff[role] = await app.signedInAs(role)
  owner = await app.signedInAs(null)
  bakery = await aBusiness(database.db, { sign: 'Au pain doré', name: 'SARL MORVAN' })
  importId = await anImport()
})

async function anImport(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pignon-staff-'))
  const file = join(folder, 'union-commerciale.csv')
  await writeFile(file, `siret,nom\n${aSiret()},Cycles Tanguy\n5.23844E+13,Terrasse du parc\n`)
  const outcome = await importRegister(database.db, () => testNow, { file, source: 'Union commerciale' })
  await rm(folder, { recursive: true })
  if (outcome.kind !== 'imported') throw new Error(outcome.kind)
  return outcome.importId
}

describe('who is let in', () => {
  const pages: [string, Record<Role, number>][] = [
    ['/equipe', { trainer: 200, adviser: 200, operator: 200 }],
    ['/equipe/indicateurs', { trainer: 200, adviser: 200, operator: 200 }],
    ['/equipe/commerces', { trainer: 403, adviser: 200, operator: 200 }],
    ['/equipe/commerces/ID', { trainer: 403, adviser: 200, operator: 200 }],
    ['/equipe/imports', { trainer: 403, adviser: 403, operator: 200 }],
    ['/equipe/imports/IMPORT', { trainer: 403, adviser: 403, operator: 200 }],
    ['/equipe/contenu', { trainer: 403, adviser: 403, operator: 200 }],
    ['/equipe/membres', { trainer: 403, adviser: 403, operator: 200 }],
  ]
  test.each(pages)('%s', async (path, expected) => {
    const address = path.replace('IMPORT', importId).replace('ID', bakery.id)
    for (const role of ['trainer', 'adviser', 'operator'] as const) {
      const { status } = await staff[role].get(address)
      expect([role, status]).toEqual([role, expected[role]])
    }
    const stranger = await app.visitor().get(address)
    expect([stranger.status, stranger.location]).toEqual([
      303,
      `/connexion?retour=${encodeURIComponent(address)}`,
    ])
    expect((await owner.get(address)).status).toBe(404)
  })

  test('who may not open a page reads why, and where to go instead', async () => {
    const { html } = await staff.trainer.get('/equipe/commerces')
    expect(wordsOf(html)).toContain('Cette page ne fait pas partie de votre rôle')
  })
})

describe('indicators', () => {
  test('count each business once and carry their definitions', async () => {
    const business = await aBusiness(database.db)
    const told = { programme: app.programme, answers: someAnswers, isFinished: true }
    await aDiagnostic(database.db, { ...told, businessId: business.id })
    await aDiagnostic(database.db, { ...told, businessId: business.id })
    await aDiagnostic(database.db, told)
    const words = wordsOf((await staff.operator.get('/equipe')).html)
    expect(words).toContain('1 commerce diagnostiqué')
    expect(words).toContain('diagnostic sans commerce nommé 1 diagnostic')
    expect(words).toContain('Un commerce qui en fait trois compte une fois.')
    expect(words).toContain('lundi 23 novembre 2026')
  })
})

describe('businesses', () => {
  test('are found by name and town', async () => {
    const words = wordsOf((await staff.adviser.get('/equipe/commerces?q=pain+dore&ville=saint-malo')).html)
    expect(words).toContain('Au pain doré')
    expect(words).toContain('Boulangerie et boulangerie-pâtisserie')
  })

  test('show how far each has come', async () => {
    const told = { programme: app.programme, answers: someAnswers, isFinished: true }
    const diagnosed = await aBusiness(database.db, { name: 'ÉTAPE DEUX', sign: null })
    await aDiagnostic(database.db, { ...told, businessId: diagnosed.id })
    const booked = await aBusiness(database.db, { name: 'ÉTAPE TROIS', sign: null })
    await aBooking(database.db, { businessId: booked.id, email: 'etape@example.org' })
    const words = wordsOf((await staff.adviser.get('/equipe/commerces?q=etape')).html)
    expect(words).toMatch(/ÉTAPE DEUX.*a un plan/)
    expect(words).toMatch(/ÉTAPE TROIS.*inscrit/)
  })

  test.each(['saint-malo', 'Saint Malo', '35400'])(
    'of a town are listed by the town alone: %s',
    async (town) => {
      const here = await aBusiness(database.db, { name: 'LIBRAIRIE DU QUAI', sign: null })
      const other = {
        commune: 'Metz',
        postalCode: '57000',
        communeCode: '57463',
        street: '1 RUE DE SAINT-MALO',
      }
      const elsewhere = await aBusiness(database.db, { name: 'AILLEURS', sign: null, ...other })
      const { html } = await staff.adviser.get(`/equipe/commerces?ville=${encodeURIComponent(town)}`)
      expect(html).toContain(here.id)
      expect(html).not.toContain(elsewhere.id)
    },
  )

  test('a search without an answer says what to try', async () => {
    const page = await staff.adviser.get('/equipe/commerces?q=introuvable')
    expect(page.status).toBe(200)
    expect(wordsOf(page.html)).toContain('Aucun commerce ne correspond')
  })

  test('that asked not to be shown appear in no list and have no page', async () => {
    const hidden = await aBusiness(database.db, { name: 'SECRETE', sign: null, diffusion: 'P' })
    expect((await staff.operator.get('/equipe/commerces?q=secrete')).html).not.toContain(hidden.id)
    expect((await staff.operator.get('/equipe/commerces')).html).not.toContain(hidden.id)
    expect((await staff.operator.get(`/equipe/commerces/${hidden.id}`)).status).toBe(404)
  })

  test('a search that finds too many says that these are the nearest, and leads to all of them', async () => {
    for (let made = 0; made < 51; made += 1) await aBusiness(database.db, { sign: 'Crêperie du Port' })
    const { html } = await staff.operator.get('/equipe/commerces?q=creperie')
    expect(wordsOf(html)).toContain('Les 50 plus proches de votre recherche')
    expect(html).toContain('href="/equipe/commerces?q=creperie&amp;tri=name"')
  })

  test('the list goes on from page to page without missing one', async () => {
    for (let made = 0; made < 55; made += 1) await aBusiness(database.db)
    const seen = new Set<string>()
    let address: string | undefined = '/equipe/commerces'
    while (address) {
      const { html } = await staff.operator.get(address)
      for (const [, id] of html.matchAll(/\/equipe\/commerces\/([0-9a-f-]{36})/g)) seen.add(id ?? '')
      address = /href="(\/equipe\/commerces\?apres=\d{14})"/.exec(html)?.[1]
    }
    const all = await database.db.selectFrom('businesses').select('id').where('diffusion', '=', 'O').execute()
    expect(seen.size).toBe(all.length)
  })

  test.each([
    '/equipe/commerces/pas-un-id',
    '/equipe/commerces/00000000-0000-4000-8000-000000000000',
    '/equipe/imports/pas-un-id',
  ])('%s does not exist', async (address) => {
    expect((await staff.operator.get(address)).status).toBe(404)
  })
})

describe('the story of a business', () => {
  test('tells source, result, plan with its reasons, and bookings', async () => {
    const { db } = database
    const business = await aBusiness(db, {
      sign: 'Fleurs Morvan',
      activityCode: '4776Z',
      sizeBand: '01',
      source: 'Sirene',
    })
    const { token } = await aDiagnostic(db, {
      programme: app.programme,
      businessId: business.id,
      answers: someAnswers,
      isFinished: true,
    })
    const session = await aTrainingSession(db)
    await aBooking(db, { session, businessId: business.id, email: 'rose@example.org' })

    const { html } = await staff.adviser.get(`/equipe/commerces/${business.id}`)
    const words = wordsOf(html)
    expect(words).toContain('Fleurs Morvan')
    expect(words).toContain('Sirene')
    expect(words).toContain('de 1 à 2 salariés')
    expect(words).toContain('Parce que la réponse est « Non »')
    expect(words).toContain('rose@example.org')
    expect(html).toContain(`/diagnostic/${token}/resultat`)
    expect(html).toContain(`/equipe/sessions/${session.id}`)
  })

  test('begins with what the register knows', async () => {
    const words = wordsOf((await staff.adviser.get(`/equipe/commerces/${bakery.id}`)).html)
    expect(words).toContain('Pas encore de diagnostic')
    expect(words).toContain('Pas encore d’inscription.')
    expect(words).toContain('SARL MORVAN')
  })

  test('is told in English too', async () => {
    const { html } = await staff.adviser.get(`/equipe/commerces/${bakery.id}`, { 'accept-language': 'en' })
    expect(wordsOf(html)).toContain('No diagnostic yet')
  })
})

test('an import shows its counts, and each refused line with its reason', async () => {
  const list = wordsOf((await staff.operator.get('/equipe/imports')).html)
  expect(list).toContain('union-commerciale.csv')
  const one = wordsOf((await staff.operator.get(`/equipe/imports/${importId}`)).html)
  expect(one).toContain('un tableur a arrondi ce numéro SIRET')
  expect(one).toContain('5.23844E+13')
  expect(one).toContain('1 ligne montrée sur 1')
})

describe('members', () => {
  test('an operator invites one, and reads that the mail is on its way', async () => {
    const sent = await staff.operator.post('/equipe/membres', {
      name: 'Nadia',
      email: ' Nadia@Example.org',
      role: 'adviser',
    })
    expect(sent.status).toBe(303)
    const page = wordsOf((await staff.operator.get(sent.location)).html)
    expect(page).toContain('Nadia va recevoir un e-mail')
    expect(page).toContain('nadia@example.org')
    const again = await staff.operator.post('/equipe/membres', {
      name: 'Nadia',
      email: 'nadia@example.org',
      role: 'operator',
    })
    expect(again.status).toBe(409)
    expect(wordsOf(again.html)).toContain('déjà membre de l’équipe. Son rôle : conseil.')
  })

  test('what was typed comes back with what is wrong', async () => {
    const page = await staff.operator.post('/equipe/membres', { name: '', email: 'nadia@', role: 'maire' })
    expect(page.status).toBe(422)
    expect(page.html).toContain('value="nadia@"')
    for (const field of ['name', 'email', 'role']) expect(page.html).toContain(`href="#${field}"`)
  })

  test('nobody else invites, even by writing the form by hand', async () => {
    for (const role of ['trainer', 'adviser'] as const) {
      expect(
        (await staff[role].post('/equipe/membres', { name: 'X', email: 'x@example.org', role: 'operator' }))
          .status,
      ).toBe(403)
    }
    expect(
      await database.db.selectFrom('people').select('id').where('email', '=', 'x@example.org').execute(),
    ).toEqual([])
  })
})
