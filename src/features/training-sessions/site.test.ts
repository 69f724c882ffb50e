import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { freshDatabase } from '../../testing/database.ts'
import { findNamedStaff, keepPerson, keepStaffMember } from '../accounts/store.ts'
import { startDiagnostic } from '../diagnostics/start-diagnostic.ts'
import { bookUrl } from './urls.ts'

const database = freshDatabase()
const app = anApp(database)

test('the catalogue shows the twenty-five trainings by side of the shop, with the next date that has a seat', async () => {
  const full = await aTrainingSession(database.db, {
    trainingId: 'S15',
    capacity: 1,
    startsAt: new Date('2026-11-25T09:00:00Z'),
  })
  await aBooking(database.db, { session: full })
  await aTrainingSession(database.db, {
    trainingId: 'S15',
    capacity: 6,
    startsAt: new Date('2026-12-01T09:00:00Z'),
  })
  const page = await app.visitor().get('/formations')
  expect(page.status).toBe(200)
  for (const { slug } of app.programme.trainings) expect(page.html).toContain(`href="/formations/${slug}"`)
  expect(page.html).toContain(
    'Prochaine date : mardi 1er décembre 2026, 10 h 00 (heure de Paris). 6 places sur 6 restent.',
  )
  expect(page.html).toContain('Pas encore de date')
})

test('a training’s page says what one can do afterwards, and what it costs', async () => {
  const page = await app.visitor().get('/formations/prendre-en-main-sa-fiche')
  expect(page.status).toBe(200)
  for (const words of ['Ma fiche est à moi', 'Pour qui', 'Gratuite', 'Aucun sponsor', 'Pas encore de date'])
    expect(page.html).toContain(words)
})

test('a training’s page says, in both languages, what it asks of eyes, ears and hands, and whom to write to', async () => {
  const url = '/formations/photos-au-telephone'
  const { html } = await app.visitor().get(url)
  const mail = `<a href="mailto:${app.programme.contact.email}">`
  for (const words of ['Accessibilité', 'une autre personne peut tenir le téléphone', mail])
    expect(html).toContain(words)
  const english = await app.visitor().get(url, { 'accept-language': 'en' })
  for (const words of ['Accessibility', 'somebody else can hold the phone', mail])
    expect(english.html).toContain(words)
})

test('dates show their seats; a full one says so and leads to its waiting list; past and called off ones are not there', async () => {
  const open = await aTrainingSession(database.db, { trainingId: 'F04', capacity: 2 })
  await aBooking(database.db, { session: open })
  const full = await aTrainingSession(database.db, {
    trainingId: 'F04',
    capacity: 1,
    startsAt: new Date('2026-12-02T13:00:00Z'),
  })
  await aBooking(database.db, { session: full })
  const past = await aTrainingSession(database.db, {
    trainingId: 'F04',
    startsAt: new Date('2026-11-20T13:00:00Z'),
  })
  const off = await aTrainingSession(database.db, {
    trainingId: 'F04',
    startsAt: new Date('2026-12-03T13:00:00Z'),
  })
  await database.db
    .updateTable('trainingSessions')
    .set({ cancelledAt: testNow })
    .where('id', '=', off.id)
    .execute()
  const { html } = await app.visitor().get('/formations/premiere-page-sociale')
  expect(html).toContain('1 place sur 2 reste')
  expect(html).toContain(bookUrl(open.id))
  expect(html).toContain('Complet')
  expect(html).toContain(`<a href="${bookUrl(full.id)}">M’inscrire sur la liste d’attente`)
  for (const { id } of [past, off]) expect(html).not.toContain(bookUrl(id))
})

