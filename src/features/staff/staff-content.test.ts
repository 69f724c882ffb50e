import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { edit, folderCopies } from '../../testing/a-folder.ts'
import { anApp, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'

const database = freshDatabase()
const app = anApp(database)
const aCopy = folderCopies()

/** As people read it: no tags, plain spaces. */
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00A0\u202F]+/g, ' ')

let operator: Visitor
beforeAll(async () => {
  operator = await app.signedInAs('operator')
})

/** The page of a site that runs with the real content, while its folder holds something else. */
async function pageOf(folder: string, language = 'fr') {
  const services = { ...app.services, config: { ...app.services.config, programme: folder } }
  const server = await createApp({ services, programme: app.programme, assetsFolder: 'dist/none' })
  const reply = await server.inject({
    url: '/equipe/contenu',
    headers: { cookie: operator.cookie(), host: 'localhost:3000', 'accept-language': language },
  })
  await server.close()
  return { status: reply.statusCode, html: reply.body, words: wordsOf(reply.body) }
}

describe('the content before it goes online', () => {
  test('is found from the indicators, by operators alone', async () => {
    expect((await operator.get('/equipe')).html).toContain('href="/equipe/contenu"')
    const adviser = await app.signedInAs('adviser')
    expect((await adviser.get('/equipe')).html).not.toContain('/equipe/contenu')
    expect((await adviser.get('/equipe/contenu')).status).toBe(403)
  })

  test('says when nothing waits to be published', async () => {
    const words = wordsOf((await operator.get('/equipe/contenu')).html)
    expect(words).toContain('aucun changement n’attend')
    expect(words).toContain('Rien à reprendre')
    expect(words).toContain('Aucun des 11 commerces inventés ne change de résultat.')
  })

  test('shows what to improve and what changes for shops, in words and drawn', async () => {
    const copy = await aCopy()
    await edit(copy, 'questions/backup.yaml', 'weight: 1', 'weight: 3')
    await edit(copy, 'actions/claim-map-listing.yaml', 'setupMinutes: 60', 'setupMinutes: 300')
    await edit(copy, 'trainings/M20-facture-electronique.yaml', '2027-03-31', '2026-11-01')
    const { status, html, words } = await pageOf(copy)
    expect(status).toBe(200)
    expect(words).toContain('Les commerçants ne voient pas encore ce changement.')
    expect(words).toContain('la version est restée 1.0.0')
    expect(words).toMatch(
      /trainings\/M20-facture-electronique\.yaml, ligne \d+ à relire depuis le 2026-11-01/,
    )
    expect(words).toMatch(/gagnée Suivre trois chiffres .*perdue Prendre en main votre fiche/)
    expect(words).toMatch(/Coiffeuse avec deux salariées .*Protéger En ligne .*Dossier/)
    expect(html).toContain('class="axis-bar unknown"')
    expect(html.match(/id="axis-stripes"/g)).toHaveLength(1)
  })

  test('says why a site would not start with it, with file and line', async () => {
    const copy = await aCopy()
    await edit(copy, 'questions/website.yaml', 'axis: found', 'axis: lost')
    const { status, words } = await pageOf(copy)
    expect(status).toBe(200)
    expect(words).toContain('Le site ne démarrerait pas avec ce dossier.')
    expect(words).toMatch(/questions\/website\.yaml, ligne \d+ axis/)
    expect(words).not.toContain('commerces inventés')
  })

  test('is told in English too', async () => {
    const copy = await aCopy()
    await edit(copy, 'questions/backup.yaml', 'weight: 1', 'weight: 3')
    const { words } = await pageOf(copy, 'en')
    expect(words).toContain('Owners do not see this change yet.')
    expect(words).toContain('Hairdresser with two employees')
  })
})
