import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, testNow, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { readPdf } from '../../testing/read-pdf.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import type { StaffRole } from '../accounts/person.ts'
import { cancelBooking } from '../bookings/cancel-booking.ts'
import type { TrainingSession } from '../training-sessions/training-session.ts'

const database = freshDatabase()
const afterwards = new Date('2026-11-30T13:40:00Z')
let now = testNow
let ticks = 0
const app = anApp(database, () => new Date(now.getTime() + ticks++))

/** Signed in once each: a mailbox gets a handful of codes a quarter of an hour. */
const visitors = new Map<string, Promise<Visitor>>()
function as(role: StaffRole | null, email = `${role}@example.org`): Promise<Visitor> {
  const known = visitors.get(email) ?? app.signedInAs(role, email)
  visitors.set(email, known)
  return known
}

const page = ({ id }: TrainingSession) => `/equipe/sessions/${id}/presences`

async function named(name: string, session: TrainingSession, businessId: string | null = null) {
  const booking = await aBooking(database.db, { session, businessId })
  await database.db.updateTable('people').set({ name }).where('id', '=', booking.personId).execute()
  return booking
}

test('who came is noted on one page: each fact by its name, then the dots', async () => {
  now = testNow
  const { db } = database
  const session = await aTrainingSession(db)
  const shop = await aBusiness(db, { sign: 'Boulangerie Rose' })
  const rose = await named('Rose Martin', session, shop.id)
  const malo = await named('Malo Petit', session)
  await sql`insert into attendance_joins values (${rose.id}, '2026-11-30T13:02:00Z')`.execute(db)
  await sql`insert into attendance_stays values
    (${rose.id}, '2026-11-30T13:02:00Z', '2026-11-30T13:27:30Z')`.execute(db)
  const operator = await as('operator')
  expect((await operator.get(`/equipe/sessions/${session.id}`)).html).toContain(`href="${page(session)}"`)

  const early = await operator.get(page(session))
  expect(early.html).toContain('dès le début : lundi 30 novembre 2026, 14 h 00 (heure de Paris)')
  expect(early.html).not.toContain('type="radio"')

  now = afterwards
  const { html } = await operator.get(page(session))
  for (const words of [
    'Rose Martin, Boulangerie Rose',
    'Passage vers la salle par notre page : 14 h 02',
    'Page de la salle ouverte : 25 minutes',
    'Page de la salle ouverte : non mesuré',
    'Pas encore noté',
    `name="p-${rose.id}" value=":present"`,
  ])
    expect(html).toContain(words)

  const sent = await operator.post(page(session), { [`p-${rose.id}`]: ':absent', reste: 'present' })
  expect(sent.status).toBe(303)
  const saved = await operator.get(sent.location)
  expect(saved.html).toContain('2 lignes enregistrées :')
  expect(saved.html).toContain('Rose Martin, Boulangerie Rose : Absent')
  expect(saved.html).toContain('Malo Petit : Présent')
  expect(saved.html).toContain('Noté « Présent » par Camille Test')
  expect(saved.html).toMatch(new RegExp(`name="p-${malo.id}" value="present:present" checked`))

  const nothing = await operator.post(page(session), { [`p-${rose.id}`]: 'absent:absent' })
  expect((await operator.get(nothing.location)).html).toContain('Rien n’a changé.')
})

test('what a colleague did meanwhile is told: noted otherwise, seat given back', async () => {
  now = afterwards
  const { db } = database
  const session = await aTrainingSession(db)
  const rose = await named('Rose Martin', session)
  const malo = await named('Malo Petit', session)
  await transaction(db, (tx) => cancelBooking(tx, testNow, { token: malo.token }))
  await (await as('operator', 'other@example.org')).post(page(session), { [`p-${rose.id}`]: ':absent' })
  const operator = await as('operator')
  const sent = await operator.post(page(session), {
    [`p-${rose.id}`]: ':present',
    [`p-${malo.id}`]: ':present',
  })
  const { html } = await operator.get(sent.location)
  expect(html).toContain('Quelqu’un d’autre venait de noter autrement : Rose Martin.')
  expect(html).toContain('Place rendue entre-temps, donc non notée : Malo Petit.')
  expect(html).toContain('Rose Martin : Présent')
})

