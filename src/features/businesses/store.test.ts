import { beforeAll, describe, expect, test } from 'vitest'
import { aBusiness } from '../../testing/a-business.ts'
import { freshDatabase } from '../../testing/database.ts'
import { searchTerms } from './business.ts'
import { countBusinesses, findBusiness, findBusinessBySiret, searchBusinesses } from './store.ts'
import { everywhere } from './reach-store.ts'
import { sql } from 'kysely'
import { ask } from '../../core/db.ts'

const database = freshDatabase()
let bakery = { id: '', siret: '' }
let hidden = { id: '', siret: '' }

beforeAll(async () => {
  const { db } = database
  bakery = await aBusiness(db, { name: 'SARL MARTIN', sign: 'Boulangerie du Môle' })
  hidden = await aBusiness(db, { name: '[ND]', sign: null, diffusion: 'P', commune: 'Boulangerie-les-Bains' })
  await aBusiness(db, { name: 'HÔTEL DE LA GARE', sign: null, commune: 'Dinan', street: '1 RUE DE PARIS' })
  await aBusiness(db, { name: 'HÔTEL DU NORD', sign: null, commune: 'Paris', street: '1 RUE HAUTE' })
  await aBusiness(db, {
    name: 'BOULANGERIE LECŒUR',
    sign: null,
    commune: 'Dinard',
    postalCode: '35800',
    street: '12 RUE LEVAVASSEUR',
  })
  await aBusiness(db, {
    name: 'COIFFURE NORA',
    sign: null,
    commune: 'Saint-Malo',
    street: 'PLACE DE L’ÉGLISE',
  })
})

const find = async (words: string, town = '') =>
  (await searchBusinesses(database.db, { words, town, reach: everywhere, limit: 10 })).map(
    ({ sign, name }) => sign ?? name,
  )

describe('an owner finds the business', () => {
  test('by its sign, without accents', async () =>
    expect(await find('boulangerie mole')).toEqual(['Boulangerie du Môle']))
  test('by the name of the firm', async () => expect(await find('martin')).toEqual(['Boulangerie du Môle']))
  test('by street', async () => expect(await find('levavasseur')).toEqual(['BOULANGERIE LECŒUR']))
  test('with a ligature or without', async () => {
    expect(await find('lecoeur')).toEqual(['BOULANGERIE LECŒUR'])
    expect(await find('Lecœur')).toEqual(['BOULANGERIE LECŒUR'])
  })
  test('by town or postal code', async () => {
    expect(await find('boulangerie', 'dinard')).toEqual(['BOULANGERIE LECŒUR'])
    expect(await find('boulangerie', ' 35800 ')).toEqual(['BOULANGERIE LECŒUR'])
  })
  test('in the town itself before in its street elsewhere', async () => {
    expect(await find('hotel', 'paris')).toEqual(['HÔTEL DU NORD', 'HÔTEL DE LA GARE'])
  })
  test('with a letter missing in the name, the town being right', async () => {
    expect(await find('hotell', 'paris')).toEqual(['HÔTEL DU NORD', 'HÔTEL DE LA GARE'])
  })
  test('with a letter missing', async () => {
    expect(await find('boulangrie', 'dinard')).toEqual(['BOULANGERIE LECŒUR'])
    expect(await find('coifure')).toEqual(['COIFFURE NORA'])
  })
  test('by its number, spaces or not', async () => {
    expect(await find(bakery.siret)).toEqual(['Boulangerie du Môle'])
    expect(await find(bakery.siret.replace(/(...)(...)(...)/, '$1 $2 $3 '))).toEqual(['Boulangerie du Môle'])
    expect(await find(bakery.siret.slice(0, 9))).toEqual(['Boulangerie du Môle'])
  })
})

describe('nothing is found', () => {
  test('for an empty search, a town alone or two letters', async () => {
    expect(await find('')).toEqual([])
    expect(await find('', 'Saint-Malo')).toEqual([])
    expect(await find('le')).toEqual([])
  })
  test('for signs that mean something to a database', async () => {
    expect(await find('%%%')).toEqual([])
    expect(await find("boul_ngerie' or 1=1 --")).toEqual([])
  })
  test('of a business that asked not to be shown, by words, number or id', async () => {
    expect(await find('bains')).toEqual([])
    expect(await find(hidden.siret)).toEqual([])
    expect(await findBusiness(database.db, hidden.id)).toBeNull()
    expect(await findBusinessBySiret(database.db, hidden.siret, everywhere)).toBeNull()
  })
})

test('all are counted, those that are not shown too', async () => {
  expect(await countBusinesses(database.db, everywhere)).toBe(6)
})

test('words are made plain as the database makes them', async () => {
  const words = 'ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ àâäçéèêëîïôöùûüÿœæ'
  const [row] = await ask<{ plain: string }>(database.db, sql`select searchable(${words}) as plain`)
  expect(searchTerms(words)).toEqual([...new Set(row?.plain.split(' '))])
})
