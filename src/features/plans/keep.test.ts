import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { anApp, testNow, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { keepPerson } from '../accounts/store.ts'
import { claimDiagnostic } from '../diagnostics/claim-diagnostic.ts'
import { countPlanMail } from './count-plan-mail.ts'

const database = freshDatabase()
const app = anApp(database)

const baker = { minutes: 'minutes-30', euros: 'euros-0', 'map-listing': 'no', website: 'no', backup: 'no' }

const finished = (personId: string | null = null) =>
  aDiagnostic(database.db, { programme: app.programme, answers: baker, isFinished: true, personId })

const mailsTo = (email: string) =>
  database.db.selectFrom('mails').selectAll().where('recipient', '=', email).orderBy('createdAt').execute()

async function signIn(visitor: Visitor, email: string, returnTo: string) {
  await visitor.post('/connexion', { email, retour: returnTo })
  const code = (await mailsTo(email)).at(-1)?.subject.slice(0, 6) ?? ''
  return visitor.post('/connexion/code', { email, code, retour: returnTo })
}

const holderOf = async (token: string) =>
  (
    await database.db
      .selectFrom('diagnostics')
      .leftJoin('people', 'people.id', 'diagnostics.personId')
      .select('people.email')
      .where('token', '=', token)
      .executeTakeFirstOrThrow()
  ).email

test('an owner sends the plan to herself: what to do, where to begin, and the private link', async () => {
  const { token } = await finished()
  const visitor = app.visitor()
  const before = await visitor.get(`/diagnostic/${token}/resultat`)
  expect(before.html).toContain('Elle ne servira à rien d’autre')
  const sent = await visitor.post(`/diagnostic/${token}/envoyer`, { email: ' Rose@Boulange.fr ' })
  expect([sent.status, sent.location]).toEqual([303, `/diagnostic/${token}/resultat?nouvelle=envoye#garder`])
  expect((await visitor.get(sent.location.replace('#garder', ''))).html).toContain('Votre plan est parti')
  const [mail] = await mailsTo('rose@boulange.fr')
  expect(mail?.plain).toContain('1. Prendre en main votre fiche sur la carte.')
  expect(mail?.plain).toContain('Premier pas')
  expect(mail?.plain).toContain(`http://localhost:3000/diagnostic/${token}/resultat`)
  expect(mail?.plain).toContain('à rien d’autre')
  expect(await database.db.selectFrom('people').select('id').execute()).toEqual([])
})

test('a double click sends one mail', async () => {
  const { token } = await finished()
  const visitor = app.visitor()
  await Promise.all(
    [1, 2].map(() => visitor.post(`/diagnostic/${token}/envoyer`, { email: 'two@example.org' })),
  )
  expect(await mailsTo('two@example.org')).toHaveLength(1)
})

test('a mistyped address comes back with its words, and nothing leaves', async () => {
  const { token } = await finished()
  const page = await app.visitor().post(`/diagnostic/${token}/envoyer`, { email: 'rose@' })
  expect(page.status).toBe(422)
  expect(page.html).toContain('value="rose@"')
  expect(page.html).toContain('href="#email"')
  expect(page.html).toContain('n’est pas complète')
  const reloaded = await app.visitor().get(`/diagnostic/${token}/envoyer`)
  expect(reloaded.location).toBe(`/diagnostic/${token}/resultat#garder`)
})

test('a mailbox gets five plans an hour and no more, whoever asks', async () => {
  const visitor = app.visitor()
  const statuses: number[] = []
  for (let asked = 0; asked < 6; asked += 1) {
    const { token } = await finished()
    const { status } = await visitor.post(`/diagnostic/${token}/envoyer`, { email: 'full@example.org' })
    statuses.push(status)
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  expect(await mailsTo('full@example.org')).toHaveLength(5)
})

test('a machine that mails plans to a whole list is stopped, and uses up nobody’s mailbox', async () => {
  const attempt = (email: string, address: string) =>
    transaction(database.db, (tx) => countPlanMail(tx, testNow, { email, address }))
  for (let i = 0; i < 60; i += 1) await attempt(`list${i}@example.org`, 'machine')
  for (let i = 0; i < 6; i += 1)
    expect(await attempt('claire@example.org', 'machine')).toEqual({ kind: 'too-many', of: 'address' })
  expect(await attempt('claire@example.org', 'the shop')).toEqual({ kind: 'allowed' })
})

test('there is nothing to send before there is a result', async () => {
  const { token } = await aDiagnostic(database.db, { programme: app.programme })
  const sent = await app.visitor().post(`/diagnostic/${token}/envoyer`, { email: 'early@example.org' })
  expect(sent.location).toBe(`/diagnostic/${token}/resultat`)
  const nobody = await app.visitor().post('/diagnostic/AAAAAAAAAAAAAAAAAAAAAA/envoyer', { email: 'a@b.fr' })
  expect(nobody.status).toBe(404)
  expect(await mailsTo('early@example.org')).toEqual([])
})

test('a stranger keeps the result: a code by e-mail, and it is in her space', async () => {
  const { token } = await finished()
  const visitor = app.visitor()
  const asked = await visitor.post(`/diagnostic/${token}/garder`)
  expect(asked.location).toBe(`/connexion?retour=${encodeURIComponent(`/diagnostic/${token}/garder`)}`)
  const entered = await signIn(visitor, 'keeps@example.org', `/diagnostic/${token}/garder`)
  expect(entered.location).toBe(`/diagnostic/${token}/garder`)
  const kept = await visitor.get(entered.location)
  expect([kept.status, kept.location]).toEqual([303, `/diagnostic/${token}/resultat#garder`])
  expect((await visitor.get(`/diagnostic/${token}/resultat`)).html).toContain('gardé dans votre espace')
  expect((await visitor.get('/mon-espace')).html).toContain(`/diagnostic/${token}/resultat`)
  expect(await holderOf(token)).toBe('keeps@example.org')
})

test('nobody takes over a result that somebody keeps', async () => {
  const { token } = await finished()
  const first = await app.signedInAs(null, 'first@example.org')
  await first.post(`/diagnostic/${token}/garder`)
  const second = await app.signedInAs(null, 'second@example.org')
  const refused = await second.post(`/diagnostic/${token}/garder`)
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('n’a pas été ajouté à votre espace')
  expect(refused.html).not.toContain('first@example.org')
  expect(await holderOf(token)).toBe('first@example.org')
  const again = await first.post(`/diagnostic/${token}/garder`)
  expect(again.location).toBe(`/diagnostic/${token}/resultat#garder`)
})

test('of ten people who claim one result at once, one gets it and the others are told', async () => {
  const { db } = database
  const { token } = await finished()
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      transaction(db, (tx) =>
        keepPerson(tx, testNow, { email: `race${i}@example.org`, name: '', language: 'fr' }),
      ),
    ),
  )
  const outcomes = await Promise.all(
    people.map((personId) => {
      const actor = { personId, name: '', email: '', role: null, relayId: null }
      return transaction(db, (tx) => claimDiagnostic(tx, actor, { token }))
    }),
  )
  expect(outcomes.filter(({ kind }) => kind === 'claimed')).toHaveLength(1)
  expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(9)
  expect(people[outcomes.findIndex(({ kind }) => kind === 'claimed')]).toBe(
    (await db.selectFrom('diagnostics').select('personId').where('token', '=', token).executeTakeFirst())
      ?.personId,
  )
})

test('a link on another site puts nothing in the space of whoever is signed in', async () => {
  const { token } = await finished()
  const visitor = await app.signedInAs(null, 'lured@example.org')
  const lured = await visitor.get(`/diagnostic/${token}/garder`)
  expect(lured.location).toBe(`/diagnostic/${token}/resultat#garder`)
  expect(await holderOf(token)).toBeNull()
})

test('an adviser who helps an owner does not end up as the owner', async () => {
  const { token } = await finished()
  const adviser = await app.signedInAs('adviser')
  expect((await adviser.get(`/diagnostic/${token}/resultat`)).html).not.toContain('Garder mon résultat')
  const refused = await adviser.post(`/diagnostic/${token}/garder`)
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('membre de l’équipe')
  expect(await holderOf(token)).toBeNull()
})
