import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { aSentMailing, contacts, theMailing } from '../../testing/a-mailing.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { buildDueMailing } from './build-due.ts'
import { noteBounce } from './note-bounce.ts'
import type { ReadBounce } from './read-bounce.ts'

const database = freshDatabase()
anApp(database, () => testNow)

beforeEach(async () => {
  for (const table of ['suppressions', 'recipients', 'mailings', 'diagnostics'] as const)
    await database.db.deleteFrom(table).execute()
})

/** A mailing of which all has left. */
async function aMailingTo(count: number): Promise<{ id: string; recipients: string[] }> {
  const { db } = database
  await contacts(db, count)
  const id = await aSentMailing(db, testNow)
  await transaction(db, (tx) => buildDueMailing(tx, testNow))
  const sent = { state: 'sent', endedAt: testNow }
  const rows = await db.updateTable('recipients').set(sent).returning('id').execute()
  return { id, recipients: rows.map((row) => row.id) }
}

const note = (recipientId: string | null, bounce: ReadBounce['bounce']) =>
  transaction(database.db, (tx) =>
    noteBounce(tx, testNow, { recipientId, bounce, status: null, words: 'as the server said' }),
  )
const reasons = async () =>
  (await database.db.selectFrom('suppressions').select('reason').orderBy('reason').execute()).map(
    ({ reason }) => reason,
  )

test('a mailbox that is gone is left alone at once, a full one is not; twice the same counts once', async () => {
  const { recipients } = await aMailingTo(2)
  const [gone = '', full = ''] = recipients
  const twice = await Promise.all([note(gone, 'hard'), note(gone, 'hard')])
  expect(twice.map(({ kind }) => kind).sort()).toEqual(['known', 'noted'])
  expect((await note(full, 'soft')).kind).toBe('noted')
  expect(await reasons()).toEqual(['hard-bounce'])
})

test('one complaint is for ever, whatever came before', async () => {
  const { recipients } = await aMailingTo(1)
  const [one = ''] = recipients
  await note(one, 'soft')
  await note(one, 'complaint')
  expect((await note(one, 'hard')).kind).toBe('known')
  expect(await reasons()).toEqual(['complaint'])
})

test('what belongs to nobody changes nothing', async () => {
  await aMailingTo(1)
  expect((await note(null, 'hard')).kind).toBe('nobodys')
  expect((await note(newId(), 'complaint')).kind).toBe('nobodys')
  expect(await reasons()).toEqual([])
})

test('the second complaint in a thousand pauses the mailing', async () => {
  const { id, recipients } = await aMailingTo(3)
  const [one = '', other = ''] = recipients
  await note(one, 'complaint')
  expect((await theMailing(database.db, id)).state).toBe('sending')
  await note(other, 'complaint')
  expect(await theMailing(database.db, id)).toMatchObject({ state: 'paused', pauseReason: 'complaints' })
})
