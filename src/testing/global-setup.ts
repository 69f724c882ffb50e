/** One embedded PostgreSQL for all tests (or the server at TEST_DATABASE_URL), with a migrated template. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../db/embedded-postgres.ts'
import { listMigrations, migrate } from '../core/migrate.ts'
import { installQueue } from '../core/queue.ts'
import { everyJob } from '../jobs.ts'
import { command, withDatabase } from './database.ts'

const template = 'pignon_template'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'pignon-test-'))
  // oxlint-disable-next-line node/no-process-env -- tests choose their server here and nowhere else
  const given = process.env['TEST_DATABASE_URL']
  const postgres = given
    ? null
    : await startEmbeddedPostgres({ directory: join(directory, 'data'), durable: false })
  const url = given ?? postgres?.url ?? ''
  await makeTemplate(url)
  project.provide('databaseUrl', url)
  project.provide('template', template)
  return async () => {
    await postgres?.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

async function makeTemplate(url: string): Promise<void> {
  await command(url, `drop database if exists ${template}`)
  await command(url, `create database ${template}`)
  const templateUrl = withDatabase(url, template)
  await migrate(templateUrl, await listMigrations('db/migrations'))
  await installQueue(templateUrl, everyJob)
}
