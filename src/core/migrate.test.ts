import { expect, inject, test } from 'vitest'
import { command, withDatabase } from '../testing/database.ts'
import { newId } from './clock.ts'
import { listMigrations, migrate, pendingMigrations, type Migration } from './migrate.ts'

const one: Migration = { name: '0001-one.sql', sql: 'create table one (id int)', checksum: '1' }
const two: Migration = { name: '0002-two.sql', sql: 'create table two (id int)', checksum: '2' }

async function anEmptyDatabase(): Promise<string> {
  const name = `empty_${newId().replaceAll('-', '')}`
  await command(inject('databaseUrl'), `create database ${name}`)
  return withDatabase(inject('databaseUrl'), name)
}

test('applies what is missing, once, also when five processes start together', async () => {
  const url = await anEmptyDatabase()
  const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(url, [one, two])))
  expect(applied.flat().sort()).toEqual(['0001-one.sql', '0002-two.sql'])
  expect(await pendingMigrations(url, [one, two])).toEqual([])
})

test('says which migrations a database still misses', async () => {
  const url = await anEmptyDatabase()
  expect(await pendingMigrations(url, [one])).toEqual(['0001-one.sql'])
  await migrate(url, [one])
  expect(await pendingMigrations(url, [one, two])).toEqual(['0002-two.sql'])
})

test('refuses a history that was rewritten, and a database newer than the program', async () => {
  const url = await anEmptyDatabase()
  await migrate(url, [one, two])
  await expect(migrate(url, [{ ...one, checksum: 'other' }, two])).rejects.toThrow('0001-one.sql has changed')
  await expect(migrate(url, [one])).rejects.toThrow('older Pignon')
})

test('a migration that fails leaves nothing behind', async () => {
  const url = await anEmptyDatabase()
  const broken: Migration = {
    name: '0002-broken.sql',
    sql: 'create table half (id int); select * from nowhere',
    checksum: '3',
  }
  await expect(migrate(url, [one, broken])).rejects.toThrow('0002-broken.sql failed')
  expect(await pendingMigrations(url, [one, two])).toEqual(['0002-two.sql'])
  await expect(command(url, 'select * from half')).rejects.toThrow('does not exist')
})

test('our own migrations are numbered without a gap', async () => {
  const names = (await listMigrations('db/migrations')).map(({ name }) => name)
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1))
})
