import { sql, type RawBuilder } from 'kysely'
import type { Reader, Tx } from '../../core/db.ts'
import type { EntryField, RegisterEntry } from './business.ts'
import type { ImportCounts, KeptRefusal, LineRefusal, RegisterImport } from './register-import.ts'

/** A file that is wrong from end to end must not fill the table: its first lines tell enough. */
export const mostRefusalsKept = 10_000

export async function insertImport(
  tx: Tx,
  now: Date,
  { source, fileName }: { source: string; fileName: string },
): Promise<string> {
  const row = await tx
    .insertInto('imports')
    .values({ source, fileName, startedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The fields of a business in the order of the table, with their kind; `siret` is the key. */
const kinds: Readonly<Record<EntryField, 'text' | 'float8'>> = {
  name: 'text',
  sign: 'text',
  activityCode: 'text',
  sizeBand: 'text',
  street: 'text',
  postalCode: 'text',
  communeCode: 'text',
  commune: 'text',
  departmentCode: 'text',
  latitude: 'float8',
  longitude: 'float8',
  diffusion: 'text',
}
const entryFields = Object.keys(kinds) as EntryField[]
export const everyField: ReadonlySet<EntryField> = new Set(entryFields)

/** `fields`: those that the file speaks of. */
export type Batch = { entries: readonly RegisterEntry[]; fields: ReadonlySet<EntryField>; source: string }

/**
 * Creates the businesses that are new and changes those that differ; the others are not touched at all, not even
 * locked. What the file does not speak of stays as it was, and who asked not to be shown stays hidden until a file
 * says otherwise. One statement a batch, in the order of the numbers so that two imports cannot wait for each other.
 */
export async function upsertBusinesses(
  tx: Tx,
  now: Date,
  { entries, fields, source }: Batch,
): Promise<{ created: number; changed: number }> {
  const spoken = entryFields.filter((field) => fields.has(field))
  const { theirs, incoming, known, excluded, updates } = listsOf(spoken)
  const mayChange = fields.has('diffusion') ? sql`true` : sql`b.diffusion = 'O'`
  const { rows } = await sql<{ created: string; changed: string }>`
      with incoming as materialized (
        select * from unnest(${asColumns(entries, spoken)}) as i (siret, ${theirs})
      ), different as (
        select i.* from incoming i left join businesses b using (siret)
        where b.siret is null or (${mayChange} and (${incoming}) is distinct from (${known}))
      ), written as (
        insert into businesses as b (siret, ${theirs}, source, imported_at)
        select i.siret, ${incoming}, ${source}, ${now} from different i order by i.siret
        on conflict (siret) do update set ${updates}, source = excluded.source, imported_at = excluded.imported_at
          where ${mayChange} and (${known}) is distinct from (${excluded})
        returning (xmax = 0) as is_new
      )
      select count(*) filter (where is_new) as created, count(*) filter (where not is_new) as changed from written`.execute(
    tx,
  )
  return { created: Number(rows[0]?.created ?? 0), changed: Number(rows[0]?.changed ?? 0) }
}

function listsOf(fields: readonly EntryField[]) {
  const columns = fields.map((field) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  const list = (write: (column: string) => string) => sql.raw(columns.map(write).join(', '))
  return {
    theirs: list((column) => column),
    incoming: list((column) => `i.${column}`),
    known: list((column) => `b.${column}`),
    excluded: list((column) => `excluded.${column}`),
    updates: list((column) => `${column} = excluded.${column}`),
  }
}

/**
 * Sorts the words of new businesses into the search index. Until then each search reads through those that wait;
 * autovacuum does it too, within minutes.
 */
export async function sortSearchWords(tx: Tx): Promise<void> {
  await sql`select gin_clean_pending_list('businesses_by_words')`.execute(tx)
}

/** A list a column: PostgreSQL reads them four times as fast as JSON. */
function asColumns(entries: readonly RegisterEntry[], spoken: readonly EntryField[]): RawBuilder<unknown> {
  const column = (field: keyof RegisterEntry, kind: string) =>
    sql`${entries.map((entry) => entry[field])}::${sql.raw(kind)}[]`
  return sql.join([column('siret', 'text'), ...spoken.map((field) => column(field, kinds[field]))])
}

export async function insertRefusals(
  tx: Tx,
  importId: string,
  refusals: readonly LineRefusal[],
): Promise<void> {
  if (refusals.length === 0) return
  const rows = refusals.map(({ line, reason, column, value }) => ({
    importId,
    line,
    reason,
    columnName: column,
    value,
  }))
  await tx.insertInto('importRefusals').values(rows).execute()
}

export async function updateImport(tx: Tx, importId: string, counts: ImportCounts): Promise<void> {
  await tx.updateTable('imports').set(counts).where('id', '=', importId).execute()
}

export async function finishImport(tx: Tx, now: Date, importId: string): Promise<void> {
  await tx.updateTable('imports').set({ finishedAt: now }).where('id', '=', importId).execute()
}

export function listImports(db: Reader, limit: number): Promise<RegisterImport[]> {
  return db
    .selectFrom('imports')
    .selectAll()
    .orderBy('startedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function findImport(db: Reader, id: string): Promise<RegisterImport | null> {
  return (await db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

export function listRefusals(db: Reader, importId: string, limit: number): Promise<KeptRefusal[]> {
  return db
    .selectFrom('importRefusals')
    .select(['line', 'reason', 'columnName', 'value'])
    .where('importId', '=', importId)
    .orderBy('line')
    .limit(limit)
    .execute()
}

/** How many of each reason among the refusals kept, most frequent first. */
export async function countRefusals(
  db: Reader,
  importId: string,
): Promise<{ reason: string; count: number }[]> {
  const rows = await db
    .selectFrom('importRefusals')
    .select(['reason', (eb) => eb.fn.countAll<string>().as('count')])
    .where('importId', '=', importId)
    .groupBy('reason')
    .orderBy('count', 'desc')
    .orderBy('reason')
    .execute()
  return rows.map(({ reason, count }) => ({ reason, count: Number(count) }))
}

/** Was a file from this source imported to its end? */
export async function hasImport(db: Reader, source: string): Promise<boolean> {
  const found = db
    .selectFrom('imports')
    .select('id')
    .where('source', '=', source)
    .where('finishedAt', 'is not', null)
  return (await found.executeTakeFirst()) !== undefined
}
