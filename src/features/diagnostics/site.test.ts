import { beforeAll, expect, test } from 'vitest'
import { aBusiness } from '../../testing/a-business.ts'
import { anApp, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { findRun } from './store.ts'

const database = freshDatabase()
const app = anApp(database)

let bakery: { id: string; siret: string }
beforeAll(async () => {
  bakery = await aBusiness(database.db, {
    name: 'AU PAIN DORE',
    sign: 'Le Fournil du Quai',
    street: '3 RUE DU PORT',
  })
  await aBusiness(database.db, { name: 'BRODERIE DISCRETE', sign: 'Broderie Discrète', diffusion: 'P' })
})

/** Begins without a business; gives the token and the address of the first page. */
async function begin(visitor: Visitor, fields: Record<string, string> = {}) {
  const { status, location } = await visitor.post('/diagnostic', fields)
  expect(status).toBe(303)
  return { token: location.split('/')[2] ?? '', first: location }
}

const answers = async (token: string) => (await findRun(database.db, token))?.given ?? {}

test('the start page says how long it takes and goes on without a business', async () => {
  const visitor = app.visitor()
  const page = await visitor.get('/diagnostic')
  expect(page.status).toBe(200)
  expect(page.html).toContain('29 questions, 5 minutes')
  const { first } = await begin(visitor)
  expect(first).toMatch(/^\/diagnostic\/[\w-]{22}\/sector$/)
})

test('an owner finds the shop by its name, and the register answers two questions', async () => {
  const visitor = app.visitor()
  const page = await visitor.get('/diagnostic?q=fournil%20quai&ville=saint-malo')
  expect(page.html).toContain('Le Fournil du Quai')
  expect(page.html).toContain(`value="${bakery.id}"`)
  const { token, first } = await begin(visitor, { commerce: bakery.id })
  expect(first).toMatch(/\/customers$/)
  expect(await answers(token)).toEqual({
    sector: { option: 'commerce', source: 'prefilled' },
    size: { option: 'from-1-to-9', source: 'prefilled' },
  })
  expect((await findRun(database.db, token))?.businessId).toBe(bakery.id)
})

test('an owner finds the shop by its SIRET, typed with spaces', async () => {
  const siret = bakery.siret.replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, '$1 $2 $3 $4')
  const page = await app.visitor().get(`/diagnostic?q=${encodeURIComponent(siret)}`)
  expect(page.html).toContain('Le Fournil du Quai')
})

test('a shop that is not found, or asked not to be shown, leaves the way open', async () => {
  for (const words of ['xylophoniste', 'broderie discrete']) {
    const page = await app.visitor().get(`/diagnostic?q=${encodeURIComponent(words)}`)
    expect(page.status).toBe(200)
    expect(page.html).toContain('Aucun commerce trouvé')
    expect(page.html).toContain('Continuer sans le dire')
    expect(page.html).not.toContain('Broderie Discrète')
  }
})

test('two letters are too few to look for, and the page says so', async () => {
  const page = await app.visitor().get('/diagnostic?q=au')
  expect(page.html).toContain('au moins trois lettres')
  expect(page.html).toContain('value="au"')
})

test('a business that does not exist starts nothing', async () => {
  for (const commerce of ['00000000-0000-4000-8000-000000000000', 'not-an-id']) {
    const page = await app.visitor().post('/diagnostic', { commerce })
    expect(page.status).toBe(422)
    expect(page.html).toContain('n’est plus dans le registre')
  }
})

test('one tap answers and shows the next question', async () => {
  const visitor = app.visitor()
  const { token, first } = await begin(visitor)
  const { status, location } = await visitor.post(first, { option: 'hospitality' })
  expect([status, location]).toEqual([303, `/diagnostic/${token}/size`])
  const page = await visitor.get(location)
  expect(page.html).toContain('Combien de salariés avez-vous')
  expect(page.html).toContain('Question 2 sur')
  expect(page.html).toContain(`href="/diagnostic/${token}/sector"`)
  expect(page.html).toContain(`href="/diagnostic/${token}/customers"`)
  expect(page.html).toContain('content="noindex"')
})

test('going back shows the answer given, and it can be changed', async () => {
  const visitor = app.visitor()
  const { token, first } = await begin(visitor)
  await visitor.post(first, { option: 'hospitality' })
  expect((await visitor.get(first)).html).toMatch(/hospitality(?:(?!<\/button>).)*Votre réponse/)
  await visitor.post(first, { option: 'commerce' })
  expect((await answers(token))['sector']?.option).toBe('commerce')
})

test('an answer of another question is refused in a sentence, with the question again', async () => {
  const visitor = app.visitor()
  const { token, first } = await begin(visitor)
  for (const option of ['minutes-15', '']) {
    const page = await visitor.post(first, { option })
    expect(page.status).toBe(422)
    expect(page.html).toContain('role="alert"')
    expect(page.html).toContain('Quelle est votre activité')
  }
  expect(await answers(token)).toEqual({})
})

test('an unknown link or question is a page that helps', async () => {
  const visitor = app.visitor()
  const { token } = await begin(visitor)
  const nobody = '/diagnostic/AAAAAAAAAAAAAAAAAAAAAA'
  for (const path of [nobody, `${nobody}/sector`, `${nobody}/reponses`, `${nobody}/resultat`]) {
    const page = await visitor.get(path)
    expect(page.status).toBe(404)
    expect(page.html).toContain('Ce lien ne mène à aucun diagnostic')
  }
  expect((await visitor.post(`${nobody}/sector`, { option: 'commerce' })).status).toBe(404)
  const page = await visitor.get(`/diagnostic/${token}/couleur`)
  expect(page.status).toBe(404)
  expect(page.html).toContain('Cette question n’existe pas')
  expect((await visitor.post(`/diagnostic/${token}/couleur`, { option: 'oui' })).status).toBe(404)
})

