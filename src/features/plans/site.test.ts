import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { anApp } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'

const database = freshDatabase()
const app = anApp(database)

/** A baker without a website or a backup, with half an hour a week and no money. */
const baker = {
  sector: 'commerce',
  size: 'none',
  customers: 'consumers',
  minutes: 'minutes-30',
  euros: 'euros-0',
  goal: 'be-found',
  fear: 'time',
  'map-listing': 'no',
  website: 'no',
  social: 'one',
  'domain-email': 'no',
  reviews: 'no',
  promotion: 'no',
  'distance-order': 'no',
  'online-payment': 'dont-know',
  backup: 'no',
}

const finished = () =>
  aDiagnostic(database.db, { programme: app.programme, answers: baker, isFinished: true })

test('a click on "see my result" leads to the result', async () => {
  const { token } = await aDiagnostic(database.db, { programme: app.programme, answers: baker })
  const visitor = app.visitor()
  const before = await visitor.get(`/diagnostic/${token}/resultat`)
  expect(before.html).toContain('Votre résultat n’est pas encore fait')
  const end = await visitor.post(`/diagnostic/${token}/terminer`)
  expect([end.status, end.location]).toEqual([303, `/diagnostic/${token}/resultat`])
  expect((await visitor.get(`/diagnostic/${token}`)).location).toBe(end.location)
  expect((await visitor.get(end.location)).status).toBe(200)
})

test('the result shows the plan with the answers that called for it, the axes, and what was left aside', async () => {
  const { token } = await finished()
  const { html } = await app.visitor().get(`/diagnostic/${token}/resultat`)
  expect(html).toMatch(/Votre plan en (une action|deux actions|trois actions)/)
  expect(html).toContain('Parce que vous avez répondu')
  expect(html).toContain('Vous aviez dit 30 minutes par semaine et 0 € par mois')
  for (const { title } of app.programme.axes) expect(html).toContain(title.fr.replaceAll('&', '&amp;'))
  expect(html).toContain('Pourquoi pas autre chose')
  expect(html).toContain('comparables à l’indice européen')
  expect(html).toContain('10 personnes et plus')
  expect(html).toContain(`?diagnostic=${token}`)
  expect(html).toContain(`/diagnostic/${token}</a>`)
  expect(html).not.toMatch(/NaN|undefined|\[object/)
})

test('changing an answer from the result comes back to it; it says that it is stale and offers a new one', async () => {
  const { token } = await finished()
  const visitor = app.visitor()
  const result = `/diagnostic/${token}/resultat`
  expect((await visitor.get(result)).html).not.toContain('Refaire mon résultat')
  const changed = await visitor.post(`/diagnostic/${token}/website?retour=resultat`, { option: 'yes' })
  expect(changed.location).toBe(result)
  const stale = await visitor.get(result)
  expect(stale.html).toContain('Vous avez changé des réponses depuis ce résultat')
  await visitor.post(`/diagnostic/${token}/terminer`)
  expect((await visitor.get(result)).html).not.toContain('Vous avez changé des réponses')
})

test('who did not say how much time or money reads what was counted instead', async () => {
  const { token } = await aDiagnostic(database.db, {
    programme: app.programme,
    answers: { website: 'no' },
    isFinished: true,
  })
  const { html } = await app.visitor().get(`/diagnostic/${token}/resultat`)
  expect(html).toContain('Vous n’avez pas dit combien de temps vous avez')
  expect(html).toContain(`/diagnostic/${token}/minutes?retour=resultat`)
})

test('a result made of no answer at all is a page, not an error', async () => {
  const { token } = await aDiagnostic(database.db, { programme: app.programme, isFinished: true })
  const page = await app.visitor().get(`/diagnostic/${token}/resultat`)
  expect(page.status).toBe(200)
  expect(page.html).toContain('Pas assez de réponses')
})

test('the method page says the weights, the rules, the crosswalk and the sources', async () => {
  const { status, html } = await app.visitor().get('/methode')
  expect(status).toBe(200)
  expect(html).toContain('Au plus 3 actions')
  for (const { title } of app.programme.crosswalk.dii.points)
    expect(html).toContain(title.fr.replaceAll('\u00a0', ' ').slice(0, 20))
  for (const { url } of app.programme.sources)
    expect(html).toContain(`href="${url.replaceAll('&', '&amp;')}"`)
})

test('in English, the result says the same', async () => {
  const { token } = await finished()
  const { html } = await app.visitor().get(`/diagnostic/${token}/resultat`, { 'accept-language': 'en' })
  expect(html).toMatch(/Your plan in (one action|two actions|three actions)/)
  expect(html).toContain('Because you answered')
  expect(html).not.toContain('Parce que')
})

test('the result is light enough for a slow phone', async () => {
  const { token } = await finished()
  const { html } = await app.visitor().get(`/diagnostic/${token}/resultat`)
  expect(brotliCompressSync(html).length).toBeLessThan(9 * 1024)
})
