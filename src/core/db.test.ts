import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../testing/database.ts'
import { newId } from './clock.ts'
import {
  ask,
  connect,
  isDatabaseAway,
  isDatabaseBusy,
  plannedAlone,
  transaction,
  violatedConstraint,
  type Tx,
} from './db.ts'
import { enqueue } from './queue.ts'
import { sendMail } from './mail.ts'

const database = freshDatabase()
const at = new Date('2026-11-23T09:00:00Z')
const keep = (tx: Tx, email: string) =>
  tx.insertInto('people').values({ email, createdAt: at, updatedAt: at }).execute()

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

test('what fails half-way leaves nothing behind', async () => {
  const half = transaction(database.db, async (tx) => {
    await keep(tx, 'half@example.org')
    throw new Error('half-way')
  })
  await expect(half).rejects.toThrow('half-way')
  const rows = await database.db
    .selectFrom('people')
    .where('email', '=', 'half@example.org')
    .select('id')
    .execute()
  expect(rows).toEqual([])
})

test('the rule that refused a write has a name; another error has none', async () => {
  const loud = await failure(transaction(database.db, (tx) => keep(tx, 'LOUD@example.org')))
  expect(violatedConstraint(loud)).toBe('email_is_lower_case')
  expect(violatedConstraint(new Error('something else'))).toBeNull()
})

test('work cannot be promised from a transaction without a queue', async () => {
  const db = connect({ url: database.url, pool: 1 })
  const promise = (tx: Tx) => enqueue(tx, sendMail, { mailId: newId() })
  await expect(transaction(db, promise)).rejects.toThrow('no queue is attached')
  await expect(database.db.transaction().execute(promise)).rejects.toThrow('not opened by transaction()')
  await db.destroy()
})

test.each([
  ['nobody listens there', 'postgres://nobody@127.0.0.1:1/nowhere'],
  ['its name is not known for the moment', 'postgres://nobody@database.invalid:5432/nowhere'],
])('a database is away when %s', async (_name, url) => {
  const db = connect({ url })
  const error = await failure(db.selectFrom('people').select('id').execute())
  expect(isDatabaseAway(error)).toBe(true)
  // Libraries wrap what they could not do.
  expect(isDatabaseAway(new Error('no session', { cause: error }))).toBe(true)
  await db.destroy()
})

test('a lock that somebody else keeps means that the database is busy, not away', async () => {
  await transaction(database.db, async (tx) => {
    await keep(tx, 'kept@example.org')
    const waiting = transaction(database.db, async (other) => {
      await sql`set local lock_timeout = '50ms'`.execute(other)
      await keep(other, 'kept@example.org')
    })
    const error = await failure(waiting)
    expect([isDatabaseBusy(error), isDatabaseAway(error)]).toEqual([true, false])
  })
})

test('a file that is missing does not mean that the database is away', async () => {
  expect(isDatabaseAway(await failure(readFile('/nowhere/at-all')))).toBe(false)
})

test('a question that is wrong does not mean that the database is away', async () => {
  const wrong = database.db.selectFrom('people').select('id').where('id', '=', 'not-an-id').execute()
  expect(isDatabaseAway(await failure(wrong))).toBe(false)
})

test('a statement is planned once a connection, but for one that is built for its own question', async () => {
  const db = connect({ url: database.url, pool: 1 })
  const named = sql<{ one: number }>`select ${1}::int as one, 'kept' as kept`
  const alone = sql<{ one: number }>`select ${1}::int as one ${sql.raw(plannedAlone)}`
  for (const question of [named, named, alone, alone]) await ask(db, question)
  const prepared = await ask(
    db,
    sql<{
      statement: string
    }>`select statement from pg_prepared_statements where name <> '' and statement like 'select $1::int as one%'`,
  )
  expect(prepared.map(({ statement }) => statement)).toEqual([`select $1::int as one, 'kept' as kept`])
  await db.destroy()
})