test('of several dates the soonest with a seat has the main button', async () => {
  const full = await aTrainingSession(database.db, { trainingId: 'F08', capacity: 1 })
  await aBooking(database.db, { session: full })
  for (const day of [4, 5])
    await aTrainingSession(database.db, {
      trainingId: 'F08',
      startsAt: new Date(Date.UTC(2026, 11, day, 13)),
    })
  const { html } = await app.visitor().get('/formations/nom-et-e-mail-a-soi')
  expect(html.match(/class="button main"/g)).toHaveLength(1)
  expect(html.match(/class="button plain" href="\/formations\/sessions/g)).toHaveLength(1)
})

test('who comes from a diagnostic keeps its link down to the booking', async () => {
  const session = await aTrainingSession(database.db, { trainingId: 'F05' })
  const { programme } = app
  const outcome = await transaction(database.db, (tx) =>
    startDiagnostic(tx, testNow, { programme, businessId: null, language: 'fr', personId: null }),
  )
  const token = 'token' in outcome ? outcome.token : ''
  const { html } = await app.visitor().get(`/formations/un-second-reseau-ou-non?diagnostic=${token}`)
  expect(html).toContain(`${bookUrl(session.id)}?diagnostic=${token}`)
  expect(html).not.toContain('Proposée par votre plan')
  const stranger = await app.visitor().get(`/formations/un-second-reseau-ou-non?diagnostic=${'x'.repeat(22)}`)
  expect(stranger.html).toContain(bookUrl(session.id))
  expect(stranger.html).not.toContain('reserver?diagnostic')
})

test('a training that the plan proposes says so, with the way back to the plan', async () => {
  const answers = { minutes: 'minutes-120', euros: 'euros-100', 'map-listing': 'no' }
  const { token } = await aDiagnostic(database.db, { programme: app.programme, answers, isFinished: true })
  const { html } = await app.visitor().get(`/formations/prendre-en-main-sa-fiche?diagnostic=${token}`)
  expect(html).toContain('Proposée par votre plan')
  expect(html).toContain(`/diagnostic/${token}/resultat`)
})

test('a training that does not exist leads to a page that helps', async () => {
  for (const path of ['/formations/rien', '/formations/F01'])
    expect((await app.visitor().get(path)).status).toBe(404)
})

/** Somebody of the team with a name, to be chosen in the form. */
function aTrainer(email = 'ana@example.org'): Promise<string> {
  return transaction(database.db, async (tx) => {
    const personId = await keepPerson(tx, testNow, { email, name: 'Camille Test', language: 'fr' })
    if (!(await findNamedStaff(tx, personId)))
      await keepStaffMember(tx, testNow, { personId, role: 'trainer', invitedBy: null })
    return personId
  })
}

test('an operator schedules a session and reads its hour with its place', async () => {
  const operator = await app.signedInAs('operator')
  const fields = {
    training: 'F06',
    date: '2027-03-30',
    time: '8h',
    zone: 'America/Guadeloupe',
    capacity: '20',
    trainer: await aTrainer(),
    room: '',
  }
  const sent = await operator.post('/equipe/sessions', fields)
  expect(sent.status).toBe(303)
  const page = await operator.get(sent.location)
  expect(page.html).toContain(
    'La session est programmée : mardi 30 mars 2027, 8 h 00 (heure de la Guadeloupe).',
  )
  expect((await app.visitor().get('/formations/photos-au-telephone')).html).toContain(
    '8 h 00 (heure de la Guadeloupe)',
  )
})

test('a double click on the form schedules one session and leads to it', async () => {
  const operator = await app.signedInAs('operator')
  const page = /name="page" value="([^"]+)"/.exec((await operator.get('/equipe/sessions')).html)?.[1] ?? ''
  const when = { date: '2027-04-06', time: '14:00', zone: 'Europe/Paris' }
  const fields = { page, training: 'F07', ...when, capacity: '20', trainer: await aTrainer(), room: '' }
  const [one, other] = await Promise.all([
    operator.post('/equipe/sessions', fields),
    operator.post('/equipe/sessions', fields),
  ])
  expect([one.status, other.status, one.location]).toEqual([303, 303, other.location])
})

test('what is wrong in the form is said beside each field, and what was typed stays', async () => {
  const operator = await app.signedInAs('operator')
  const page = await operator.post('/equipe/sessions', {
    training: '',
    date: '2027-02-30',
    time: '25:00',
    zone: 'Mars/Olympus',
    capacity: '0',
    trainer: await aTrainer(),
    room: 'http://room',
  })
  expect(page.status).toBe(422)
  for (const field of ['training', 'date', 'time', 'zone', 'capacity', 'room'])
    expect(page.html).toContain(`href="#${field}"`)
  expect(page.html).toMatch(/<option[^>]*selected[^>]*>Camille Test</)
})

test('the night when the clocks change, staff are told or asked', async () => {
  const operator = await app.signedInAs('operator')
  const fields = {
    training: 'F06',
    time: '02:30',
    zone: 'Europe/Paris',
    capacity: '20',
    trainer: await aTrainer(),
  }
  const jumped = await operator.post('/equipe/sessions', { ...fields, date: '2027-03-28' })
  expect(jumped.status).toBe(422)
  expect(jumped.html).toContain('Cette heure n’existe pas')
  const twice = await operator.post('/equipe/sessions', { ...fields, date: '2027-10-31' })
  expect(twice.status).toBe(422)
  expect(twice.html).toContain('heure d’été')
  expect(twice.html).toContain('heure d’hiver')
  expect(
    (await operator.post('/equipe/sessions', { ...fields, date: '2027-10-31', occurrence: 'second' })).status,
  ).toBe(303)
})

test.each([
  ['operator', 'her own', true, true],
  ['adviser', 'her own', true, true],
  ['trainer', 'her own', true, false],
  ['trainer', 'of a namesake', false, false],
] as const)('a roster as seen by: %s, of a session %s', async (role, whose, isShown, hasContacts) => {
  const member = await app.signedInAs(role)
  const trainerPersonId = await aTrainer(whose === 'her own' ? `${role}@example.org` : 'namesake@example.org')
  const session = await aTrainingSession(database.db, { trainerPersonId })
  await aBooking(database.db, { session, email: `seen-by-${role}-${whose.length}@example.org` })
  const page = await member.get(`/equipe/sessions/${session.id}`)
  expect(page.status).toBe(isShown ? 200 : 404)
  expect(page.html.includes(`seen-by-${role}`)).toBe(hasContacts)
  expect((await member.get('/equipe/sessions')).html.includes(session.id)).toBe(isShown)
})

test('adviser and trainer read the sessions but have no form, and what they send is refused', async () => {
  for (const role of ['adviser', 'trainer'] as const) {
    const member = await app.signedInAs(role)
    expect((await member.get('/equipe/sessions')).html).not.toContain('name="capacity"')
    const fields = {
      training: 'F06',
      date: '2027-03-30',
      time: '14:00',
      zone: 'Europe/Paris',
      capacity: '20',
      trainer: await aTrainer(),
    }
    expect((await member.post('/equipe/sessions', fields)).status).toBe(403)
  }
})

test('strangers and owners do not get in', async () => {
  expect((await app.visitor().get('/equipe/sessions')).location).toContain('/connexion')
  expect((await (await app.signedInAs(null)).get('/equipe/sessions')).status).toBe(404)
})
