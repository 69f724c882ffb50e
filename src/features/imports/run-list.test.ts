import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aBusiness, aSiret } from '../../testing/a-business.ts'
import {
  aListRun,
  countsOf,
  forgetLists,
  importList,
  numbered,
  type ListOptions,
} from '../../testing/a-list.ts'
import { freshDatabase } from '../../testing/database.ts'
import { cancelImport } from './ask-for-import.ts'
import { runList, type RunProgress } from './run-list.ts'
import { findMapping, findRun, listReport } from './run-store.ts'
import { undoRun } from './undo-run.ts'

const database = freshDatabase()
const now = new Date('2026-11-23T09:00:00Z')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pignon-lists-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(() => forgetLists(database.db))

type Options = Omit<ListOptions, 'path'>

async function begin(content: string, options: Options = {}) {
  const path = join(folder, `${options.source ?? 'Union'}.csv`)
  await writeFile(path, content)
  return { path, runId: await aListRun(database.db, { path, ...options }) }
}

async function imported(content: string, options: Options = {}) {
  const path = join(folder, 'liste.csv')
  await writeFile(path, content)
  const { outcome, run } = await importList(database.db, { path, ...options })
  const report = await listReport(database.db, { runId: run.id, limit: 100 })
  return { runId: run.id, outcome, run, counts: countsOf(run), report }
}

const everything = async () => {
  const { db } = database
  return {
    businesses: await db.selectFrom('businesses').selectAll().orderBy('siret').execute(),
    contacts: await db.selectFrom('businessContacts').selectAll().orderBy('id').execute(),
    listings: await db.selectFrom('listings').selectAll().orderBy('id').execute(),
  }
}
const contacts = async () =>
  await database.db
    .selectFrom('businessContacts')
    .select(['kind', 'value', 'source', 'collectedAt', 'opposedAt'])
    .orderBy('value')
    .execute()
const heading = 'N° adhérent;SIRET;Nom;Adresse;CP;Ville;E-mail;Téléphone\n'
const [one, two] = [aSiret(), aSiret()]
const list = `${heading}12;${one};Fleurs du port;1 quai Sud;35400;Saint-Malo;lou@example.org;02 99 40 00 01
13;${two};Coiffure Nora;2 rue du Port;35400;Saint-Malo;;
14;;Chez Karim;3 rue du Port;35400;Saint-Malo;karim@example.org;
15;47945668900016;Numéro faux;;;;;
`

describe('a list', () => {
  test('brings shops once, and what it does not say for sure waits for a person', async () => {
    const { counts, report, run } = await imported(list)
    expect(counts).toEqual({ created: 2, doubtful: 1, refused: 1 })
    expect(run).toMatchObject({ state: 'finished', progress: 1, lastLine: 5, rows: 4 })
    expect(
      report.map(({ line, outcome, reason, columnName, value }) => [
        line,
        outcome,
        reason,
        columnName,
        value,
      ]),
    ).toEqual([
      [4, 'doubtful', 'siret.none', null, 'Chez Karim'],
      [5, 'refused', 'siret.checksum', 'SIRET', '47945668900016'],
    ])
    expect(await contacts()).toMatchObject([
      { kind: 'phone', value: '+33299400001', source: 'Union', collectedAt: now },
      { kind: 'email', value: 'lou@example.org' },
    ])
    const { businesses, listings } = await everything()
    expect(businesses).toMatchObject([{ siret: one, communeCode: '35288', source: 'Union' }, { siret: two }])
    expect(listings.map(({ state }) => state).sort()).toEqual(['linked', 'linked', 'waiting'])
  })

  test('the same again changes nothing, to the last row', async () => {
    await imported(list)
    const before = await everything()
    const again = await imported(list, { at: new Date('2026-12-24T09:00:00Z') })
    expect(again.counts).toEqual({ unchanged: 3, refused: 1 })
    expect(await everything()).toEqual(before)
  })

  test('tried first, writes nothing and foretells what the import does', async () => {
    const trial = await imported(list, { isDry: true })
    expect(await everything()).toEqual({ businesses: [], contacts: [], listings: [] })
    expect(trial.report).toHaveLength(2)
    expect(trial.counts).toEqual((await imported(list)).counts)
  })

  test('a trial knows the shops of its own first rows', async () => {
    const rows = Array.from(
      { length: 1700 },
      (_, at) => `${at};${one};Fleurs du port;1 quai Sud;35400;Saint-Malo;;\n`,
    )
    const trial = await imported(heading + rows.join(''), { isDry: true })
    expect(trial.counts).toEqual({ created: 1, unchanged: 1699 })
    expect((await imported(heading + rows.join(''))).counts).toEqual(trial.counts)
  })

  test('with signs that no text may hold comes in without them', async () => {
    const path = join(folder, 'signes.json')
    const shop = {
      ['nom\0']: 'Chez \0Lou \ud800',
      nom: `Chez ${'\u{1F956}'.repeat(200)}\ud800`,
      tel: '\udc00',
      mail: 'a@b\0',
    }
    await writeFile(path, JSON.stringify([shop, { nom: '\ud83e' }, { nom: '\0' }]))
    const { run } = await importList(database.db, { path })
    expect(countsOf(run)).toEqual({ doubtful: 2, refused: 1 })
    expect(countsOf((await importList(database.db, { path })).run)).toEqual({ unchanged: 2, refused: 1 })
  })

  test('what its columns mean is remembered for the next list of the same source', async () => {
    await imported(list)
    expect(await findMapping(database.db, 'Union')).toMatchObject({ CP: 'postalCode', 'N° adhérent': 'key' })
  })
})

