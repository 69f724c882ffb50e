import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Services } from '../../core/services.ts'
import { aSiret } from '../../testing/a-business.ts'
import { aWorkbook } from '../../testing/a-workbook.ts'
import { freshDatabase } from '../../testing/database.ts'
import type { Programme } from '../programmes/programme.ts'
import { commands } from './cli.ts'

const database = freshDatabase()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pignon-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const pignonImport = (...args: string[]) => pignon('import', ...args)

async function pignon(name: string, ...args: string[]) {
  const said: string[] = []
  const services = { db: database.db, clock: () => new Date('2026-11-23T09:00:00Z') } as Services
  const code = await commands
    .find((command) => command.name === name)
    ?.run(args, {
      services,
      programme: {} as Programme,
      say: (line) => said.push(line),
    })
  return { code, said: said.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ') }
}

test('an import says what it did, the first twenty refused lines and how many more', async () => {
  const file = join(folder, 'liste.csv')
  const bad = Array.from({ length: 25 }, () => '00588003400012,Terrasse').join('\n')
  await writeFile(file, `siret,nom\n${aSiret()},Fleurs du port\n${bad}\n`)
  const { code, said } = await pignonImport(file, '--source', 'Union commerciale')
  expect(code).toBe(0)
  expect(said).toMatch(/ 1 créé$/m)
  expect(said).toMatch(/ 25 refusés/)
  expect(said).toContain(
    'ligne 3 : ce numéro SIRET contient une faute : ses chiffres ne se correspondent pas (siret : « 00588003400012 »)',
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

test('a file without a name for the shops says which columns it has', async () => {
  const file = join(folder, 'autre.csv')
  await writeFile(file, 'ville;téléphone\nMetz;03 87 00 00 01\n')
  const { code, said } = await pignonImport(file)
  expect(code).toBe(1)
  expect(said).toContain('Aucune colonne ne dit le nom du commerce. Colonnes lues : ville, téléphone.')
})

describe('a list that is not the register', () => {
  const content = `Nom;SIRET;E-mail\nFleurs du port;${aSiret()};lou@example.org\n=1+1;;"a@example.org, b@example.org"\n`

  test('is tried, imported with its report, and undone', async () => {
    const [file, report] = [join(folder, 'union.csv'), join(folder, 'rapport.csv')]
    await writeFile(file, content)
    const trial = await pignonImport(file, '--source', 'Union', '--dry-run', '--report', report)
    expect(trial.said).toContain('Fichier : texte (CSV), UTF-8, point-virgule, en-tête à la ligne 1.')
    expect(trial.said).toContain('E-mail → E-mail (d’après l’en-tête et le contenu)')
    expect(trial.said).toContain('Essai : rien n’est écrit.')
    expect(trial.said).toMatch(/ 1 nouveau\n +0 modifié\n +0 inchangé\n +1 à rapprocher\n +0 refusé\n/)
    expect(await readFile(report, 'utf8')).toMatch(
      /^\uFEFFligne;.*\r\n3;à rapprocher;.*;'=1\+1;;a@example.org, b@example.org\r\n$/s,
    )

    const { said } = await pignonImport(file, '--source', 'Union')
    const id = /undo-import ([0-9a-f-]{36})/.exec(said)?.[1] ?? ''
    expect((await pignon('undo-import', id)).said).toBe('Import annulé.')
    expect((await pignon('undo-import', id)).code).toBe(1)
    expect(await database.db.selectFrom('listings').selectAll().execute()).toEqual([])
  })

  test('may be a sheet of a workbook', async () => {
    const file = join(folder, 'union.xlsx')
    const rows = [
      ['Nom', 'Ville'],
      ['Chez Karim', 'Metz'],
    ]
    await writeFile(
      file,
      aWorkbook([
        { name: 'A', rows },
        { name: 'B', rows: [...rows, ['Chez Lou', 'Metz']] },
      ]),
    )
    expect((await pignonImport(file, '--sheet', '1', '--dry-run')).said).toMatch(
      /feuille 1 sur 2 : « A ».*1 à rapprocher/s,
    )
    expect((await pignonImport(file, '--dry-run')).said).toContain('feuille 2 sur 2 : « B »')
    expect((await pignonImport(file, '--sheet', '9')).said).toContain('n’a pas cette feuille')
    expect((await pignonImport(file, '--sheet', 'B')).said).toContain('pignon import FICHIER')
  })
})

test('without a file, or with an unknown option, it says how it is used', async () => {
  expect((await pignonImport()).said).toContain('pignon import FICHIER')
  expect((await pignonImport('--quoi', 'x.csv')).code).toBe(1)
})
