import { beforeAll, expect, test } from 'vitest'
import { createAuth, type Auth } from '../../core/auth.ts'
import { aProgramme } from '../../testing/a-programme.ts'
import { freshDatabase, testLog } from '../../testing/database.ts'
import { sendCode } from './send-code.ts'
import { signIn } from './sign-in.ts'

const database = freshDatabase()
const now = new Date('2026-11-23T09:00:00Z')
const programme = aProgramme()
const publicUrl = 'http://localhost:3000'
const secret = 'a secret of at least thirty-two characters'
let auth: Auth

beforeAll(() => {
  auth = createAuth({ db: database.db, log: testLog, secret, publicUrl })
})

const ask = async (email: string, address: string) =>
  (await sendCode(database.db, now, { auth, programme, request: { email, address, language: 'fr' } })).kind
const enter = async (email: string, address: string) =>
  (await signIn(database.db, now, { auth, request: { email, code: '000000', address, language: 'fr' } })).kind

test('a machine that asks for codes without end cannot use up those of other mailboxes', async () => {
  const kinds: string[] = []
  for (let asked = 0; asked < 31; asked += 1) kinds.push(await ask(`list${asked}@example.org`, 'machine'))
  expect(kinds.slice(0, 30)).toEqual(Array(30).fill('sent'))
  for (let asked = 0; asked < 5; asked += 1) expect(await ask('rose@example.org', 'machine')).toBe('too-many')
  expect(await ask('rose@example.org', 'the shop')).toBe('sent')
})

test('a town hall that tries too often is asked to wait, not to ask for new codes', async () => {
  for (let tries = 0; tries < 60; tries += 1)
    expect(await enter(`clerk${tries}@example.org`, 'town hall')).toBe('wrong-code')
  expect(await enter('clerk@example.org', 'town hall')).toBe('too-many')
  expect(await enter('clerk@example.org', 'elsewhere')).toBe('wrong-code')
})

test('a mailbox is tried sixty times a day at most, from wherever', async () => {
  const kinds: string[] = []
  for (let tries = 0; tries < 61; tries += 1) kinds.push(await enter('target@example.org', `line ${tries}`))
  expect(kinds.slice(0, 60)).toEqual(Array(60).fill('wrong-code'))
  expect(kinds[60]).toBe('too-many')
})
