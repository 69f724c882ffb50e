import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import { asJson } from './as-json.ts'
import type { ListRun, ReportRow, RowOutcome, RunCounts, RunState } from './list-run.ts'
import type { Mapping } from './mapping.ts'

export type NewRun = Pick<
  ListRun,
  'source' | 'fileName' | 'fileId' | 'sheet' | 'columns' | 'mapping' | 'isDry'
> & {
  askedBy: string | null
}

/** The id of a new run, or null while another of this source is under way. */
export async function insertRun(
  tx: Tx,
  now: Date,
  { columns, mapping, ...run }: NewRun,
): Promise<string | null> {
  const made = await tx
    .insertInto('listRuns')
    .values({
      ...run,
      columns: [...columns],
      mapping: asJson(mapping),
      state: 'waiting',
      askedAt: now,
      movedAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id ?? null
}

export async function findRun(db: Reader, id: string): Promise<ListRun | null> {
  const found = await db.selectFrom('listRuns').selectAll().where('id', '=', id).executeTakeFirst()
  return (found as unknown as ListRun | undefined) ?? null
}

/** Holds the run until the transaction ends: it goes on in one place only. */
export async function lockRun(tx: Tx, id: string): Promise<ListRun | null> {
  const found = await tx
    .selectFrom('listRuns')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (found as unknown as ListRun | undefined) ?? null
}

export async function listRuns(db: Reader, limit: number): Promise<ListRun[]> {
  const found = db.selectFrom('listRuns').selectAll().orderBy('askedAt', 'desc').orderBy('id').limit(limit)
  return (await found.execute()) as unknown as ListRun[]
}

export type RunStep = { counts: RunCounts; lastLine: number; progress: number | null }

export async function moveRun(
  tx: Tx,
  now: Date,
  id: string,
  { counts, lastLine, progress }: RunStep,
): Promise<void> {
  await tx
    .updateTable('listRuns')
    .set({ ...counts, lastLine, progress, state: 'running', movedAt: now })
    .where('id', '=', id)
    .execute()
}

/** Minutes without a batch after which nobody is at work: a worker that dies is replaced sooner, a terminal is not. */
const patience = { worker: 10, terminal: 1 }

/** Ends the runs of a source that stopped half-way: they would forbid the next one for ever. */
export async function abandonStaleRuns(tx: Tx, now: Date, source: string): Promise<void> {
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  await tx
    .updateTable('listRuns')
    .set({ state: 'broken', problem: 'stopped', endedAt: now, movedAt: now })
    .where('source', '=', source)
    .where('endedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('movedAt', '<', before(patience.worker)),
        eb.and([eb('fileId', 'is', null), eb('movedAt', '<', before(patience.terminal))]),
      ]),
    )
    .execute()
}

/** Reports hold cells of lists, with their contacts. */
export async function forgetReports(tx: Tx, askedBefore: Date): Promise<void> {
  await tx
    .deleteFrom('listRows')
    .where('runId', 'in', (eb) => eb.selectFrom('listRuns').select('id').where('askedAt', '<', askedBefore))
    .execute()
}

/** Undoing begins: the worker does the rest. */
export async function markUndoing(tx: Tx, now: Date, id: string): Promise<void> {
  await tx.updateTable('listRuns').set({ state: 'undoing', movedAt: now }).where('id', '=', id).execute()
}

type RunEnd = { state: Exclude<RunState, 'waiting' | 'running'>; problem?: string | null }

export async function endRun(
  tx: Tx,
  now: Date,
  id: string,
  { state, problem = null }: RunEnd,
): Promise<void> {
  await tx
    .updateTable('listRuns')
    .set({ state, problem, movedAt: now, endedAt: now })
    .where('id', '=', id)
    .execute()
}

export async function insertReport(tx: Tx, runId: string, rows: readonly ReportRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into list_rows (run_id, line, outcome, reason, column_name, value, notes, cells)
    select ${runId}::uuid, r.line, r.outcome, r.reason, r."columnName", r.value, r.notes,
           array(select json_array_elements_text(r.cells))
      from json_to_recordset(${asJson(rows)}::json) as r (line int, outcome text, reason text, "columnName" text,
                                                          value text, notes jsonb, cells json)`.execute(tx)
}

export async function forgetReport(tx: Tx, runId: string): Promise<void> {
  await tx.deleteFrom('listRows').where('runId', '=', runId).execute()
}

export type ReportPage = { runId: string; outcome?: RowOutcome | null; after?: number; limit: number }

export async function listReport(
  db: Reader,
  { runId, outcome = null, after = 0, limit }: ReportPage,
): Promise<ReportRow[]> {
  const rows = db
    .selectFrom('listRows')
    .select(['line', 'outcome', 'reason', 'columnName', 'value', 'notes', 'cells'])
    .where('runId', '=', runId)
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
  const found = outcome === null ? rows : rows.where('outcome', '=', outcome)
  return (await found.execute()) as unknown as ReportRow[]
}

/** How many rows have each note, most frequent first. */
export async function countNotes(db: Reader, runId: string): Promise<{ code: string; count: number }[]> {
  const rows = await ask(
    db,
    sql<{ code: string; count: string }>`
      select note ->> 'code' as code, count(*) as count
        from list_rows, jsonb_array_elements(notes) as note
       where run_id = ${runId} group by 1 order by 2 desc, 1`,
  )
  return rows.map(({ code, count }) => ({ code, count: Number(count) }))
}

export async function findMapping(db: Reader, source: string): Promise<Mapping | null> {
  const found = await db
    .selectFrom('listSources')
    .select('mapping')
    .where('name', '=', source)
    .executeTakeFirst()
  return (found?.mapping as Mapping | undefined) ?? null
}

/** Columns of other editions of the list stay remembered. */
export async function keepMapping(tx: Tx, now: Date, source: string, mapping: Mapping): Promise<void> {
  await tx
    .insertInto('listSources')
    .values({ name: source, mapping: asJson(mapping), mappedAt: now })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ mapping: sql`list_sources.mapping || excluded.mapping`, mappedAt: now }),
    )
    .execute()
}

export async function listSourceNames(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('listSources').select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}
