import { expect, test } from 'vitest'
import { freshDatabase } from '../testing/database.ts'
import { transaction } from './db.ts'
import { countAttempt, forgetOldAttempts } from './rate-limit.ts'

const test1 = freshDatabase()
const limit = { name: 'knock', max: 3, seconds: 60 }
const noon = new Date('2026-11-23T12:00:30Z')
const knock = (who: string, now = noon) => transaction(test1.db, (tx) => countAttempt(tx, now, limit, who))

test('of ten visitors knocking at once from one address, three pass', async () => {
  const passed = await Promise.all(Array.from({ length: 10 }, () => knock('one')))
  expect(passed.filter(Boolean)).toHaveLength(3)
})

test('another address and the next minute start afresh', async () => {
  await Promise.all([knock('two'), knock('two'), knock('two')])
  expect(await knock('two')).toBe(false)
  expect(await knock('three')).toBe(true)
  expect(await knock('two', new Date('2026-11-23T12:01:00Z'))).toBe(true)
})

test('one line with a billion billion addresses of its own (IPv6) counts as one visitor', async () => {
  const line = ['2001:db8:0:1::1', '2001:db8:0:1:aaaa::', '2001:DB8::1:0:0:0:3', '2001:db8:0:1:f:f:f:f']
  expect(await Promise.all(line.map((address) => knock(address)))).toContain(false)
  expect(await knock('2001:db8:0:2::1')).toBe(true)
})

test('yesterday is forgotten', async () => {
  await knock('old', new Date('2026-11-20T12:00:00Z'))
  await transaction(test1.db, (tx) => forgetOldAttempts(tx, noon))
  const left = await test1.db
    .selectFrom('rateLimits')
    .select('bucket')
    .where('bucket', '=', 'knock:old')
    .execute()
  expect(left).toEqual([])
})
