/** `pignon migrate`: our schema, then the queue's, under one lock each. */
import { processConfig } from './core/config.ts'
import { listMigrations, migrate } from './core/migrate.ts'
import { installQueue } from './core/queue.ts'
import { everyJob } from './jobs.ts'

export async function migrateDatabase(say: (line: string) => void): Promise<number> {
  const { databaseUrl } = processConfig()
  const applied = await migrate(databaseUrl, await listMigrations('db/migrations'))
  await installQueue(databaseUrl, everyJob)
  say(applied.length > 0 ? `migrated: ${applied.join(', ')}` : 'the schema is up to date')
  return 0
}