describe('a newer list', () => {
  test('corrects what it said itself, and takes back a contact it no longer gives', async () => {
    await imported(list)
    const { counts } = await imported(list.replace('Fleurs du port', 'Fleurs et cie').replace('lou@', 'lea@'))
    expect(counts).toEqual({ changed: 1, unchanged: 2, refused: 1 })
    expect((await everything()).businesses[0]).toMatchObject({ name: 'Fleurs et cie' })
    expect((await contacts()).map(({ value }) => value)).toEqual(['+33299400001', 'lea@example.org'])
  })

  test('of another source fills what nobody knew and overwrites nothing', async () => {
    await aBusiness(database.db, {
      siret: one,
      name: 'LES FLEURS SARL',
      sign: null,
      street: null,
      postalCode: null,
      communeCode: null,
      commune: null,
      departmentCode: null,
    })
    const { counts } = await imported(list)
    expect(counts).toEqual({ created: 1, changed: 1, doubtful: 1, refused: 1 })
    const { businesses } = await everything()
    expect(businesses[0]).toMatchObject({
      name: 'LES FLEURS SARL',
      street: '1 quai Sud',
      commune: 'Saint-Malo',
      activityCode: '1071C',
      source: 'Essai',
    })
  })

  test('may say that nobody writes there any more, and no later list takes that back', async () => {
    await imported(list)
    const out = `SIRET;Nom;E-mail;Désinscrit\n${one};Fleurs du port;lou@example.org;oui\n`
    expect((await imported(out, { source: 'Mairie' })).counts).toEqual({ changed: 1 })
    await imported(list.replace('1 quai Sud', '5 quai Sud'))
    await imported(`${heading}12;${one};Fleurs du port;;;;lou@example.org;\n`, { source: 'Autre' })
    expect((await contacts()).find(({ value }) => value === 'lou@example.org')?.opposedAt).toEqual(now)
  })
})

describe('who asked not to be shown', () => {
  test('is not shown by a list either: no name, no contact', async () => {
    await aBusiness(database.db, { siret: one, name: '[ND]', sign: null, street: null, diffusion: 'P' })
    expect((await imported(list)).counts).toEqual({ created: 1, unchanged: 1, doubtful: 1, refused: 1 })
    const { businesses, listings, contacts: kept } = await everything()
    expect(businesses[0]).toMatchObject({ name: '[ND]', street: null })
    expect(kept).toEqual([])
    expect(JSON.stringify(listings)).not.toContain('Fleurs')
    expect((await imported(list)).counts).toEqual({ unchanged: 3, refused: 1 })
  })

  test('is hidden when a list says so', async () => {
    await imported(list)
    const hidden = `SIRET;Nom;Statut diffusion\n${one};Fleurs du port;P\n`
    expect((await imported(hidden, { source: 'Insee' })).counts).toEqual({ changed: 1 })
    expect((await everything()).businesses[0]).toMatchObject({ name: '[ND]', street: null, diffusion: 'P' })
    expect(await contacts()).toEqual([])
  })
})

