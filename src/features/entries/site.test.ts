import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { anApp, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { everyQuestion } from '../programmes/programme.ts'
import { keepRelease } from '../programmes/store.ts'
import { paperField, paperQuestions, releaseMark } from './paper.ts'
import { findRunById } from './store.ts'

const database = freshDatabase()
const app = anApp(database)
/** Staff of the whole programme. */
const anybody = { personId: '00000000-0000-4000-8000-000000000000', relayId: null }

type Role = 'trainer' | 'adviser' | 'operator'
const staff = {} as Record<Role, Visitor>
let owner = {} as Visitor
let bakery = { id: '', siret: '' }

beforeAll(async () => {
  for (const role of ['trainer', 'adviser', 'operator'] as const) staff[role] = await app.signedInAs(role)
  owner = await app.signedInAs(null)
  bakery = await aBusiness(database.db, { sign: 'Au pain doré', name: 'SARL MORVAN' })
})

const mark = () => releaseMark(app.programme)
const countRuns = async () => (await database.db.selectFrom('diagnostics').select('id').execute()).length
/** The same sign in every box that has it; else the first answer. */
const sheet = (sign: string) =>
  Object.fromEntries(
    paperQuestions(app.programme).map(({ question, options }) => [
      paperField(question.id),
      options.some((option) => option.sign === sign) ? sign : 'a',
    ]),
  )
const paper = (fields: Record<string, string> = {}) => ({
  key: newId(),
  commerce: bakery.id,
  version: mark(),
  ...fields,
})
const idIn = (location: string) => location.split('/')[3] ?? ''

describe('who may answer for an owner', () => {
  const acts: [string, 'GET' | 'POST', string, () => Record<string, string>, number][] = [
    ['open the beginning', 'GET', '/equipe/saisie?commerce=SHOP', () => ({}), 200],
    ['begin by telephone', 'POST', '/equipe/saisie', () => ({ key: newId(), channel: 'phone' }), 303],
    ['open the questions', 'GET', '/equipe/saisie/RUN', () => ({}), 200],
    ['save answers', 'POST', '/equipe/saisie/RUN', () => ({ channel: 'phone', seen: '0' }), 303],
    ['open the paper', 'GET', '/equipe/saisie/papier', () => ({}), 200],
    ['type the paper', 'POST', '/equipe/saisie/papier', () => paper(sheet('b')), 303],
    ['read the result out', 'GET', '/equipe/saisie/RUN/resultat', () => ({}), 200],
    [
      'send the link',
      'POST',
      '/equipe/saisie/RUN/lien',
      () => ({ key: newId(), email: 'a@example.org' }),
      303,
    ],
    ['make a short address', 'POST', '/equipe/saisie/RUN/adresse', () => ({}), 303],
  ]

  test.each(acts)('%s: advisers and operators; no trainer, no owner, no stranger', async (...act) => {
    const [, method, address, fields, allowed] = act
    const { id } = await aDiagnostic(database.db, { programme: app.programme, isFinished: true })
    const path = address.replace('SHOP', bakery.id).replace('RUN', id)
    const ask = async (visitor: Visitor) =>
      (await (method === 'GET' ? visitor.get(path) : visitor.post(path, fields()))).status
    const before = await countRuns()
    expect(await ask(staff.trainer)).toBe(403)
    expect(await ask(owner)).toBe(404)
    expect(await (method === 'GET' ? app.visitor().get(path) : app.visitor().post(path))).toMatchObject({
      status: 303,
      location: expect.stringContaining('/connexion') as string,
    })
    expect(await countRuns()).toBe(before)
    expect(await ask(staff.adviser)).toBe(allowed)
    expect(await ask(staff.operator)).toBe(allowed)
  })
})

describe('by telephone or on a visit', () => {
  test('an adviser begins, saves a part, goes on later and reads the result', async () => {
    const begun = await staff.adviser.post('/equipe/saisie', {
      key: newId(),
      commerce: bakery.id,
      channel: 'phone',
    })
    const page = await staff.adviser.get(begun.location)
    expect(page.html).toContain('Diagnostic de Au pain doré')
    expect(page.html).toContain('Avez-vous un site internet à vous, même d’une seule page')
    expect(page.html).toContain('À passer après 16a, 16f')
    const seen = /name="seen" value="(\d+)"/.exec(page.html)?.[1] ?? ''
    const answers = { 'q-website': 'no', 'q-minutes': 'minutes-120', 'q-euros': 'euros-30' }
    const fields = { channel: 'phone', seen, ...answers, next: 'found' }
    expect((await staff.adviser.post(begun.location, fields)).location).toBe(`${begun.location}#found`)
    const later = await staff.adviser.get(begun.location)
    expect(later.html).toMatch(/value="no"[^>]*checked/)
    const done = await staff.adviser.post(begun.location, { ...fields, next: 'resultat' })
    expect(done.location).toBe(`${begun.location}/resultat`)
    const result = await staff.adviser.get(done.location)
    expect(result.html).toContain('Résultat à lire à Au pain doré')
    expect(result.html).toContain('Parce que vous avez répondu')
  })

  test('the story of the business tells how each answer came, and who typed it', async () => {
    const shop = await aBusiness(database.db)
    await staff.adviser.post('/equipe/saisie/papier', paper({ ...sheet('b'), commerce: shop.id }))
    const { html } = await staff.operator.get(`/equipe/commerces/${shop.id}`)
    expect(html).toContain('sur papier, saisie par Camille Test')
    expect(html).toContain(`href="/equipe/saisie?commerce=${shop.id}"`)
  })

  test('an answer of another question is refused beside it, and nothing of the page is kept', async () => {
    const { id } = await aDiagnostic(database.db, { programme: app.programme })
    const fields = {
      channel: 'adviser',
      seen: '0',
      [paperField('website')]: 'no',
      [paperField('size')]: 'yes',
    }
    const page = await staff.adviser.post(`/equipe/saisie/${id}`, fields)
    expect(page.status).toBe(422)
    expect(page.html).toContain('href="#q-size"')
    expect(page.html).toMatch(/value="no"[^>]*checked/)
    expect((await findRunById(database.db, anybody, id))?.given).toEqual({})
  })

  test('without saying how one talks, nothing is kept', async () => {
    const { id } = await aDiagnostic(database.db, { programme: app.programme })
    const page = await staff.adviser.post(`/equipe/saisie/${id}`, { seen: '0' })
    expect([page.status, page.html.includes('href="#channel"')]).toEqual([422, true])
  })

  test('an entry that does not exist is not found', async () => {
    for (const id of [newId(), 'nothing']) {
      expect((await staff.adviser.get(`/equipe/saisie/${id}`)).status).toBe(404)
      expect((await staff.adviser.get(`/equipe/saisie/${id}/resultat`)).status).toBe(404)
      expect((await staff.adviser.post(`/equipe/saisie/${id}/adresse`)).status).toBe(404)
    }
  })
})

describe('typing a paper form', () => {
  test('the paper is found by its SIRET and its version', async () => {
    const page = await staff.adviser.get(`/equipe/saisie/papier?siret=${bakery.siret}&version=${mark()}`)
    expect(page.status).toBe(200)
    expect(page.html).toContain('Au pain doré')
    expect(page.html.match(/name="q-/g)).toHaveLength(everyQuestion(app.programme).length)
  })

  test.each([
    ['siret=123&version=OK', 'Un SIRET a 14 chiffres'],
    ['siret=00000000000001&version=OK', 'Un chiffre de ce SIRET est faux'],
    ['version=', 'Écrivez la version'],
    ['version=bonjour', 'La version a huit signes'],
    ['version=00000000', 'Aucun formulaire de cette version'],
  ])('a wrong paper (%s) is refused in a sentence, with what was typed', async (query, sentence) => {
    const page = await staff.adviser.get(`/equipe/saisie/papier?${query.replace('OK', mark())}`)
    expect(page.status).toBe(422)
    expect(page.html).toContain(sentence)
    expect(page.html).toContain('role="alert"')
  })

  test('one submit keeps all of it; the same form sent again, or twice at once, keeps no second one', async () => {
    const fields = paper(sheet('b'))
    const before = await countRuns()
    const sent = await Promise.all([1, 2].map(() => staff.adviser.post('/equipe/saisie/papier', fields)))
    const again = await staff.adviser.post('/equipe/saisie/papier', fields)
    expect(new Set([...sent, again].map(({ location }) => location)).size).toBe(1)
    expect(await countRuns()).toBe(before + 1)
    const run = await findRunById(database.db, anybody, idIn(again.location))
    expect(Object.keys(run?.given ?? {})).toHaveLength(everyQuestion(app.programme).length)
    expect(run?.finishedAt).not.toBeNull()
  })

  test('a letter that does not exist is told beside its box and on top; nothing is kept, all is shown again', async () => {
    const before = await countRuns()
    const fields = paper({ ...sheet('b'), 'q-website': 'z' })
    const page = await staff.adviser.post('/equipe/saisie/papier', fields)
    expect(page.status).toBe(422)
    expect(page.html.match(/Question 9 : écrivez a, b, c ou \?/g)).toHaveLength(2)
    expect(page.html).toContain('href="#q-website"')
    expect(page.html).toContain(`value="${fields.key}"`)
    expect(page.html).toMatch(/name="q-website"[^>]*value="z"/)
    expect(await countRuns()).toBe(before)
  })

  test('a form sent too early, by the Enter key, is asked about; a short paper can be kept', async () => {
    const fields = paper({ 'q-sector': 'a', 'q-website': 'b' })
    const page = await staff.adviser.post('/equipe/saisie/papier', fields)
    expect(page.status).toBe(422)
    expect(page.html).toContain('2 réponses seulement sur 29')
    const kept = await staff.adviser.post('/equipe/saisie/papier', { ...fields, incomplete: 'yes' })
    expect(kept.location).toMatch(/resultat$/)
  })

  test('paper printed before the questions changed is typed under its own release', async () => {
    const { programme } = app
    const old = { ...programme, hash: 'abcdef0123456789', profile: programme.profile.slice(0, 5) }
    await transaction(database.db, (tx) => keepRelease(tx, new Date('2026-11-01T09:00:00Z'), old))
    const page = await staff.adviser.get('/equipe/saisie/papier?siret=&version=ABCD-EF01')
    expect(page.html).toContain('version plus ancienne')
    expect(page.html.match(/name="q-/g)).toHaveLength(everyQuestion(old).length)
    const kept = await staff.adviser.post(
      '/equipe/saisie/papier',
      paper({ ...sheet('b'), version: 'ABCDEF01' }),
    )
    expect((await findRunById(database.db, anybody, idIn(kept.location)))?.releaseId).toBe(old.hash)
  })
})

describe('handing the result over', () => {
  const finished = () => aDiagnostic(database.db, { programme: app.programme, isFinished: true })

  test('the link leaves by e-mail, once however often the form is sent', async () => {
    const { id, token } = await finished()
    const fields = { key: newId(), email: ' Nadia@Example.org ' }
    for (let sent = 0; sent < 2; sent += 1) {
      const reply = await staff.adviser.post(`/equipe/saisie/${id}/lien`, fields)
      expect(reply.location).toBe(`/equipe/saisie/${id}/resultat?envoye=oui`)
    }
    const mails = await database.db
      .selectFrom('mails')
      .selectAll()
      .where('recipient', '=', 'nadia@example.org')
      .execute()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.plain).toContain(`/diagnostic/${token}/resultat`)
    expect(mails[0]?.plain).toContain('avec Camille Test')
  })

  test('an address that is none is refused beside its field', async () => {
    const { id } = await finished()
    const page = await staff.adviser.post(`/equipe/saisie/${id}/lien`, { key: newId(), email: 'nadia' })
    expect([page.status, page.html.includes('href="#email"')]).toEqual([422, true])
  })

  test('a short address leads to the diagnostic, however it is typed, and is the same when asked for again', async () => {
    const { id, token } = await finished()
    for (let asked = 0; asked < 2; asked += 1) await staff.adviser.post(`/equipe/saisie/${id}/adresse`)
    const held = await database.db
      .selectFrom('shortAddresses')
      .select('code')
      .where('diagnosticId', '=', id)
      .execute()
    expect(held).toHaveLength(1)
    const code = held[0]?.code ?? ''
    const { html } = await staff.adviser.get(`/equipe/saisie/${id}/resultat`)
    expect(html).toContain(`/d/${code.slice(0, 5)}-${code.slice(5)}`)
    for (const typed of [code, `${code.slice(0, 5)}-${code.slice(5)}`, code.toUpperCase()]) {
      expect((await app.visitor().get(`/d/${typed}`)).location).toBe(`/diagnostic/${token}`)
    }
  })

  test('a short address ends after fourteen days, and a wrong one leads nowhere', async () => {
    const { id } = await finished()
    const ended = { code: 'aaaaabbbbb', diagnosticId: id, expiresAt: new Date('2026-11-22T09:00:00Z') }
    await database.db.insertInto('shortAddresses').values(ended).execute()
    for (const code of ['aaaaabbbbb', 'zzzzzzzzzz', 'court']) {
      const page = await app.visitor().get(`/d/${code}`)
      expect([page.status, page.html.includes('ne mène à rien')]).toEqual([404, true])
    }
  })

  test('whoever tries one short address after the other is stopped', async () => {
    const statuses = []
    for (let tried = 0; tried < 25; tried += 1) {
      statuses.push((await app.visitor().get('/d/kkkkkkkkkk')).status)
    }
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('the paper form', () => {
  test('the start page and the counter lead to it, and it carries its version on both sheets', async () => {
    expect((await app.visitor().get('/diagnostic')).html).toContain('href="/diagnostic/papier"')
    expect((await staff.adviser.get('/equipe/saisie/papier')).html).toContain('href="/diagnostic/papier"')
    const { status, html } = await app.visitor().get('/diagnostic/papier')
    expect(status).toBe(200)
    expect(html.match(new RegExp(`Version ${mark()}`, 'g'))).toHaveLength(2)
    expect(html).toContain('<b>8b</b>')
    expect(html).toContain('À passer si vous avez coché 16a ou 16f')
    expect(html).toContain('bonjour@example.org')
  })

  test('in English, the same sheets', async () => {
    const { html } = await app.visitor().get('/diagnostic/papier', { 'accept-language': 'en' })
    expect(html).toContain('Tick one box a question')
  })
})