test('in two tabs, the last answer counts and both go on', async () => {
  const visitor = app.visitor()
  const { token, first } = await begin(visitor)
  const tabs = [
    await visitor.post(first, { option: 'hospitality' }),
    await visitor.post(first, { option: 'transport' }),
  ]
  expect(tabs.map(({ location }) => location)).toEqual(Array(2).fill(`/diagnostic/${token}/size`))
  expect((await answers(token))['sector']?.option).toBe('transport')
})

test('who comes back by the link goes on at the first question without an answer', async () => {
  const visitor = app.visitor()
  const { token, first } = await begin(visitor)
  await visitor.post(first, { option: 'hospitality' })
  await visitor.post(`/diagnostic/${token}/customers`, { option: 'mixed' })
  const elsewhere = await app.visitor().get(`/diagnostic/${token}`)
  expect([elsewhere.status, elsewhere.location]).toEqual([303, `/diagnostic/${token}/size`])
})

test('a question that makes no sense after an answer is not asked', async () => {
  const visitor = app.visitor()
  const { token } = await begin(visitor)
  const ordered = await visitor.post(`/diagnostic/${token}/online-share`, { option: 'none' })
  expect(ordered.location).toBe(`/diagnostic/${token}/booking-delivery`)
  const more = await visitor.post(`/diagnostic/${token}/online-share`, { option: 'over-10' })
  expect(more.location).toBe(`/diagnostic/${token}/consumer-share`)
})

test('a whole run, without ever skipping, ends at the list of answers', async () => {
  const visitor = app.visitor()
  const { token, first } = await begin(visitor)
  let path = first
  for (let taps = 0; !path.endsWith('/reponses'); taps += 1) {
    expect(taps).toBeLessThan(40)
    const { html } = await visitor.get(path)
    const options = [...html.matchAll(/name="option" value="([^"]+)"/g)].map(([, option]) => option ?? '')
    path = (await visitor.post(path, { option: options[0] ?? '' })).location
  }
  const page = await visitor.get(path)
  expect(page.html).toContain('Vous avez répondu à tout')
  expect(page.html).toContain(`action="/diagnostic/${token}/terminer"`)
})

test('the list shows every answer with its way to change it, and comes back there', async () => {
  const visitor = app.visitor()
  const { token } = await begin(visitor, { commerce: bakery.id })
  const list = await visitor.get(`/diagnostic/${token}/reponses`)
  expect(list.html).toContain('trouvé dans le registre')
  expect(list.html).toContain('questions sans réponse')
  const change = `/diagnostic/${token}/sector?retour=reponses`
  expect(list.html).toContain(`href="${change}"`)
  const question = await visitor.get(change)
  expect(question.html).toContain('vient du registre')
  expect(question.html).toContain(`action="${change}"`)
  expect((await visitor.post(change, { option: 'hospitality' })).location).toBe(
    `/diagnostic/${token}/reponses`,
  )
  expect((await answers(token))['sector']).toEqual({ option: 'hospitality', source: 'answered' })
})

test('an address to come back to that is not ours is ignored', async () => {
  const visitor = app.visitor()
  const { token } = await begin(visitor)
  const answered = await visitor.post(`/diagnostic/${token}/sector?retour=https://ailleurs.example`, {
    option: 'commerce',
  })
  expect(answered.location).toBe(`/diagnostic/${token}/size`)
})

test('another site cannot answer in the place of the owner', async () => {
  const visitor = app.visitor()
  const { token, first } = await begin(visitor)
  const forged = await visitor.post(first, { option: 'commerce' }, { 'sec-fetch-site': 'cross-site' })
  expect(forged.status).toBe(403)
  expect(await answers(token)).toEqual({})
})

test('from eight answers about the tools on, the question offers a first picture, and the result leads back', async () => {
  const visitor = app.visitor()
  const { token } = await begin(visitor)
  const early = ['map-listing', 'website', 'social', 'domain-email', 'reviews', 'promotion', 'distance-order']
  for (const question of early)
    await visitor.post(`/diagnostic/${token}/${question}`, { option: 'dont-know' })
  const seven = await visitor.get(`/diagnostic/${token}/online-payment`)
  expect(seven.html).not.toContain('Voir une première image')
  const eighth = await visitor.post(`/diagnostic/${token}/online-payment`, { option: 'no' })
  const page = await visitor.get(eighth.location)
  expect(page.html).toContain('8 réponses données')
  expect(page.html).toMatch(
    new RegExp(`action="/diagnostic/${token}/terminer".*Voir une première image`, 's'),
  )
  const seen = await visitor.post(`/diagnostic/${token}/terminer`)
  const result = await visitor.get(seen.location)
  expect(result.html).toContain('Première image')
  expect(result.html).toContain('Affiner mon résultat')
})

test('in English, the same pages', async () => {
  const visitor = app.visitor()
  const { first } = await begin(visitor)
  const page = await visitor.get(first, { 'accept-language': 'en' })
  expect(page.html).toContain('<html lang="en"')
  expect(page.html).toContain('Skip this question')
})

test('a search for nothing says what to write; what is found comes before the form', async () => {
  const visitor = app.visitor()
  expect((await visitor.get('/diagnostic?q=&ville=')).html).toContain('Écrivez au moins trois lettres du nom')
  await aBusiness(database.db, { name: 'LA MIE DU PORT', sign: null })
  const { html } = await visitor.get('/diagnostic?q=mie+du+port')
  expect(html.indexOf('LA MIE DU PORT')).toBeGreaterThan(0)
  expect(html.indexOf('LA MIE DU PORT')).toBeLessThan(html.indexOf('name="q"'))
})