test('nonsense in the form notes nothing', async () => {
  now = afterwards
  const session = await aTrainingSession(database.db)
  const rose = await named('Rose Martin', session)
  const operator = await as('operator')
  const nonsense = {
    [`p-${rose.id}`]: 'was:late',
    'p-x': ':present',
    [`q-${rose.id}`]: ':present',
    reste: 'absent',
  }
  const sent = await operator.post(page(session), nonsense)
  expect((await operator.get(sent.location)).html).toContain('Rien n’a changé.')
  const strange = `${page(session)}?note=${'9'.repeat(14)}&repris=x.y&partis=%27--`
  expect((await operator.get(strange)).status).toBe(200)
  expect((await operator.get('/equipe/sessions/nope/presences')).status).toBe(404)
  expect((await operator.post('/equipe/sessions/nope/presences', {})).status).toBe(404)
})

test('the sheet to sign is a tagged document with a line for each, and free lines', async () => {
  const session = await aTrainingSession(database.db)
  await named('Rose Martin', session)
  const operator = await as('operator')
  const reply = await app.server.inject({
    url: `${page(session)}/feuille.pdf`,
    headers: { cookie: operator.cookie() },
  })
  expect(reply.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="feuille-de-presence-2026-11-30-F01.pdf"',
    'cache-control': 'private, no-store',
  })
  const { structure, missingCharacters } = readPdf(reply.rawPayload)
  expect(structure.filter(({ role }) => role === 'Table')).toHaveLength(2)
  expect(structure.filter(({ role }) => role === 'TR')).toHaveLength(1 + 1 + 1 + 8)
  expect(missingCharacters).toBe(0)
})

test('the table opens in a spreadsheet, and a name that is a formula is only a name', async () => {
  now = afterwards
  const { db } = database
  const session = await aTrainingSession(db)
  const rose = await named('=HYPERLINK("https://bad.example.org";"Rose")', session)
  const operator = await as('operator')
  await operator.post(page(session), { [`p-${rose.id}`]: ':present' })
  const { html, headers } = await operator.get(`${page(session)}/tableau.csv`)
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(headers['content-disposition']).toBe('attachment; filename="presences-2026-11-30-F01.csv"')
  expect(html.startsWith('\uFEFFNom;E-mail;Commerce;')).toBe(true)
  const [, line = []] = parse(html, { delimiter: ';', bom: true })
  expect(line[0]).toBe(`'=HYPERLINK("https://bad.example.org";"Rose")`)
  expect(line[1]).toBe(rose.email)
  expect(line.slice(4)).toEqual([
    '2026-11-23 10:00',
    '',
    '',
    'Présent',
    'Camille Test',
    expect.stringMatching(/^2026-11-30 14:4\d$/),
  ])
})

type Act = 'see' | 'note' | 'sheet' | 'table' | 'figures'
type Who = 'stranger' | 'owner' | 'own trainer' | 'other trainer' | 'adviser' | 'operator'

const allowed: Record<Who, Record<Act, number> & { contacts: boolean }> = {
  stranger: { see: 303, note: 303, sheet: 303, table: 303, figures: 303, contacts: false },
  owner: { see: 404, note: 404, sheet: 404, table: 404, figures: 404, contacts: false },
  'own trainer': { see: 200, note: 303, sheet: 200, table: 200, figures: 200, contacts: false },
  'other trainer': { see: 404, note: 404, sheet: 404, table: 404, figures: 200, contacts: false },
  adviser: { see: 200, note: 403, sheet: 200, table: 200, figures: 200, contacts: true },
  operator: { see: 200, note: 303, sheet: 200, table: 200, figures: 200, contacts: true },
}

const browserOf: Record<Who, () => Promise<Visitor>> = {
  stranger: async () => app.visitor(),
  owner: () => as(null, 'owner@example.org'),
  'own trainer': () => as('trainer', 'trainer@example.org'),
  'other trainer': () => as('trainer', 'another@example.org'),
  adviser: () => as('adviser'),
  operator: () => as('operator'),
}

test.each(Object.entries(allowed))('what the %s may do', async (who, expected) => {
  now = afterwards
  const browser = await browserOf[who as Who]()
  const { personId } = await aStaffActor(database.db, 'trainer')
  const session = await aTrainingSession(database.db, { trainerPersonId: personId })
  const rose = await named('Rose Martin', session)
  const table = await browser.get(`${page(session)}/tableau.csv`)
  const noted = await browser.post(page(session), { [`p-${rose.id}`]: ':present' })
  expect({
    see: (await browser.get(page(session))).status,
    note: noted.status,
    sheet: (await browser.get(`${page(session)}/feuille.pdf`)).status,
    table: table.status,
    figures: (await browser.get('/equipe/presences')).status,
    contacts: table.html.includes(rose.email),
  }).toEqual(expected)
  const kept = await database.db
    .selectFrom('attendanceDeclarations')
    .select('state')
    .where('bookingId', '=', rose.id)
    .execute()
  expect(kept).toHaveLength(expected.note === 303 && who !== 'stranger' ? 1 : 0)
})
