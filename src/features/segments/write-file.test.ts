import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../testing/database.ts'
import { everywhere } from '../businesses/reach-store.ts'
import { anyBusiness } from './rule.ts'
import { writeFile } from './write-file.ts'

const database = freshDatabase()
const rows = 30_000

beforeAll(async () => {
  await sql`insert into businesses (siret, name, department_code, source, imported_at)
    select lpad(number::text, 14, '0'), 'BOUTIQUE ' || number, '57', 'test', now()
    from generate_series(1, ${rows}::int) number`.execute(database.db)
})

test('a file of thirty thousand lines is written a thousand at a time, and keeps none of them in memory', async () => {
  const wanted = {
    reach: everywhere,
    rule: anyBusiness,
    order: 'siret',
    language: 'fr',
    withContacts: true,
  } as const
  let [lines, longest, heap] = [0, 0, 0]
  for await (const part of writeFile(database.db, wanted)) {
    lines += part.split('\r\n').length - 1
    longest = Math.max(longest, part.length)
    if (lines === 5001) heap = settledHeap()
  }
  expect(lines).toBe(rows + 1)
  expect(longest).toBeLessThan(200_000)
  expect(settledHeap() - heap).toBeLessThan(20_000_000)
})

/** Bytes of what is still needed. */
function settledHeap(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return process.memoryUsage().heapUsed
}

test('who stops half-way leaves nothing behind', async () => {
  const wanted = {
    reach: everywhere,
    rule: anyBusiness,
    order: 'name',
    language: 'fr',
    withContacts: false,
  } as const
  for await (const part of writeFile(database.db, wanted)) if (part.length > 1000) break
  expect(await sql`select 1`.execute(database.db)).toBeTruthy()
})
