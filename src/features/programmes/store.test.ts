import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aProgramme } from '../../testing/a-programme.ts'
import { freshDatabase } from '../../testing/database.ts'
import { findRelease, keepRelease } from './store.ts'

const database = freshDatabase()
const now = new Date('2026-11-23T09:00:00Z')
const programme = aProgramme()

test('the content that owners were asked is kept once, as it was', async () => {
  await transaction(database.db, (tx) => keepRelease(tx, now, programme))
  await transaction(database.db, (tx) => keepRelease(tx, now, { ...programme, name: 'Another name' }))
  expect((await findRelease(database.db, programme.hash))?.name).toBe('A programme')
  expect(await findRelease(database.db, 'never-seen')).toBeNull()
})

test('nobody can change or delete it afterwards, whatever program tries', async () => {
  await transaction(database.db, (tx) => keepRelease(tx, now, programme))
  const { db } = database
  const change = db.updateTable('releases').set({ version: '9' }).where('id', '=', programme.hash)
  await expect(change.execute()).rejects.toThrow('releases is append-only')
  const removal = db.deleteFrom('releases').where('id', '=', programme.hash)
  await expect(removal.execute()).rejects.toThrow('releases is append-only')
  expect((await findRelease(db, programme.hash))?.version).toBe('1.0.0')
})
