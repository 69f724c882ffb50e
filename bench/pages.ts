/** Pages of the built web process, against `node:http` that answers the same bytes from memory. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../bin/lib/paths.ts'
import { diagnosticUrls } from '../src/features/diagnostics/urls.ts'
import { loadProgramme } from '../src/features/programmes/load-programme.ts'
import { everyQuestion } from '../src/features/programmes/programme.ts'
import { compare, judge, type Figure } from './harness.ts'
import { load } from './load.ts'
import { freePort, launch, type Program } from './processes.ts'
import { exchange, sendForm, type Answer } from './replay.ts'
import { programmeFolder, type Bench } from './town.ts'

/** `reads`: the limit also reads the answers of this diagnostic, in that database. */
type Visited = { name: string; path: string; reads?: { databaseUrl: string; token: string } }
type Waits = { ours: number[]; limit: number[] }

const goal = { of: 'ratio', atLeast: 0.5 } as const

export async function pages(bench: Bench): Promise<Figure[]> {
  const databaseUrl = await bench.town()
  const web = await bench.startWeb(databaseUrl)
  const question = await questionInTheMiddle(web.url)
  const token = question.split('/')[2] ?? ''
  const visits: Visited[] = [
    { name: 'home page', path: '/' },
    { name: 'question page', path: question },
    { name: 'question page and its read', path: question, reads: { databaseUrl, token } },
  ]
  const figures: Figure[] = []
  for (const visit of visits) figures.push(...(await measurePage(bench, web.url, visit)))
  await web.stop()
  return figures
}

/** An owner has answered the first half of the questions; gives the address of the next one. */
async function questionInTheMiddle(url: string): Promise<string> {
  const token = await startDiagnostic(url)
  const questions = everyQuestion(await loadProgramme(programmeFolder))
  const half = questions.slice(0, Math.floor(questions.length / 2))
  let next = diagnosticUrls.run(token)
  for (const { id, options } of half) {
    const { status, headers } = await sendForm(url + diagnosticUrls.question(token, id), {
      option: options[0]?.id ?? '',
    })
    if (status !== 303 || !headers['location'])
      throw new Error(`the answer to ${id} was not taken: ${status}`)
    next = new URL(headers['location'], url).pathname
  }
  return next
}

/** Starts a diagnostic without saying for which shop; gives its token. */
export async function startDiagnostic(url: string): Promise<string> {
  const { status, headers } = await sendForm(url + diagnosticUrls.start, {})
  const token = headers['location']?.split('/')[2]
  if (status !== 303 || !token) throw new Error(`no diagnostic was started: ${status}`)
  return token
}

async function measurePage({ pace, folder }: Bench, url: string, visited: Visited): Promise<Figure[]> {
  const { name, path, reads } = visited
  const comparedWith = `bare node:http, same bytes${reads ? ', one bare read' : ''}`
  const bare = await startBare(await exchange(url + path), join(folder, `${name}.json`), reads)
  const waits: Waits = { ours: [], limit: [] }
  const visit = async (who: keyof Waits, address: string) => {
    const { perSecond, p99 } = await load(address + path, pace.seconds)
    waits[who].push(p99)
    return perSecond
  }
  const figure = await compare(
    {
      name,
      unit: 'requests/s',
      comparedWith,
      ...(!reads && { goal }),
      note: `${bare.bytes} bytes, uncompressed`,
      ours: () => visit('ours', url),
      limit: () => visit('limit', bare.url),
    },
    pace,
  )
  await bare.program.stop()
  return [figure, slowest(name, comparedWith, waits)]
}

/** The round that warms up does not count here either. */
function slowest(name: string, comparedWith: string, { ours, limit }: Waits): Figure {
  const rounds = ours.slice(1).map((wait, round) => ({ ours: wait, limit: limit[round + 1] ?? Number.NaN }))
  return judge({ name: `${name}, p99`, unit: 'ms', comparedWith }, rounds)
}

type Bare = { url: string; bytes: number; program: Program }

/** Another process that knows nothing but this answer. */
async function startBare(
  { status, headers, body }: Answer,
  file: string,
  reads: Visited['reads'],
): Promise<Bare> {
  if (status !== 200) throw new Error(`a page to be measured answered ${status}`)
  writeFileSync(file, JSON.stringify({ headers: lasting(headers, body), body: body.toString('base64') }))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = launch({
    args: [join(import.meta.dirname, 'bare-server.ts'), `${port}`, file, ...(reads ? [reads.token] : [])],
    env: reads ? { DATABASE_URL: reads.databaseUrl } : {},
    cwd: repository,
  })
  await program.answers(url)
  return { url, bytes: body.length, program }
}

/** Headers of the connection are Node's own business. */
function lasting(headers: Record<string, string>, body: Buffer): Record<string, string> {
  const own = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'])
  const kept = Object.entries(headers).filter(([name]) => !own.has(name))
  return { ...Object.fromEntries(kept), 'content-length': `${body.length}` }
}
