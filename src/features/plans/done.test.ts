import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { aDiagnostic, someAnswers } from '../../testing/a-diagnostic.ts'
import { anApp } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { openReleases } from '../diagnostics/store.ts'
import { declareDone } from './declare-done.ts'
import { listProofs } from './proof-store.ts'
import { findPlan } from './store.ts'

const database = freshDatabase()
const app = anApp(database)

async function planned(businessId: string | null = null) {
  const run = await aDiagnostic(database.db, {
    programme: app.programme,
    answers: someAnswers,
    isFinished: true,
    businessId,
  })
  const plan = await findPlan(database.db, run.id)
  const action = plan?.lines.find((line) => line.action === 'claim-map-listing')?.action ?? ''
  expect(action).toBe('claim-map-listing')
  return { ...run, action, result: `/diagnostic/${run.token}/resultat` }
}

test('once an action is done, the one question that it touched is asked again, and only that one', async () => {
  const { id, token, action, result } = await planned()
  const visitor = app.visitor()
  const { html } = await visitor.get(`/diagnostic/${token}/fait/${action}`)
  expect(html).toContain('C’est fait quand :')
  const said = await visitor.post(`/diagnostic/${token}/fait/${action}`, {
    note: 'https://example.org/fiche',
  })
  expect([said.status, said.location]).toEqual([303, `/diagnostic/${token}/map-listing?retour=resultat`])
  const answered = await visitor.post(said.location, { option: 'yes' })
  expect(answered.location).toBe(result)
  expect((await visitor.get(result)).html).toContain('Refaire mon résultat')
  await visitor.post(`/diagnostic/${token}/terminer`)
  const after = (await visitor.get(result)).html
  expect(after).toContain('Déjà fait depuis')
  expect((await findPlan(database.db, id))?.lines.map((line) => line.action)).not.toContain(action)
})

test('a line that is done is crossed out, and says since when, until the result is made again', async () => {
  const { token, action, result } = await planned()
  const visitor = app.visitor()
  expect((await visitor.get(result)).html).not.toContain('<s>')
  await visitor.post(`/diagnostic/${token}/fait/${action}`, {})
  const { html } = await visitor.get(result)
  expect(html).toMatch(/<s>[^<]*<\/s>/)
  expect(html).toContain('Fait le lundi 23 novembre 2026')
})

test('said twice it is done once, on the first day, with the last words; taken back it is not done', async () => {
  const { id, token, action, result } = await planned()
  const visitor = app.visitor()
  const releases = openReleases(app.programme)
  const say = (day: string, note: string) =>
    transaction(database.db, (tx) => declareDone(tx, new Date(day), { releases, token, action, note }))
  await Promise.all([say('2026-12-01T09:00:00Z', 'one'), say('2026-12-01T09:00:00Z', 'two')])
  await say('2026-12-05T09:00:00Z', 'three')
  expect(await listProofs(database.db, id)).toEqual([
    { action, note: 'three', declaredAt: new Date('2026-12-01T09:00:00Z') },
  ])
  const undone = await visitor.post(`/diagnostic/${token}/fait/${action}/annuler`)
  expect(undone.location).toBe(result)
  expect(await listProofs(database.db, id)).toEqual([])
  expect((await visitor.post(`/diagnostic/${token}/fait/${action}/annuler`)).status).toBe(303)
})

test('an action of no plan, a wrong link and too many words are refused where they happen', async () => {
  const { id, token, action } = await planned()
  const visitor = app.visitor()
  const other = `/diagnostic/${token}/fait/no-such-action`
  expect((await visitor.get(other)).status).toBe(404)
  expect((await visitor.post(other)).html).toContain('Cette action n’est pas dans votre plan')
  expect((await visitor.post(`/diagnostic/AAAAAAAAAAAAAAAAAAAAAA/fait/${action}`)).status).toBe(404)
  const long = await visitor.post(`/diagnostic/${token}/fait/${action}`, { note: 'x'.repeat(501) })
  expect(long.status).toBe(422)
  expect(long.html).toContain('Restez sous 500 signes.')
  expect(long.html).toContain('x'.repeat(501))
  expect(await listProofs(database.db, id)).toEqual([])
})

test('staff read in the story of a business what it said is done, and that nobody verified it', async () => {
  const business = await aBusiness(database.db)
  const { token, action } = await planned(business.id)
  await app.visitor().post(`/diagnostic/${token}/fait/${action}`, { note: 'La fiche <est> à jour' })
  const staff = await app.signedInAs('adviser')
  const { html } = await staff.get(`/equipe/commerces/${business.id}`)
  expect(html).toContain('Dit fait par le commerce, non vérifié')
  expect(html).toContain('La fiche &lt;est> à jour')
})
