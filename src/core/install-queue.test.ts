import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { command, withDatabase } from '../testing/database.ts'
import { everyJob } from '../jobs.ts'
import { newId } from './clock.ts'
import { ask, connect, type Db } from './db.ts'
import { installQueue } from './queue.ts'
import { sql } from 'kysely'

const name = `test_${newId().replaceAll('-', '')}`
let url: string
let db: Db

beforeAll(async () => {
  await command(inject('databaseUrl'), `create database ${name}`)
  url = withDatabase(inject('databaseUrl'), name)
  db = connect({ url })
})
afterAll(async () => {
  await db?.destroy()
  await command(inject('databaseUrl'), `drop database if exists ${name} with (force)`)
})

test('two machines that install the same database at once both succeed, with one queue a job', async () => {
  await Promise.all([installQueue(url, everyJob), installQueue(url, everyJob)])
  await installQueue(url, everyJob)
  const queues = await ask<{ name: string }>(db, sql`select name from pgboss.queue`)
  expect(queues).toHaveLength(everyJob.length)
  expect(new Set(queues.map((queue) => queue.name))).toEqual(new Set(everyJob.map((job) => job.name)))
})
