/** An answer saved, against the one statement nobody can do without. */
import { Agent } from 'node:http'
import { Pool } from 'pg'
import { systemClock } from '../src/core/clock.ts'
import { transaction } from '../src/core/db.ts'
import { openReleases } from '../src/features/diagnostics/store.ts'
import { saveAnswer } from '../src/features/diagnostics/save-answer.ts'
import { diagnosticUrls } from '../src/features/diagnostics/urls.ts'
import { everyQuestion } from '../src/features/programmes/programme.ts'
import { alone, compare, median, perSecond, type Figure } from './harness.ts'
import { sendForm } from './replay.ts'
import { settle, statement, type Bench } from './town.ts'
import { clients, openStage, type Stage } from './verbs.ts'

type Run = { id: string; token: string }
type Answering = { run: Run; question: string; option: string }

type Save = (answering: Answering) => Promise<void>
/** The stage, and owners who wait for their first question. */
type Scene = { bench: Bench; url: string; stage: Stage; runs: Run[] }

export async function answers(bench: Bench): Promise<Figure[]> {
  const url = await bench.emptyDatabase()
  const stage = await openStage(url)
  const scene: Scene = { bench, url, stage, runs: [] }
  const figures = [
    await savedFigure(scene, { name: 'answer saved', owners: clients }),
    await savedFigure(scene, { name: 'answer saved, one owner at a time', owners: 1 }),
    await postedFigure(scene),
  ]
  await stage.close()
  return figures
}

async function savedFigure(
  scene: Scene,
  { name, owners }: { name: string; owners: number },
): Promise<Figure> {
  const pool = new Pool({ connectionString: scene.url, max: clients })
  const figure = await compare(
    {
      name,
      unit: 'answers/s',
      comparedWith: 'bare begin, insert, commit',
      goal: { of: 'ratio', atLeast: 0.6 },
      prepare: () => makeRuns(scene),
      ours: () => measure(scene, ourSave(scene.stage), owners),
      limit: () => measure(scene, bareSave(pool), owners),
    },
    scene.bench.pace,
  )
  await pool.end()
  return figure
}

async function postedFigure(scene: Scene): Promise<Figure> {
  const web = await scene.bench.startWeb(scene.url)
  const rates: number[] = []
  for (let round = 0; round <= scene.bench.pace.rounds; round++) {
    await makeRuns(scene)
    rates.push(await measure(scene, postedSave(web.url)))
  }
  await web.stop()
  return alone({ name: 'answer posted', value: median(rates.slice(1)), unit: 'answers/s', note: posted })
}

function measure(scene: Scene, save: Save, owners = clients): Promise<number> {
  return perSecond(answering(scene, save), { clients: owners, seconds: scene.bench.pace.seconds })
}

const posted =
  'the whole way: form, parsing, verb, redirect to the next question; the load comes from one Node process'

/** Each client answers all questions of one run in order, then takes the next run. */
function answering({ stage, runs }: Scene, save: Save): (client: number) => Promise<void> {
  const questions = everyQuestion(stage.programme).map(({ id, options }) => ({
    question: id,
    option: options[0]?.id ?? '',
  }))
  const places: { run: Run; at: number }[] = []
  return async (client) => {
    let place = places[client]
    if (!place || place.at === questions.length) place = places[client] = { run: taken(runs.pop()), at: 0 }
    const next = questions[place.at++]
    if (next) await save({ run: place.run, ...next })
  }
}

function taken(run: Run | undefined): Run {
  if (!run) throw new Error('more answers than we prepared runs for')
  return run
}

function ourSave({ db, programme }: Stage) {
  const releases = openReleases(programme)
  return async ({ run, question, option }: Answering) => {
    const request = { releases, token: run.token, question, option, channel: 'web' as const }
    const outcome = await transaction(db, (tx) => saveAnswer(tx, systemClock(), request))
    if (outcome.kind !== 'saved') throw new Error(`an answer was not saved: ${outcome.kind}`)
  }
}

/** As a browser sends it, on connections that stay open. */
function postedSave(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  return async ({ run, question, option }: Answering) => {
    const { status } = await sendForm(url + diagnosticUrls.question(run.token, question), { option }, agent)
    if (status !== 303) throw new Error(`an answer that was posted got ${status}`)
  }
}

const bareInsert = `insert into answer_events (diagnostic_id, question_id, option_id, source, channel, answered_at)
  values ($1, $2, $3, 'answered', 'web', $4)`

function bareSave(pool: Pool) {
  return async ({ run, question, option }: Answering) => {
    const client = await pool.connect()
    await client.query('begin')
    await client.query({
      name: 'answer',
      text: bareInsert,
      values: [run.id, question, option, systemClock()],
    })
    await client.query('commit')
    client.release()
  }
}

async function makeRuns(scene: Scene): Promise<void> {
  const count = Math.ceil(scene.bench.pace.seconds * 1000)
  scene.runs = await statement<Run>(scene.url, newRuns, [scene.stage.programme.hash, count])
  await settle(scene.url)
}

const newRuns = `insert into diagnostics (token, release_id, language, started_at)
  select replace(gen_random_uuid()::text, '-', ''), $1, 'fr', now() from generate_series(1, $2)
  returning id, token`