describe('a run', () => {
  const long =
    heading + Array.from({ length: 3800 }, (_, at) => `${at};${aSiret()};Commerce ${at};;35400;;;\n`).join('')

  test('that is killed goes on after its last batch', async () => {
    const { path, runId } = await begin(long)
    const dies = ({ counts }: RunProgress) => {
      if (counts.rows >= 2000) throw new Error('killed')
    }
    const run = (onProgress?: (step: RunProgress) => void) =>
      runList(database.db, () => now, { runId, path, numbered, ...(onProgress && { onProgress }) })
    await expect(run(dies)).rejects.toThrow('killed')
    expect(await findRun(database.db, runId)).toMatchObject({ state: 'running', rows: 2000, lastLine: 2001 })
    expect(await run()).toMatchObject({ kind: 'finished', counts: { rows: 3800, created: 3800 } })
    expect((await everything()).businesses).toHaveLength(3800)
  })

  test('taken up twice at once is done once', async () => {
    const { path, runId } = await begin(long)
    const run = () => runList(database.db, () => now, { runId, path, numbered })
    const kinds = (await Promise.all([run(), run()])).map(({ kind }) => kind).sort()
    expect(kinds).toEqual(['finished', 'stopped'])
    expect(await findRun(database.db, runId)).toMatchObject({ rows: 3800, created: 3800 })
  })

  test('two sources at once that name the same shops make each shop once', async () => {
    const [first, second] = [await begin(long, { source: 'A' }), await begin(long, { source: 'B' })]
    await Promise.all(
      [first, second].map(({ path, runId }) => runList(database.db, () => now, { runId, path, numbered })),
    )
    expect((await everything()).businesses).toHaveLength(3800)
  })

  test('that is cancelled stops after the batch at hand, and keeps what is done', async () => {
    const { path, runId } = await begin(long)
    let cancelled: Promise<unknown> = Promise.resolve()
    const onProgress = ({ counts }: RunProgress) => {
      if (counts.rows === 1000) cancelled = transaction(database.db, (tx) => cancelImport(tx, now, runId))
    }
    const outcome = await runList(database.db, () => now, { runId, path, numbered, onProgress })
    await cancelled
    expect(outcome.kind).toBe('stopped')
    const run = await findRun(database.db, runId)
    expect(run).toMatchObject({ state: 'cancelled' })
    expect((await everything()).businesses).toHaveLength(run?.rows ?? -1)
  })

  test('that died gives way to the next one of its source, which does the rest', async () => {
    const { path, runId } = await begin(long)
    const dies = ({ counts }: RunProgress) => {
      if (counts.rows >= 1000) throw new Error('killed')
    }
    const killed = runList(database.db, () => now, { runId, path, numbered, onProgress: dies })
    await expect(killed).rejects.toThrow('killed')
    await expect(begin(long)).rejects.toThrow('at-work')
    const later = await imported(long, { at: new Date(now.getTime() + 2 * 60_000) })
    expect(later.counts).toEqual({ created: 2800, unchanged: 1000 })
    expect(await findRun(database.db, runId)).toMatchObject({ state: 'broken', problem: 'stopped' })
  })

  test('of a source waits for the one before it', async () => {
    await begin(list)
    await expect(begin(list)).rejects.toThrow('at-work')
  })

  test('whose file breaks off keeps what came before and says where', async () => {
    const { run, report, outcome } = await imported(
      `${list}16;${aSiret()};"Jamais fermé;;;;;\n${'x;y;z;\n'.repeat(50_000)}`,
    )
    expect(outcome).toMatchObject({ kind: 'broken', line: 6 })
    expect(run).toMatchObject({ state: 'broken', problem: 'line.quote', created: 2 })
    expect(report.at(-1)).toMatchObject({ line: 6, reason: 'line.quote' })
  })
})

describe('undone', () => {
  test('an import leaves nothing behind', async () => {
    const before = await everything()
    const { runId } = await imported(list)
    expect(await undoRun(database.db, () => now, runId)).toMatchObject({ kind: 'undone', kept: 0 })
    expect(await everything()).toEqual(before)
    expect(await findRun(database.db, runId)).toMatchObject({ state: 'undone' })
    expect(await undoRun(database.db, () => now, runId)).toEqual({ kind: 'not-now' })
  })

  test('a newer list gives way to the one before it', async () => {
    await aBusiness(database.db, {
      siret: two,
      street: null,
      postalCode: null,
      communeCode: null,
      commune: null,
      departmentCode: null,
    })
    await imported(list)
    const before = await everything()
    const { runId } = await imported(
      list.replace('Fleurs du port', 'Fleurs et cie').replace('lou@', 'lea@').replace('Karim', 'Karima'),
    )
    await undoRun(database.db, () => now, runId)
    const withoutIds = ({
      businesses,
      contacts: kept,
      listings,
    }: Awaited<ReturnType<typeof everything>>) => ({
      businesses,
      contacts: kept.map(({ kind, value, source, collectedAt }) => ({ kind, value, source, collectedAt })),
      listings: listings.map(({ rowKey, said, state }) => ({ rowKey, said, state })),
    })
    expect(withoutIds(await everything())).toEqual(withoutIds(before))
  })

  test('an import keeps what somebody needs or changed since', async () => {
    const { runId } = await imported(list)
    const { businesses } = await everything()
    await database.db.updateTable('businesses').set({ name: 'Corrigé' }).where('siret', '=', one).execute()
    await imported(`SIRET;Nom\n${two};Coiffure Nora\n`, { source: 'Mairie' })
    expect(await undoRun(database.db, () => now, runId)).toMatchObject({ kind: 'undone', kept: 2 })
    expect((await everything()).businesses.map(({ id }) => id)).toEqual(businesses.map(({ id }) => id))
  })
})
