import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { transaction } from '../../core/db.ts'
import type { Server } from '../../core/http.ts'
import { aDiagnostic, someAnswers } from '../../testing/a-diagnostic.ts'
import { anApp } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { isClosed } from '../programmes/programme.ts'
import { startDiagnostic } from './start-diagnostic.ts'
import { findRun } from './store.ts'

const database = freshDatabase()
const app = anApp(database)
let closed: Server
beforeAll(async () => {
  const programme = { ...app.programme, endsOn: '2026-11-22' }
  closed = await createApp({ services: app.services, programme, assetsFolder: 'dist/none' })
  return () => closed.close()
})

const headers = { host: 'localhost:3000', 'sec-fetch-site': 'same-origin' }
const post = async (url: string, payload: object | string = '') => {
  const type = typeof payload === 'string' ? 'application/x-www-form-urlencoded' : 'application/json'
  return closed.inject({ method: 'POST', url, payload, headers: { ...headers, 'content-type': type } })
}

test('a programme is open on its last day, until midnight in Paris', () => {
  const last = { endsOn: '2026-11-22' }
  expect(isClosed(last, new Date('2026-11-22T22:59:59Z'))).toBe(false)
  expect(isClosed(last, new Date('2026-11-22T23:00:00Z'))).toBe(true)
  expect(isClosed({}, new Date('2099-01-01T00:00:00Z'))).toBe(false)
})

test('after the last day nothing begins, and the page says until when answers were taken', async () => {
  for (const reply of [await closed.inject({ url: '/diagnostic', headers }), await post('/diagnostic')]) {
    expect(reply.statusCode).toBe(410)
    expect(reply.body).toContain('Ce programme est terminé')
    expect(reply.body).toContain('dimanche 22')
  }
})

test('an answer given after the last day is refused; nothing given before is lost, and the result can be made', async () => {
  const { token } = await aDiagnostic(database.db, { programme: app.programme, answers: someAnswers })
  const late = await post(`/diagnostic/${token}/backup`, 'option=no')
  expect(late.statusCode).toBe(410)
  expect(late.body).toContain(`/diagnostic/${token}/resultat`)
  const key = '00000000-0000-4000-8000-000000000001'
  const waiting = { answers: [{ key, question: 'backup', option: 'no' }] }
  expect((await post(`/diagnostic/${token}/hors-ligne`, waiting)).statusCode).toBe(410)
  expect(Object.keys((await findRun(database.db, token))?.given ?? {}).toSorted()).toEqual(
    Object.keys(someAnswers).toSorted(),
  )
  expect((await post(`/diagnostic/${token}/terminer`)).statusCode).toBe(303)
  expect((await closed.inject({ url: `/diagnostic/${token}/resultat`, headers })).statusCode).toBe(200)
  expect((await post(`/diagnostic/${token}/refaire`)).statusCode).toBe(410)
})

test('paper comes late: staff may still enter what an owner had written', async () => {
  const { id } = await database.db
    .insertInto('people')
    .values({
      email: 'late@example.org',
      name: 'Late',
      language: 'fr',
      createdAt: new Date('2026-11-23T09:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const programme = { ...app.programme, endsOn: '2026-11-22' }
  const start = { programme, businessId: null, personId: null, language: 'fr' } as const
  const now = new Date('2026-11-23T09:00:00Z')
  const begin = (entry?: { channel: 'paper'; enteredBy: string }) =>
    transaction(database.db, (tx) => startDiagnostic(tx, now, { ...start, ...(entry && { entry }) }))
  expect((await begin()).kind).toBe('closed')
  expect((await begin({ channel: 'paper', enteredBy: id })).kind).toBe('started')
})
