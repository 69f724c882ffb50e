/** What a phone downloads before it can show a page: the page and its style sheets, as compressed as it gets them. */
import { diagnosticUrls } from '../src/features/diagnostics/urls.ts'
import { loadProgramme } from '../src/features/programmes/load-programme.ts'
import { everyQuestion } from '../src/features/programmes/programme.ts'
import { trainingUrl, trainingUrls } from '../src/features/trainings/urls.ts'
import { editionUrls } from '../src/features/editions/urls.ts'
import { bookUrl } from '../src/features/training-sessions/urls.ts'
import { accountUrls } from '../src/features/accounts/urls.ts'
import { siteUrls } from '../src/ui/urls.ts'
import { alone, type Figure } from './harness.ts'
import { startDiagnostic } from './pages.ts'
import { exchange } from './replay.ts'
import { programmeFolder, statement, type Bench } from './town.ts'

/** Several addresses of one kind: the heaviest counts. */
type Kind = { name: string; paths: string[] }

const mostBytes = 14_336

export async function weights({ town, startWeb }: Bench): Promise<Figure[]> {
  const databaseUrl = await town()
  const web = await startWeb(databaseUrl)
  const figures: Figure[] = []
  for (const kind of await listKinds(databaseUrl, web.url)) figures.push(await weighKind(web.url, kind))
  figures.push(await weighFonts(web.url))
  await web.stop()
  return figures
}

async function listKinds(databaseUrl: string, url: string): Promise<Kind[]> {
  const programme = await loadProgramme(programmeFolder)
  const token = await startDiagnostic(url)
  const finished = await statement<{ token: string }>(databaseUrl, someFinished)
  const open = await statement<{ id: string }>(databaseUrl, someOpen)
  return [
    { name: 'home', paths: [siteUrls.home] },
    { name: 'start', paths: [diagnosticUrls.start] },
    { name: 'question', paths: everyQuestion(programme).map(({ id }) => diagnosticUrls.question(token, id)) },
    { name: 'result', paths: finished.map((run) => diagnosticUrls.result(run.token)) },
    { name: 'comparison', paths: finished.map((run) => editionUrls.compare(run.token)) },
    { name: 'catalogue', paths: [trainingUrls.catalogue] },
    { name: 'training', paths: programme.trainings.map(({ slug }) => trainingUrl(slug)) },
    { name: 'booking', paths: open.map(({ id }) => bookUrl(id)) },
    { name: 'sign-in', paths: [accountUrls.signIn] },
  ]
}

const someFinished = 'select token from diagnostics where finished_at is not null order by token limit 20'
const someOpen = `select id from training_sessions
  where starts_at > now() and cancelled_at is null and seats_taken < capacity order by id limit 20`

async function weighKind(url: string, { name, paths }: Kind): Promise<Figure> {
  const weighed: Weight[] = []
  for (const path of paths) weighed.push(await weigh(url, path))
  const heaviest = weighed.toSorted((one, other) => total(other) - total(one))[0]
  if (!heaviest) throw new Error(`the demo town has no page to weigh: ${name}`)
  const note = `${heaviest.html} bytes of page, ${heaviest.css} of styles${paths.length > 1 ? `; the heaviest of ${paths.length}` : ''}`
  const goal = { of: 'value', atMost: mostBytes } as const
  return alone({ name: `weight of ${name}`, value: total(heaviest), unit: 'bytes', goal, note })
}

type Weight = { html: number; css: number }
const total = ({ html, css }: Weight) => html + css

async function weigh(url: string, path: string): Promise<Weight> {
  const page = await bytesOf(url + path)
  const sheets = await stylesOf(url, path)
  const sizes = await Promise.all(sheets.map((sheet) => bytesOf(url + sheet)))
  return { html: page, css: sizes.reduce((sum, size) => sum + size, 0) }
}

/** As a browser that takes Brotli gets it. */
async function bytesOf(address: string): Promise<number> {
  const { status, body } = await exchange(address, { headers: { 'accept-encoding': 'br' } })
  if (status !== 200) throw new Error(`${address} answered ${status}`)
  return body.length
}

async function stylesOf(url: string, path: string): Promise<string[]> {
  const page = (await exchange(url + path)).body.toString()
  const links = [...page.matchAll(/<link[^>]*>/g)]
    .map(([link]) => link)
    .filter((link) => link.includes('stylesheet'))
  return links.flatMap((link) => /href="([^"]+)"/.exec(link)?.[1]?.replaceAll('&amp;', '&') ?? [])
}

/** Fonts come after the words and are kept for a year. */
async function weighFonts(url: string): Promise<Figure> {
  const sheets = await stylesOf(url, siteUrls.home)
  const texts = await Promise.all(sheets.map(async (sheet) => (await exchange(url + sheet)).body.toString()))
  const fonts = new Set(
    texts.flatMap((text) => [...text.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, font]) => font ?? '')),
  )
  const sizes = await Promise.all(
    [...fonts].map((font) => bytesOf(new URL(font, `${url}${sheets[0] ?? '/'}`).href)),
  )
  return alone({
    name: 'weight of the font',
    value: sizes.reduce((sum, size) => sum + size, 0),
    unit: 'bytes',
  })
}
