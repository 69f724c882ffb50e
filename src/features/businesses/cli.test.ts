import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Services } from '../../core/services.ts'
import { aSiret } from '../../testing/a-business.ts'
import { freshDatabase } from '../../testing/database.ts'
import type { Programme } from '../programmes/programme.ts'
import { commands } from './cli.ts'

const database = freshDatabase()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pignon-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function pignonImport(...args: string[]) {
  const said: string[] = []
  const services = { db: database.db, clock: () => new Date('2026-11-23T09:00:00Z') } as Services
  const code = await commands[0]?.run(args, {
    services,
    programme: {} as Programme,
    say: (line) => said.push(line),
  })
  return { code, said: said.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ') }
}

test('an import says what it did, the first twenty refused lines and how many more', async () => {
  const file = join(folder, 'liste.csv')
  const bad = Array.from({ length: 25 }, () => '5.23844E+13,Terrasse').join('\n')
  await writeFile(file, `siret,nom\n${aSiret()},Fleurs du port\n${bad}\n`)
  const { code, said } = await pignonImport(file, '--source', 'Union commerciale')
  expect(code).toBe(0)
  expect(said).toMatch(/ 1 créé$/m)
  expect(said).toMatch(/ 25 refusés/)
  expect(said).toContain(
    'ligne 3 : un tableur a arrondi ce numéro SIRET : ses derniers chiffres sont perdus (siret : « 5.23844E+13 »)',
  )
  expect(said).not.toContain('ligne 23 :')
  expect(said).toContain('et 5 autres lignes refusées')
  expect(await database.db.selectFrom('imports').select('source').executeTakeFirst()).toEqual({
    source: 'Union commerciale',
  })
})

test('a file that is not there is said in a sentence, in English if wished', async () => {
  expect(await pignonImport(join(folder, 'absent.csv'))).toEqual({
    code: 1,
    said: 'Ce fichier n’existe pas. Vérifiez son nom et son dossier.\nRien n’a été changé.',
  })
  expect(await pignonImport(join(folder, 'absent.csv'), '--lang', 'en')).toMatchObject({
    said: expect.stringContaining('There is no such file'),
  })
})

test('missing columns are named, with those that were read', async () => {
  const file = join(folder, 'autre.csv')
  await writeFile(file, 'ville;téléphone\nMetz;03\n')
  const { code, said } = await pignonImport(file)
  expect(code).toBe(1)
  expect(said).toContain(
    'Il manque la colonne du SIRET et la colonne du nom dans l’en-tête. Colonnes lues : ville, téléphone.',
  )
})

test('without a file, or with an unknown option, it says how it is used', async () => {
  expect((await pignonImport()).said).toContain('pignon import FICHIER')
  expect((await pignonImport('--quoi', 'x.csv')).code).toBe(1)
})
