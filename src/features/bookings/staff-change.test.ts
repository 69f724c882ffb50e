import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, testNow, type TestPage, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { findTrainingSession } from '../training-sessions/store.ts'
import { bookUrl } from '../training-sessions/urls.ts'
import { moveSession } from './move-session.ts'

const database = freshDatabase()
let now = testNow
const app = anApp(database, () => now)

/** Signed in once: a mailbox gets a handful of codes a quarter of an hour. */
let signedIn: Promise<Visitor> | null = null
const asOperator = () => (signedIn ??= app.signedInAs('operator'))

const hidden = ({ html }: TestPage, name: string) =>
  new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1] ?? ''

const address = (id: string, act: 'changer' | 'annuler') => `/equipe/sessions/${id}/${act}`

const wish = (page: TestPage, more: Record<string, string> = {}) => ({
  page: hidden(page, 'page'),
  version: hidden(page, 'version'),
  date: '2026-12-03',
  time: '10h',
  zone: 'Europe/Paris',
  room: 'https://salle.example.org/f01',
  trainer: '',
  ...more,
})

const startOf = async (id: string) => (await findTrainingSession(database.db, id))?.startsAt.toISOString()

/** Somebody else of the team moves the session meanwhile. */
async function moveMeanwhile(trainingSessionId: string, date = '2026-12-10'): Promise<void> {
  const actor = await aStaffActor(database.db, 'operator', 'other@example.org')
  const place = { local: { date, time: '09:00', zone: 'Europe/Paris' }, occurrence: null, roomUrl: null }
  const request = { trainingSessionId, version: 0, trainerPersonId: null, formKey: null, ...place }
  const outcome = await transaction(database.db, (tx) => moveSession(tx, now, actor, request))
  expect(outcome.kind).toBe('moved')
}

test('an operator sees what will change and for how many, then moves the session; two clicks move it once', async () => {
  const session = await aTrainingSession(database.db)
  for (const name of ['one', 'two'])
    await aBooking(database.db, { session, email: `told-${name}@example.org` })
  const operator = await asOperator()
  expect((await operator.get(`/equipe/sessions/${session.id}`)).html).toContain(
    address(session.id, 'changer'),
  )
  const form = await operator.get(address(session.id, 'changer'))
  expect([hidden(form, 'date'), hidden(form, 'time')]).toEqual(['2026-11-30', '14:00'])
  const checked = await operator.post(address(session.id, 'changer'), wish(form))
  expect(checked.status).toBe(200)
  for (const words of [
    'Vérifiez le changement',
    'lundi 30 novembre 2026, 14 h 00 (heure de Paris)',
    'jeudi 3 décembre 2026, 10 h 00 (heure de Paris)',
    '2 personnes ont une place',
    'Changer et prévenir 2 personnes',
  ])
    expect(checked.html).toContain(words)
  expect(await startOf(session.id)).toBe(session.startsAt.toISOString())
  const sure = { ...wish(form), step: 'confirm' }
  const [one, other] = await Promise.all(
    [1, 2].map(() => operator.post(address(session.id, 'changer'), sure)),
  )
  expect([one?.status, other?.status, one?.location]).toEqual([303, 303, other?.location])
  expect(await startOf(session.id)).toBe('2026-12-03T09:00:00.000Z')
  expect((await operator.get(one?.location ?? '')).html).toContain('2 personnes sont prévenues.')
})

test('who wants to correct comes back to the form as it was typed', async () => {
  const session = await aTrainingSession(database.db)
  const operator = await asOperator()
  const form = await operator.get(address(session.id, 'changer'))
  const again = await operator.post(address(session.id, 'changer'), wish(form, { step: 'edit', time: '11h' }))
  expect(again.status).toBe(200)
  expect(hidden(again, 'time')).toBe('11h')
})

test.each([
  [{ date: '2026-11-22' }, 'Cette date est déjà passée.'],
  [{ date: '2026-11-30', time: '14:00' }, 'Rien n’est différent.'],
  [{ date: '2027-03-28', time: '02:30' }, 'Cette heure n’existe pas'],
  [{ date: '2027-10-31', time: '02:30' }, 'cette heure arrive deux fois'],
  [{ date: '', time: 'midi' }, 'Indiquez la date.'],
  [{ room: 'http://salle' }, 'Ce lien n’est pas complet.'],
  [{ trainer: '00000000-0000-4000-8000-000000000000' }, 'Choisissez dans la liste'],
])('a move with %j is refused beside the field, before and after the check', async (more, words) => {
  const session = await aTrainingSession(database.db)
  const operator = await asOperator()
  const form = await operator.get(address(session.id, 'changer'))
  for (const step of ['check', 'confirm']) {
    const page = await operator.post(address(session.id, 'changer'), wish(form, { ...more, step }))
    expect(page.status).toBe(422)
    expect(page.html).toContain(words)
  }
  expect(await startOf(session.id)).toBe(session.startsAt.toISOString())
})

test('the night when clocks go back, the operator says which of the two hours', async () => {
  const session = await aTrainingSession(database.db)
  const operator = await asOperator()
  const form = await operator.get(address(session.id, 'changer'))
  const night = { date: '2027-10-31', time: '02:30', occurrence: 'second', step: 'confirm' }
  expect((await operator.post(address(session.id, 'changer'), wish(form, night))).status).toBe(303)
  expect(await startOf(session.id)).toBe('2027-10-31T01:30:00.000Z')
  const again = await operator.get(address(session.id, 'changer'))
  expect(again.html).toMatch(/value="second"[^>]*checked|checked[^>]*value="second"/)
})

