import { expect, test } from 'vitest'
import { createApp } from './app.ts'
import { createLog } from './core/log.ts'
import { anApp } from './testing/app.ts'
import { freshDatabase } from './testing/database.ts'

const database = freshDatabase()
const app = anApp(database)

/** The whole application, with one page that breaks. */
async function breakingApp() {
  const log = createLog({ logLevel: 'silent', logFormat: 'json' })
  const services = { ...app.services, log }
  const server = await createApp({ services, programme: app.programme, assetsFolder: 'dist/none' })
  server.get('/casse/:token', () => Promise.reject(new Error('a detail for us alone')))
  return server
}

test.each([
  ['fr', 'Quelque chose n’a pas marché chez nous', 'Ce n’est pas votre faute.'],
  ['en', 'Something went wrong on our side', 'It is not your fault.'],
])(
  'when a page breaks the visitor reads so in %s, with a number to quote and no detail',
  async (language, ...words) => {
    const server = await breakingApp()
    const reply = await server.inject({
      url: '/casse/secret-token',
      headers: { 'accept-language': language },
    })
    expect(reply.statusCode).toBe(500)
    for (const sentence of [...words, `<html lang="${language}">`, '<h1>', 'href="/"', 'noindex'])
      expect(reply.body).toContain(sentence)
    expect(reply.body).toMatch(/<strong class="figures">[0-9a-f]{8}<\/strong>/)
    expect(reply.body).not.toContain('a detail for us alone')
    expect(reply.body).not.toContain('og:url')
    await server.close()
  },
)

test('each page gives each id once, and nothing that the security policy refuses', async () => {
  const visitor = app.visitor()
  const started = await visitor.post('/diagnostic')
  const run = started.location.split('/').slice(0, 3).join('/')
  await visitor.post(`${run}/terminer`)
  const own = [started.location, `${run}/reponses`, `${run}/resultat`]
  for (const path of ['/', '/diagnostic', '/formations', '/methode', '/partenaires', '/connexion', ...own]) {
    const { status, html } = await visitor.get(path)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect([path, status, ids.filter((id, place) => ids.indexOf(id) !== place)]).toEqual([path, 200, []])
    expect(html).not.toMatch(/ style=| on[a-z]+="|<script|<style/)
  }
})
