/** All stored diagnostics read again from their answers, in a process of its own whose memory is watched. */
import { join } from 'node:path'
import { repository } from '../bin/lib/paths.ts'
import { makeResult } from '../src/features/diagnostics/result.ts'
import { alone, type Figure } from './harness.ts'
import { output } from './processes.ts'
import { inventedShops } from './shops.ts'
import { statement, type Bench } from './town.ts'
import { openStage, type Stage } from './verbs.ts'

/** So many shops answer differently; the others answer as one of them. */
const templates = 500
/** Diagnostics written by one statement. */
const batch = 10_000
/** Whoever held on to what was read would soon pass this, and end. */
const heapMegabytes = 96

/** What the process that reads tells of itself. */
export type Reading = { same: number; different: number; seconds: number; megabytes: number }

export async function stored(bench: Bench): Promise<Figure[]> {
  const count = bench.pace.stored
  const url = await bench.emptyDatabase()
  const stage = await openStage(url)
  await keepTemplates(url, stage)
  await stage.close()
  await keepDiagnostics(url, Math.ceil(count / 10))
  const few = await readAgain(url)
  await keepDiagnostics(url, count - Math.ceil(count / 10))
  const all = await readAgain(url)
  if (all.same !== count || all.different > 0)
    throw new Error(`only ${all.same} of ${count} are as they were`)
  const note = `${count} of them: answers from PostgreSQL, result made and compared with the one that is kept`
  return [
    alone({ name: 'stored diagnostics read again', value: count / all.seconds, unit: 'diagnostics/s', note }),
    alone({
      name: 'stored diagnostics read again, memory',
      value: all.megabytes,
      unit: 'MB',
      note: `most that the process ever held, its heap limited to ${heapMegabytes} MB; ${few.megabytes} MB for a tenth of them`,
    }),
  ]
}

async function readAgain(url: string): Promise<Reading> {
  const program = join(import.meta.dirname, 'stored-reader.ts')
  return JSON.parse(
    await output([`--max-old-space-size=${heapMegabytes}`, program, url], repository),
  ) as Reading
}

async function keepTemplates(url: string, { programme }: Stage): Promise<void> {
  const rows = inventedShops(programme, templates).map((given, place) => ({
    place,
    release: programme.hash,
    given,
    result: makeResult(programme, given),
  }))
  await statement(
    url,
    `create table templates as
      select * from jsonb_to_recordset($1) as template(place int, release text, given jsonb, result jsonb)`,
    [JSON.stringify(rows)],
  )
}

async function keepDiagnostics(url: string, count: number): Promise<void> {
  for (let left = count; left > 0; left -= batch)
    await statement(url, newDiagnostics, [Math.min(batch, left), templates])
  await statement(url, 'vacuum analyze')
}

/** As owners leave them: a run, an event for each answer, and the result as it was then. */
const newDiagnostics = `
  with wanted as (
    select gen_random_uuid() as id, template.* from generate_series(1, $1) number
    join templates template on template.place = number % $2),
  runs as (
    insert into diagnostics (id, token, release_id, language, started_at, finished_at)
    select id, replace(id::text, '-', ''), release, 'fr', now(), now() from wanted),
  answers as (
    insert into answer_events (diagnostic_id, question_id, option_id, source, channel, answered_at)
    select id, question, answer->>'option', 'answered', 'web', now()
    from wanted cross join lateral jsonb_each(given) as one(question, answer)
    returning id as event_id, diagnostic_id)
  insert into snapshots (diagnostic_id, release_id, engine, last_event_id, result, made_at)
  select wanted.id, release, result->>'engine', answers.last, result, now()
  from wanted join (select diagnostic_id, max(event_id) as last from answers group by 1) answers
    on answers.diagnostic_id = wanted.id`
