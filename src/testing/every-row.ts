/** What a database holds, table by table: to see that something changed nothing. */
import { sql } from 'kysely'
import { ask, type Db } from '../core/db.ts'

/** A sum over the rows of each table, but for those named. */
export async function everyRow(db: Db, except: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await ask<{ name: string }>(
    db,
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  )
  const sums: Record<string, string> = {}
  for (const { name } of tables.filter((table) => !except.includes(table.name))) {
    const rows = sql<{
      sum: string
    }>`select md5(coalesce(string_agg(one::text, ',' order by one::text), '')) as sum
      from ${sql.table(name)} one`
    sums[name] = (await ask(db, rows))[0]?.sum ?? ''
  }
  return sums
}
