import { beforeAll, expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { startAgain } from './start-again.ts'
import { findRun } from './store.ts'

const database = freshDatabase()
const app = anApp(database)

let bakery: { id: string }
beforeAll(async () => {
  bakery = await aBusiness(database.db, { name: 'AU PAIN DORE' })
})

const then = { sector: 'hospitality', customers: 'mixed', 'map-listing': 'no', website: 'no', backup: 'no' }

const finished = () =>
  aDiagnostic(database.db, {
    programme: app.programme,
    businessId: bakery.id,
    answers: then,
    isFinished: true,
  })

const again = (token: string) =>
  transaction(database.db, (tx) =>
    startAgain(tx, testNow, { programme: app.programme, token, language: 'fr', personId: null }),
  )

async function begunAgain(token: string) {
  const outcome = await again(token)
  if (outcome.kind !== 'started') throw new Error(outcome.kind)
  return outcome.token
}

test('a new run of the same shop begins empty: what was answered the last time is proposed, not copied', async () => {
  const before = await finished()
  const visitor = app.visitor()
  expect((await visitor.get(`/diagnostic/${before.token}/resultat`)).html).toContain('Refaire le point')
  const started = await visitor.post(`/diagnostic/${before.token}/refaire`)
  expect(started.status).toBe(303)
  const token = started.location.split('/')[2] ?? ''
  const run = await findRun(database.db, token)
  expect(run).toMatchObject({ businessId: bakery.id, previousId: before.id })
  expect(Object.values(run?.given ?? {}).every(({ source }) => source === 'prefilled')).toBe(true)
  expect((await visitor.get(`/diagnostic/${token}/customers`)).html).toContain('Comme la dernière fois')
  expect((await visitor.get(`/diagnostic/${token}/minutes`)).html).not.toContain('Comme la dernière fois')
})

test('what its owner had put right is asked again, not taken from the register', async () => {
  const token = await begunAgain((await finished()).token)
  const run = await findRun(database.db, token)
  expect(run?.given['sector']).toBeUndefined()
  expect(run?.given['size']?.source).toBe('prefilled')
})

test('one tap keeps the answer of the last time, and the proposal goes away', async () => {
  const token = await begunAgain((await finished()).token)
  const visitor = app.visitor()
  const kept = await visitor.post(`/diagnostic/${token}/customers`, { option: 'mixed' })
  expect(kept.status).toBe(303)
  expect((await findRun(database.db, token))?.given['customers']).toEqual({
    option: 'mixed',
    source: 'answered',
  })
  expect((await visitor.get(`/diagnostic/${token}/customers`)).html).not.toContain('Comme la dernière fois')
})

test('of ten clicks on "take stock again" comes one run', async () => {
  const { token } = await finished()
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => again(token)))
  expect(outcomes.filter(({ kind }) => kind === 'started')).toHaveLength(1)
  const tokens = outcomes.map((outcome) => ('token' in outcome ? outcome.token : outcome.kind))
  expect(new Set(tokens).size).toBe(1)
})

test('a run that is not finished goes on instead, and an unknown link is a page that helps', async () => {
  const open = await aDiagnostic(database.db, { programme: app.programme })
  const refused = await app.visitor().post(`/diagnostic/${open.token}/refaire`)
  expect(refused.location).toBe(`/diagnostic/${open.token}`)
  expect((await app.visitor().post('/diagnostic/AAAAAAAAAAAAAAAAAAAAAA/refaire')).status).toBe(404)
})

test('the second result stands beside the first: what moved, what did not, and what cannot be said', async () => {
  const token = await begunAgain((await finished()).token)
  const visitor = app.visitor()
  for (const [question, option] of Object.entries({ ...then, 'map-listing': 'yes', backup: 'yes' }))
    await visitor.post(`/diagnostic/${token}/${question}`, { option })
  await visitor.post(`/diagnostic/${token}/terminer`)
  const { html } = await visitor.get(`/diagnostic/${token}/resultat`)
  expect(html).toContain('Depuis la dernière fois')
  expect(html).not.toContain('Les questions ont changé')
  expect(html).not.toMatch(/NaN|undefined|\[object/)
})
