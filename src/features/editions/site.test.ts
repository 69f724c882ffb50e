import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aBusiness } from '../../testing/a-business.ts'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { anApp } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { listJobs, recordingQueue } from '../../testing/jobs.ts'
import { makeEditionJob } from './jobs.ts'
import { makeEdition } from './make-edition.ts'
import { workers } from './worker.ts'

const database = freshDatabase()
const app = anApp(database)

const answers = { website: 'no', 'map-listing': 'yes', social: 'one', backup: 'yes', 'two-step-login': 'no' }

async function aShop(website = 'no') {
  const { id } = await aBusiness(database.db, { sizeBand: '00' })
  const given = { ...answers, website }
  return aDiagnostic(database.db, {
    programme: app.programme,
    businessId: id,
    answers: given,
    isFinished: true,
  })
}

const read = async (address: string, language = 'fr') =>
  (await app.visitor().get(address, { 'accept-language': language })).html
const result = (token: string, language?: string) => read(`/diagnostic/${token}/resultat`, language)
const compared = (token: string, language?: string) => read(`/diagnostic/${token}/comparaison`, language)
const make = () => makeEdition(database.db, app.services.clock, { programme: app.programme })

/** Does what the worker would do. */
async function doJobs() {
  const { queue, handlers } = recordingQueue()
  await workers(queue, app.services, app.programme)
  for (const { name, data } of await listJobs(database, makeEditionJob)) await handlers.get(name)?.(data)
}

test('before ten shops have answered the result says what will be there, and published figures stand apart', async () => {
  const { token } = await aShop()
  const html = await result(token)
  expect(html).toContain('Des commerces comme le vôtre')
  expect(html).toContain('Dès que dix commerces auront répondu')
  expect(html).toContain(`href="/diagnostic/${token}/comparaison">Ce que disent les enquêtes publiées</a>`)
  expect(html).not.toContain('crochet')
  const more = await compared(token)
  expect(more).toContain('Dès que dix commerces auront répondu')
  expect(more).toContain('Ces chiffres ne viennent pas de ce programme')
  expect(more).toContain('65 % ont un site internet')
  expect(more).toContain('baromètre France Num, 2025')
  expect(more).toContain('26,8 % des entreprises sans salarié')
  expect(more).not.toContain('de 1 à 9 salariés utilisent')
})

test('the operator asks for an edition, follows it, and reads why there is none yet', async () => {
  const operator = await app.signedInAs('operator')
  expect((await operator.get('/equipe/editions')).html).toContain('Aucune édition pour l’instant')
  expect(await operator.post('/equipe/editions')).toMatchObject({ status: 303, location: '/equipe/editions' })
  await operator.post('/equipe/editions')
  expect(await listJobs(database, makeEditionJob)).toHaveLength(1)
  const waiting = await operator.get('/equipe/editions')
  expect(waiting.html).toContain('Le calcul attend son tour')
  expect(waiting.html).not.toContain('Calculer une édition')
  await doJobs()
  const { html } = await operator.get('/equipe/editions')
  expect(html).toContain('moins de dix commerces du registre ont terminé un diagnostic')
  expect(html).toContain('Calculer une édition')
})

test('after an edition the result compares with shops alike: how many, since when, how alike', async () => {
  for (let shop = 0; shop < 13; shop += 1) await aShop(shop < 6 ? 'yes' : 'no')
  const { token } = await aShop()
  expect(await make()).toMatchObject({ kind: 'made', edition: { businesses: 15 } })
  const html = await result(token)
  expect(html).toContain('15 commerces : même activité, même taille, même département (Ille-et-Vilaine)')
  expect(html).toContain('Chiffres arrêtés le lundi 23 novembre 2026')
  expect(html).toContain('Vous êtes au milieu des autres.')
  expect(html).toMatch(/class="axis-others"[^>]*><rect x="\d+%"/)
  expect(html).not.toMatch(/NaN|undefined|\[object/)
  expect(brotliCompressSync(html).length).toBeLessThan(9 * 1024)
})

test('question by question, the comparison shows the share of each answer; with one’s own, and of how many', async () => {
  const { token } = await aShop()
  const html = await compared(token)
  expect(html).toMatch(
    /Sur 15 commerces, un quart ont \d+ ou moins, la moitié \d+ ou moins, un quart \d+ ou plus\./,
  )
  expect(html).toContain(
    '<rect width="40%" height="7"></rect></svg><span>40 %</span><span>Oui, et il est à jour',
  )
  expect(html).toContain('<span>60 %</span><b>Non (vous)</b>')
  expect(html).toContain('Trop peu d’autres commerces ont répondu sur ce thème')
  expect(html).toContain('Ces chiffres ne viennent pas de ce programme')
  expect(html).not.toMatch(/NaN|undefined|\[object/)
  expect(brotliCompressSync(html).length).toBeLessThan(9 * 1024)
})

test('who did not name a business is compared with a wider group, and reads so; in English too', async () => {
  const { token } = await aDiagnostic(database.db, {
    programme: app.programme,
    answers: { ...answers, size: 'none', sector: 'construction' },
    isFinished: true,
  })
  const html = await result(token)
  expect(html).toContain('même taille, toutes activités confondues')
  expect(html).toContain('Pour votre activité à votre taille, il n’y a pas encore assez de réponses')
  for (const english of [await result(token, 'en'), await compared(token, 'en')]) {
    expect(english).toContain('same size, all trades together')
    expect(english).not.toContain('commerces comme')
  }
})

test('a result stays beside the edition of its day; a newer one is told of, with the way to be compared with it', async () => {
  const before = await aShop()
  for (let shop = 0; shop < 10; shop += 1) await aShop()
  expect(await make()).toMatchObject({ kind: 'made', edition: { number: 2 } })
  expect(await result(before.token)).toContain('comparé à 15 commerces')
  const html = await compared(before.token)
  expect(html).toContain('comparé à 15 commerces')
  expect(html).toContain('Depuis, d’autres chiffres ont été arrêtés le')
  const after = await aShop()
  expect(await result(after.token)).toMatch(/comparé à 2\d commerces/)
  expect(await compared(after.token)).not.toContain('Depuis, d’autres chiffres')
})

test('an adviser reads out where the shop stands among others', async () => {
  const adviser = await app.signedInAs('adviser')
  const { id } = await aShop()
  const { html } = await adviser.get(`/equipe/saisie/${id}/resultat`)
  expect(html).toMatch(/comparé à 2\d commerces/)
  expect(html).toContain('class="axis-others"')
})

test('no comparison without a result, and none under a link that nobody has', async () => {
  const { token } = await aDiagnostic(database.db, { programme: app.programme, answers })
  expect(await compared(token)).toContain('Votre résultat n’est pas encore fait')
  expect((await app.visitor().get('/diagnostic/nobody/comparaison')).status).toBe(404)
})

test('staff see the editions with their rules; only the operator has one made', async () => {
  const adviser = await app.signedInAs('adviser')
  const { html } = await adviser.get('/equipe/editions')
  expect(html).toContain('Aucun chiffre sur moins de dix commerces')
  expect(html).not.toContain('Calculer une édition')
  const refused = await adviser.post('/equipe/editions')
  expect(refused.status).toBe(403)
  expect(refused.html).toContain('Seule l’équipe qui pilote le programme')
  expect((await app.visitor().get('/equipe/editions')).status).toBe(303)
})
