import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aBusiness, aSiret } from '../../testing/a-business.ts'
import { forgetLists } from '../../testing/a-list.ts'
import { aWorkbook } from '../../testing/a-workbook.ts'
import { anApp, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { listJobs, recordingQueue } from '../../testing/jobs.ts'
import { importListJob, undoImportJob } from './jobs.ts'
import { listUrls } from './urls.ts'
import { workers } from './worker.ts'

const database = freshDatabase()
const app = anApp(database)
let operator: Visitor
let adviser: Visitor
beforeAll(async () => {
  operator = await app.signedInAs('operator')
  adviser = await app.signedInAs('adviser')
})
beforeEach(() => forgetLists(database.db))

async function send(file: string | Buffer, { visitor = operator, source = 'Union' } = {}) {
  const edge = 'an-edge-that-no-file-has'
  const field = `--${edge}\r\ncontent-disposition: form-data; name="source"\r\n\r\n${source}\r\n`
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="liste.csv"\r\ncontent-type: text/csv\r\n\r\n`
  const reply = await app.server.inject({
    method: 'POST',
    url: listUrls.lists,
    headers: {
      cookie: visitor.cookie(),
      host: 'localhost:3000',
      'sec-fetch-site': 'same-origin',
      'content-type': `multipart/form-data; boundary=${edge}`,
    },
    payload: Buffer.concat([
      Buffer.from(field + head),
      Buffer.from(file),
      Buffer.from(`\r\n--${edge}--\r\n`),
    ]),
  })
  const html = reply.body.replaceAll(/[\u00A0\u202F]/g, ' ')
  return { status: reply.statusCode, html, location: reply.headers.location ?? '' }
}

/** Does what the worker does. */
async function work(job: typeof importListJob): Promise<void> {
  const { queue, handlers } = recordingQueue()
  await workers(queue, app.services)
  const last = (await listJobs(database, job)).at(-1)
  await handlers.get(job.name)?.(last?.data)
}

const [one, two] = [aSiret(), aSiret()]
const list = `Nom;SIRET;Contact;Ville\nFleurs du port;${one};lou@example.org;Saint-Malo\nCoiffure Nora;${two};nora@example.org;Saint-Malo\nChez Karim;;;Saint-Malo\n`

/** The fields of the mapping form, as the page proposes them. */
function fieldsOf(html: string): Record<string, string> {
  const selects = [...html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => [name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? ''],
  )
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  )
  return Object.fromEntries([...hidden, ...selects]) as Record<string, string>
}

async function tried(file: string | Buffer = list, change: Record<string, string> = {}): Promise<string> {
  const { location } = await send(file)
  const page = await operator.get(location)
  const asked = await operator.post(location, { ...fieldsOf(page.html), ...change, acte: 'essai' })
  await work(importListJob)
  return asked.location
}

async function imported(file = list): Promise<string> {
  const { location } = await operator.post(`${await tried(file)}/importer`)
  await work(importListJob)
  return location
}

describe('an operator', () => {
  test('sees what was read, corrects a column, tries, and only then imports', async () => {
    const { status, location } = await send(list)
    expect(status).toBe(303)
    const page = await operator.get(location)
    expect(page.html).toContain('point-virgule')
    expect(page.html).toContain('Proposition sûre, d’après l’en-tête et le contenu')
    expect(fieldsOf(page.html)).toMatchObject({
      'colonne-0': 'name',
      'colonne-1': 'siret',
      'colonne-2': 'email',
    })

    const trial = await tried(list, { 'colonne-2': '' })
    const shown = await operator.get(trial)
    expect(shown.html).toContain('C’est un essai : rien n’est écrit.')
    expect(shown.html).toContain('Importer pour de bon')
    expect(await database.db.selectFrom('businesses').select('id').execute()).toEqual([])

    const { location: run } = await operator.post(`${trial}/importer`)
    expect((await operator.get(run)).headers['refresh']).toBe('3')
    await work(importListJob)
    const done = await operator.get(run)
    expect(done.headers['refresh']).toBeUndefined()
    expect(done.html).toContain('L’import est terminé.')
    expect(
      await database.db.selectFrom('businesses').select('siret').orderBy('siret').execute(),
    ).toHaveLength(2)
    expect(await database.db.selectFrom('businessContacts').select('id').execute()).toEqual([])
    // The file that was imported is forgotten; the one that was only looked at is kept for a week.
    expect(await database.db.selectFrom('listFiles').select('id').execute()).toHaveLength(1)
    expect((await operator.get(listUrls.lists)).html).toContain('1 fiche à rapprocher')
  })

  test('finds the columns as they were set the last time', async () => {
    await tried(list, { 'colonne-2': '' })
    const page = await operator.get((await send(list)).location)
    expect(page.html).toContain('comme la dernière fois')
    expect(fieldsOf(page.html)['colonne-2']).toBe('')
  })

  test('chooses another sheet of a workbook', async () => {
    const sheets = ['A', 'B'].map((name) => ({
      name,
      rows: [
        ['Nom', 'Ville'],
        [`Commerce ${name}`, 'Metz'],
      ],
    }))
    const { location } = await send(aWorkbook(sheets))
    const other = await operator.post(location, { source: 'Union', feuille: '2', acte: 'relire' })
    expect(other.location).toContain('feuille=2')
    expect((await operator.get(other.location)).html).toContain('Commerce B')
  })

  test('is told what is wrong with a file, with the form, or without a name', async () => {
    expect(await send('')).toMatchObject({ status: 422 })
    expect((await send(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).html).toContain('« Classeur Excel (.xlsx) »')
    expect((await send(list, { source: ' ' })).html).toContain('Dites qui a donné cette liste.')
    const { location } = await send(list)
    const page = await operator.get(location)
    const refused = await operator.post(location, { ...fieldsOf(page.html), 'colonne-0': '', acte: 'essai' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Aucune colonne ne dit le nom du commerce')
  })

  test('downloads the rows with their reasons, and undoes the import', async () => {
    const run = await imported()
    const report = await operator.get(`${run}/rapport.csv`)
    expect(report.headers['content-type']).toContain('text/csv')
    expect(report.html).toContain('4;à rapprocher;pas de numéro SIRET')
    await operator.post(`${run}/annuler`)
    expect((await operator.get(run)).html).toContain('L’annulation avance.')
    await work(undoImportJob)
    expect((await operator.get(run)).html).toContain('L’import est annulé.')
    expect(await database.db.selectFrom('businesses').select('id').execute()).toEqual([])
  })

  test('stops an import that has not begun', async () => {
    const { location } = await operator.post(`${await tried()}/importer`)
    await operator.post(`${location}/arreter`)
    await work(importListJob)
    expect((await operator.get(location)).html).toContain('L’import a été arrêté.')
    expect(await database.db.selectFrom('businesses').select('id').execute()).toEqual([])
  })
})

describe('what is doubtful', () => {
  const waiting = async () => {
    const { id } = await database.db
      .selectFrom('listings')
      .select('id')
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow()
    return `${listUrls.matches}/${id}`
  }
  const karim =
    'Nom;Adresse;CP;Ville;E-mail;Siret\nChez Karim;3 rue du Port;35400;Saint-Malo;karim@example.org;\n'

  test('is settled side by side with the shop it is like, which gets what the list knows, and taken back', async () => {
    const { id } = await aBusiness(database.db, { name: 'KARIM SARL', sign: 'Chez Karime' })
    const run = await imported(karim)
    const address = await waiting()
    const page = await operator.get(address)
    expect(page.html).toContain('Chez Karime, 3 RUE DU PORT, 35400 Saint-Malo')
    expect(page.html).toContain('Nom ressemblant')
    await operator.post(address, { choix: id })
    expect((await operator.get(address)).html).toContain('Cette fiche est rattachée à un commerce.')
    const contacts = () =>
      database.db.selectFrom('businessContacts').select(['businessId', 'value']).execute()
    expect(await contacts()).toEqual([{ businessId: id, value: 'karim@example.org' }])
    const story = (await adviser.get(`/equipe/commerces/${id}`)).html
    expect(story).toContain('karim@example.org')
    expect(story).toMatch(
      /Ce que disent les listes.*Chez Karim, 3 rue du Port, 35400 Saint-Malo \(donné par « Union »/s,
    )

    await operator.post(`${address}/reprendre`)
    expect(await contacts()).toEqual([])
    expect((await operator.get(address)).html).toContain('De quel commerce parle cette fiche ?')
    await operator.post(`${run}/annuler`)
    await work(undoImportJob)
    expect(await database.db.selectFrom('businesses').select('id').execute()).toEqual([{ id }])
  })

  test('is known again by the next list once it is settled', async () => {
    await imported(karim)
    const siret = aSiret()
    const address = await waiting()
    expect((await operator.post(address, { choix: 'siret', siret: '123' })).html).toContain(
      'il en faut quatorze chiffres',
    )
    await operator.post(address, { choix: 'siret', siret })
    const run = await imported(karim.replace('karim@', 'contact@'))
    expect((await operator.get(run)).html).toMatch(/Modifiés ou complétés.*?<td[^>]*>1</s)
    expect(await database.db.selectFrom('businesses').select('siret').execute()).toEqual([{ siret }])
    expect(await database.db.selectFrom('businessContacts').select('value').execute()).toEqual([
      { value: 'contact@example.org' },
    ])
    expect((await operator.post(`${address}/reprendre`)).html).toContain('ne peut plus être reprise')
  })

  test('is no shop at all, if a person says so, and stays so', async () => {
    await imported(karim)
    const address = await waiting()
    expect((await operator.post(address, {})).html).toContain('Choisissez une réponse.')
    await operator.post(address, { choix: 'aucun' })
    await imported(karim)
    expect((await operator.get(listUrls.matches)).html).toContain('Aucune fiche à rapprocher')
    await operator.post(`${address}/reprendre`)
    expect((await operator.get(listUrls.matches)).html).toContain('Chez Karim')
  })

  test('answered by two people at once is answered once', async () => {
    const businesses = [await aBusiness(database.db), await aBusiness(database.db)]
    await imported(karim)
    const address = await waiting()
    const answers = await Promise.all(businesses.map(({ id }) => operator.post(address, { choix: id })))
    expect(answers.map(({ status }) => status).toSorted((less, more) => less - more)).toEqual([303, 422])
  })
})

describe('only operators', () => {
  test.each([
    ['adviser', () => adviser],
    ['nobody', () => app.visitor()],
  ])('see the lists, which hold contacts: not an %s', async (_who, visitor) => {
    const run = await imported(list)
    const { id } = await database.db.selectFrom('listings').select('id').executeTakeFirstOrThrow()
    const pages = [listUrls.lists, run, `${run}/rapport.csv`, listUrls.matches, `${listUrls.matches}/${id}`]
    for (const page of pages) expect((await visitor().get(page)).status, page).not.toBe(200)
    const acts = [
      `${run}/importer`,
      `${run}/annuler`,
      `${run}/arreter`,
      `${listUrls.matches}/${id}`,
      `${listUrls.matches}/${id}/reprendre`,
    ]
    for (const act of acts) await visitor().post(act, { choix: 'aucun' })
    expect((await operator.get(run)).html).toContain('L’import est terminé.')
    expect(await send(list, { visitor: visitor() })).not.toMatchObject({ status: 200 })
  })

  test('and a trainer sees how to reach nobody', async () => {
    await imported(list)
    const { id } = await database.db
      .selectFrom('businesses')
      .select('id')
      .where('siret', '=', one)
      .executeTakeFirstOrThrow()
    const trainer = await app.signedInAs('trainer')
    expect((await trainer.get(`/equipe/commerces/${id}`)).html).not.toContain('lou@example.org')
    expect((await adviser.get(`/equipe/commerces/${id}`)).html).toContain('lou@example.org')
  })
})
