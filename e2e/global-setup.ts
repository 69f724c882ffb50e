import { openStage } from '../bin/lib/stage.ts'

/**
 * Opens the built site with its demo town on a database of its own; the journeys find it by BASE_URL, and its
 * database (for what no page can bring about, such as a session of yesterday) by BASE_DATABASE_URL.
 */
// oxlint-disable-next-line import/no-default-export -- Playwright asks for it
export default async function globalSetup(): Promise<() => Promise<void>> {
  const stage = await openStage()
  process.env['BASE_URL'] = stage.url
  process.env['BASE_DATABASE_URL'] = stage.databaseUrl
  return stage.close
}
