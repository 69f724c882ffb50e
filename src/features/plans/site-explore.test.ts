import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { anApp } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import type { Option } from '../programmes/option.ts'

const database = freshDatabase()
const app = anApp(database)

/** A grocer who answered everything on being found, with a quarter of an hour a week and no money. */
const grocer = {
  sector: 'commerce',
  size: 'none',
  customers: 'consumers',
  minutes: 'minutes-15',
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
  'online-payment': 'no',
  backup: 'no',
}

async function grocery(isFinished = true) {
  const diagnostic = { programme: app.programme, answers: grocer, isFinished }
  const { token } = await aDiagnostic(database.db, diagnostic)
  return `/diagnostic/${token}`
}

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('the result offers to try the plan, its actions ticked, and the others unticked', async () => {
  const { html } = await app.visitor().get(`${await grocery()}/resultat`)
  expect(html).toContain('Et si vous le faisiez')
  expect(html).toMatch(/name="faire" value="claim-map-listing" checked/)
  expect(html).toMatch(/name="faire" value="one-page-site"(?! checked)/)
})

test('ticked actions show each theme before and after, the points, the time and the money', async () => {
  const { status, html } = await app.visitor().get(`${await grocery()}/et-si?faire=claim-map-listing`)
  expect(status).toBe(200)
  const text = textOf(html)
  expect(text).toContain('Passe de 9 à 32 sur 100.')
  expect(text).toMatch(/Être trouvé 9 sur 100 32 sur 100/)
  expect(text).toContain('15 minutes par semaine et 0 € par mois.')
  expect(text).toContain('Vous aviez dit 15 minutes par semaine et 0 € par mois. Cela tient.')
  expect(text).toContain('Points comparables à l’indice européen, sur 12')
  expect(html).not.toMatch(/NaN|undefined|\[object/)
})

test('over the time and the money declared, the page says by how much', async () => {
  const page = await app.visitor().get(`${await grocery()}/et-si?faire=claim-map-listing&faire=one-page-site`)
  expect(textOf(page.html)).toContain('C’est 20 minutes par semaine de plus. C’est 5 € par mois de plus.')
})

test('an action that waits for another is not counted, and one that is unknown or done is left out', async () => {
  const visitor = app.visitor()
  const path = await grocery()
  const waiting = await visitor.get(`${path}/et-si?faire=ask-for-reviews`)
  expect(textOf(waiting.html)).toContain('« Demander des avis et y répondre » n’est pas comptée')
  const nothing = await visitor.get(`${path}/et-si?faire=open-social-page&faire=%3Cscript%3E&faire=`)
  expect(nothing.html).toContain('Rien n’est coché, donc rien ne change')
  expect(nothing.html).not.toContain('<script>')
})

test('looking at what would change keeps nothing: the result and its answers stay', async () => {
  const visitor = app.visitor()
  const path = await grocery()
  const before = await visitor.get(`${path}/resultat`)
  await visitor.get(`${path}/et-si?faire=claim-map-listing`)
  expect((await visitor.get(`${path}/resultat`)).html).toBe(before.html)
})

test('every action that is not in the plan has its reason, with the answer or the budget that caused it', async () => {
  const visitor = app.visitor()
  const path = await grocery()
  const { status, html } = await visitor.get(`${path}/pourquoi-pas`)
  expect(status).toBe(200)
  const text = textOf(html)
  const result = await visitor.get(`${path}/resultat`)
  const plan = /<ol.*<\/ol>/s.exec(result.html)?.[0] ?? ''
  const planned = app.programme.actions.filter(({ title }) => textOf(plan).includes(spaced(title.fr)))
  expect(planned.length).toBeGreaterThan(0)
  const others = app.programme.actions.filter((action) => !planned.includes(action))
  const missing = others.filter(({ title }) => !html.includes(`<h3>${spaced(title.fr)}</h3>`))
  expect(missing.map(({ id }) => id)).toEqual([])
  expect(html.match(/<h3>/g)).toHaveLength(others.length)
  expect(text).toContain('À elle seule, elle demande 1 € par mois en moyenne. Vous aviez dit 0 € par mois.')
  expect(text).toContain('Vous avez répondu « Un seul » à « Sur combien de réseaux sociaux')
  expect(text).toContain('D’abord : « Prendre en main votre fiche sur la carte ».')
})

const spaced = (words: string) => words.replaceAll(/[\u00A0\u202F]/g, ' ')

test('without a result there is nothing to explore, and a wrong link says so', async () => {
  const visitor = app.visitor()
  const path = await grocery(false)
  for (const page of ['et-si', 'pourquoi-pas']) {
    expect((await visitor.get(`${path}/${page}`)).html).toContain('Votre résultat n’est pas encore fait')
    expect((await visitor.get(`/diagnostic/AAAAAAAAAAAAAAAAAAAAAA/${page}`)).status).toBe(404)
  }
})

test('a result with questions left says how precise it is, what is missing, and leads on', async () => {
  const path = await grocery()
  const { html } = await app.visitor().get(`${path}/resultat`)
  const text = textOf(html)
  expect(text).toMatch(/Première image, précise à \d+ points près/)
  expect(text).toContain('3 thèmes sur 5 ont un chiffre. Les autres attendent vos réponses.')
  expect(text).toContain('11 questions sont sans réponse')
  expect(html).toContain(`href="${path}/invoicing"`)
  expect(html).toContain(`href="${path}/fixed-line?retour=resultat"`)
})

test('when everything is answered and in place, nothing is missing and nothing is left to try', async () => {
  const rank = ({ level }: Option) => (typeof level === 'number' ? level : -1)
  const answers = Object.fromEntries(
    [...app.programme.profile, ...app.programme.questions].map(({ id, options }) => [
      id,
      options.toSorted((one, other) => rank(other) - rank(one))[0]?.id ?? '',
    ]),
  )
  const { token } = await aDiagnostic(database.db, { programme: app.programme, answers, isFinished: true })
  const { html } = await app.visitor().get(`/diagnostic/${token}/resultat`)
  expect(html).not.toContain('Affiner mon résultat')
  expect(html).not.toContain('Et si vous le faisiez')
  const tried = await app.visitor().get(`/diagnostic/${token}/et-si?faire=claim-map-listing`)
  expect(tried.html).toContain('Il n’y a pas d’action à essayer')
})

test('in English, the same pages', async () => {
  const visitor = app.visitor()
  const path = await grocery()
  const english = { 'accept-language': 'en' }
  const tried = await visitor.get(`${path}/et-si?faire=claim-map-listing`, english)
  expect(textOf(tried.html)).toContain('Goes from 9 to 32 out of 100.')
  const why = await visitor.get(`${path}/pourquoi-pas`, english)
  expect(textOf(why.html)).toContain('By itself it takes')
})

test('both pages are light enough for a slow phone', async () => {
  const path = await grocery()
  for (const page of ['et-si?faire=claim-map-listing', 'pourquoi-pas']) {
    const { html } = await app.visitor().get(`${path}/${page}`)
    expect(brotliCompressSync(html).length).toBeLessThan(7 * 1024)
  }
})
