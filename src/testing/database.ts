/** A database of its own for each test file: a copy of the migrated template, thrown away at the end. */
import { Client } from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { newId } from '../core/clock.ts'
import { connect, type Db } from '../core/db.ts'
import { createLog, type Log } from '../core/log.ts'
import { attachQueue, startQueue, type Queue } from '../core/queue.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
    template: string
  }
}

export type TestDatabase = { db: Db; url: string; queue: Queue; log: Log }

/** Quiet but for what must not happen: an error in the log fails the test by `src/testing/setup.ts`. */
export const testLog: Log = createLog({ logLevel: 'fatal', logFormat: 'json' })

/** Call it at the top of a test file; the fields are there from the first test on. */
export function freshDatabase(): TestDatabase {
  const test = {} as TestDatabase
  const name = `test_${newId().replaceAll('-', '')}`
  beforeAll(async () => {
    const server = inject('databaseUrl')
    await command(server, `create database ${name} template ${inject('template')}`)
    test.url = withDatabase(server, name)
    test.log = testLog
    test.db = connect({ url: test.url, pool: 20 })
    test.queue = await startQueue({ databaseUrl: test.url, log: testLog, role: 'sender' })
    attachQueue(test.db, test.queue)
  })
  afterAll(async () => {
    await test.queue?.stop()
    await test.db?.destroy()
    await command(inject('databaseUrl'), `drop database if exists ${name} with (force)`)
  })
  return test
}

export function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.toString()
}

/** One statement on a connection of its own, such as creating a database. */
export async function command(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
