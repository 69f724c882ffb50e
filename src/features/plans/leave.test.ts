import { expect, test } from 'vitest'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { anApp } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'

const database = freshDatabase()
const app = anApp(database)

const finished = () =>
  aDiagnostic(database.db, { programme: app.programme, answers: { website: 'no' }, isFinished: true })

test('who leaves a shared device is signed out, leaves nothing there, and reads the link one last time', async () => {
  const { token } = await finished()
  const visitor = await app.signedInAs(null, 'shared@example.org')
  await visitor.post('/langue', { language: 'fr', return: '/' })
  expect((await visitor.get('/mon-espace')).status).toBe(200)
  const left = await visitor.post(`/diagnostic/${token}/quitter`)
  expect(left.status).toBe(200)
  expect(left.headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
  expect(left.headers['cache-control']).toBe('private, no-store')
  expect(left.html).toContain(`http://localhost:3000/diagnostic/${token}</b>`)
  expect(left.html.split(token)).toHaveLength(2)
  expect(left.html).not.toContain('Mon espace')
  expect(visitor.cookie().replaceAll(/[\w.-]+=(; |$)/g, '')).toBe('')
  expect((await visitor.get('/mon-espace')).location).toContain('/connexion')
  expect(await database.db.selectFrom('signIns').select('id').execute()).toEqual([])
  expect((await visitor.get(`/diagnostic/${token}/quitter`)).location).toBe('/')
})

test('no page under a private link is kept by a browser or a cache', async () => {
  const { token } = await finished()
  for (const path of ['', '/resultat', '/reponses', '/website', '/envoyer', '/mon-plan.pdf']) {
    const { headers } = await app.visitor().get(`/diagnostic/${token}${path}`)
    expect(headers['cache-control'], path).toBe('private, no-store')
  }
})

test('an unknown link ends nothing', async () => {
  const visitor = await app.signedInAs(null, 'stays@example.org')
  expect((await visitor.post('/diagnostic/AAAAAAAAAAAAAAAAAAAAAA/quitter')).status).toBe(404)
  expect((await visitor.get('/mon-espace')).status).toBe(200)
})