test('of two operators, the slower one reads that the session changed, and keeps what was typed', async () => {
  const session = await aTrainingSession(database.db)
  const operator = await asOperator()
  const form = await operator.get(address(session.id, 'changer'))
  const off = await operator.get(address(session.id, 'annuler'))
  await moveMeanwhile(session.id)
  for (const step of ['check', 'confirm']) {
    const page = await operator.post(address(session.id, 'changer'), wish(form, { step }))
    expect(page.status).toBe(409)
    expect(page.html).toContain('jeudi 10 décembre 2026, 9 h 00 (heure de Paris)')
    expect([hidden(page, 'date'), hidden(page, 'version')]).toEqual(['2026-12-03', '1'])
  }
  const calledOff = await operator.post(address(session.id, 'annuler'), {
    message: 'Un empêchement.',
    version: hidden(off, 'version'),
  })
  expect(calledOff.status).toBe(409)
  expect(calledOff.html).toContain('Un empêchement.')
  expect((await findTrainingSession(database.db, session.id))?.cancelledAt).toBeNull()
})

test('nobody calls off a session that people have booked without a word to them', async () => {
  const session = await aTrainingSession(database.db)
  const booking = await aBooking(database.db, { session })
  const operator = await asOperator()
  const form = await operator.get(address(session.id, 'annuler'))
  expect(form.html).toContain('1 personne a une place')
  const send = (message: string) =>
    operator.post(address(session.id, 'annuler'), {
      message,
      page: hidden(form, 'page'),
      version: hidden(form, 'version'),
    })
  const silent = await send('  ')
  expect([silent.status, silent.html.includes('les personnes inscrites doivent savoir pourquoi')]).toEqual([
    422,
    true,
  ])
  const [one, other] = [await send('Camille est souffrante.'), await send('Camille est souffrante.')]
  expect([one.status, other.location]).toEqual([303, one.location])
  const roster = await operator.get(one.location)
  for (const words of ['1 personne est prévenue.', 'Cette session est annulée.', 'Camille est souffrante.'])
    expect(roster.html).toContain(words)
  expect(roster.html).not.toContain(address(session.id, 'changer'))
  for (const act of ['changer', 'annuler'] as const) {
    const page = await operator.get(address(session.id, act))
    expect([page.status, page.html.includes('déjà annulée')]).toEqual([410, true])
  }
  const held = await app.visitor().get(`/reservations/${booking.token}`)
  expect(held.html).toContain('Cette réservation est annulée')
  expect(held.html).toContain('Le mot de l’équipe : Camille est souffrante.')
  expect((await app.visitor().get(`/reservations/${booking.token}/annuler`)).status).toBe(303)
})

test('a session that has begun is not changed, and the page says why', async () => {
  const operator = await asOperator()
  const session = await aTrainingSession(database.db, { startsAt: new Date(testNow.getTime() + 60_000) })
  const form = await operator.get(address(session.id, 'changer'))
  now = session.startsAt
  const pages = [
    await operator.get(address(session.id, 'changer')),
    await operator.post(address(session.id, 'changer'), wish(form, { step: 'confirm' })),
    await operator.post(address(session.id, 'annuler'), { message: 'Trop tard.', version: '0' }),
  ]
  now = testNow
  for (const page of pages)
    expect([page.status, page.html.includes('La session a commencé')]).toEqual([410, true])
})

test.each([
  ['operator', 'somebody’s', 200],
  ['trainer', 'her own', 200],
  ['trainer', 'somebody’s', 404],
  ['adviser', 'somebody’s', 403],
] as const)('a %s opens the change of a session, %s: %i', async (role, whose, status) => {
  const email = `${role}-of-${whose.length}@example.org`
  const member = await app.signedInAs(role, email)
  const { personId } = await aStaffActor(database.db, role, email)
  const trainerPersonId = whose === 'her own' ? personId : null
  const session = await aTrainingSession(database.db, { trainerPersonId })
  for (const act of ['changer', 'annuler'] as const)
    expect((await member.get(address(session.id, act))).status).toBe(status)
  const sent = await member.post(address(session.id, 'annuler'), { message: 'Non.', version: '0' })
  expect(sent.status).toBe(status === 200 ? 303 : status)
})

const book = async (visitor: Visitor, form: TestPage, id: string, more: Record<string, string> = {}) =>
  visitor.post(bookUrl(id), { page: hidden(form, 'page'), start: hidden(form, 'start'), ...more })

test('gone between the page and the click: the session has moved, the new date is shown, what was typed stays', async () => {
  const session = await aTrainingSession(database.db)
  const visitor = app.visitor()
  const form = await visitor.get(bookUrl(session.id))
  await moveMeanwhile(session.id)
  const typed = { email: 'moved@example.org', siret: '' }
  const asked = await book(visitor, form, session.id, typed)
  expect(asked.status).toBe(409)
  for (const words of [
    'Cette session a changé de date',
    'lundi 30 novembre 2026, 14 h 00 (heure de Paris)',
    'jeudi 10 décembre 2026, 9 h 00 (heure de Paris)',
    'value="moved@example.org"',
    'Réserver à la nouvelle date',
  ])
    expect(asked.html).toContain(words)
  expect((await findTrainingSession(database.db, session.id))?.seatsTaken).toBe(0)
  const booked = await book(visitor, asked, session.id, typed)
  expect(booked.status).toBe(303)
  expect((await book(visitor, asked, session.id, typed)).location).toBe(booked.location)
})

test('a mistake in the form does not hide that the session has moved', async () => {
  const session = await aTrainingSession(database.db)
  const visitor = app.visitor()
  const form = await visitor.get(bookUrl(session.id))
  await moveMeanwhile(session.id)
  const wrong = await book(visitor, form, session.id, { email: 'not complete' })
  expect(wrong.status).toBe(422)
  expect((await book(visitor, wrong, session.id, { email: 'right@example.org' })).status).toBe(409)
})
