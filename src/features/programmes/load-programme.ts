import { basename, resolve } from 'node:path'
import type { z } from 'zod'
import {
  type Content,
  contentHash,
  hasContent,
  listContent,
  openContent,
  readContent,
  readFiles,
  refused,
  reportProblem,
} from '../../core/content.ts'
import { checkProgramme } from './check-programme.ts'
import { checkReplays } from './check-replays.ts'
import type { Crosswalk } from './crosswalk.ts'
import { programmeFiles, renamesFile, settingsFile, sourcesFile } from './input.ts'
import type { Filed, Parts } from './parts.ts'
import type { Programme } from './programme.ts'
import type { Question } from './question.ts'
import { noRenames } from './renames.ts'
import { type Language } from '../../core/language.ts'

type Settings = z.output<typeof settingsFile>

/**
 * Reads a programme from its folder (`programme.yaml`, `questionnaire.yaml`, `crosswalk.yaml`, `partners.yaml`,
 * `sources.yaml`, `benchmarks.yaml`, `renames.yaml` if there is one, one file each under `profile/`, `questions/`,
 * `actions/` and `trainings/`, and what the replays of trainings name under `replays/`).
 * Throws one ContentError that lists everything wrong, as `file:line:column message`: first what is badly
 * written, then, once all files are well formed, what does not fit together.
 */
export async function loadProgramme(folder: string): Promise<Programme> {
  return (await readProgramme(folder)).programme
}

/** A programme with the files it was read from, so that what is said about it can point at them. */
export type ReadProgramme = { programme: Programme; parts: Parts; content: Content }

/** As `loadProgramme`, for those who look closer than a start does. */
export async function readProgramme(folder: string): Promise<ReadProgramme> {
  const content = openContent(folder)
  const settings = await readContent(content, 'programme.yaml', settingsFile)
  if (!settings) throw refused(content)
  const folderName = basename(resolve(folder))
  if (settings.slug !== folderName) {
    reportProblem(content, 'programme.yaml', ['slug'], `this folder is named "${folderName}"`)
  }
  const parts = await readParts(content, settings.languages)
  if (!parts || content.problems.length > 0) throw refused(content)
  checkProgramme(parts, (file, path, message) => reportProblem(content, file, path, message))
  await checkReplays(parts, content)
  if (content.problems.length > 0) throw refused(content)
  return { programme: assemble(settings, parts, contentHash(readFiles(content))), parts, content }
}

async function readParts(content: Content, languages: readonly Language[]): Promise<Parts | null> {
  const files = programmeFiles(languages)
  const questionnaire = await readOne(content, 'questionnaire.yaml', files.questionnaire)
  const crosswalk = await readOne(content, 'crosswalk.yaml', files.crosswalk)
  const partners = await readOne(content, 'partners.yaml', files.partners)
  const sources = await readOne(content, 'sources.yaml', sourcesFile)
  const benchmarks = await readOne(content, 'benchmarks.yaml', files.benchmarks)
  const profile = await readAll(content, 'profile', files.profile)
  const items = await readAll(content, 'questions', files.item)
  const actions = await readAll(content, 'actions', files.action)
  const trainings = await readAll(content, 'trainings', files.training)
  const renames = await readRenames(content)
  if (!questionnaire || !crosswalk || !partners || !sources || !benchmarks || !renames) return null
  return {
    questionnaire,
    crosswalk,
    partners,
    sources,
    renames,
    benchmarks,
    actions,
    trainings,
    profile: profile.map(({ file, value }) => ({ file, value: profileQuestion(value) })),
    items: items.map(({ file, value }) => ({ file, value: { ...value, kind: 'item' } })),
  }
}

async function readRenames(content: Content): Promise<Parts['renames'] | null> {
  const file = 'renames.yaml'
  return (await hasContent(content, file)) ? readOne(content, file, renamesFile) : { file, value: noRenames }
}

async function readOne<S extends z.ZodType>(
  content: Content,
  file: string,
  schema: S,
): Promise<Filed<z.output<S>> | null> {
  const value = await readContent(content, file, schema)
  return value === null ? null : { file, value }
}

async function readAll<S extends z.ZodType>(content: Content, directory: string, schema: S) {
  const parts: Filed<z.output<S>>[] = []
  for (const file of await listContent(content, directory)) {
    const part = await readOne(content, file, schema)
    if (part) parts.push(part)
  }
  return parts
}

/** Profile answers stand outside every score. */
function profileQuestion(read: z.output<ReturnType<typeof programmeFiles>['profile']>): Question {
  const options = read.options.map((option) => ({ ...option, level: 'na' as const }))
  return { ...read, kind: 'profile', axis: null, weight: 0, options }
}

function assemble(settings: Settings, parts: Parts, hash: string): Programme {
  const { questionnaire, crosswalk } = parts
  const items = inOrder(questionnaire.value.items, parts.items)
  return {
    ...settings,
    hash,
    axes: questionnaire.value.axes,
    profile: inOrder(questionnaire.value.profile, parts.profile),
    questions: items.map((item, i) => ({ ...item, number: i + 1, ...crossings(item, crosswalk.value) })),
    actions: parts.actions.map(({ value }) => value),
    trainings: parts.trainings.map(({ value }) => value),
    partners: parts.partners.value.partners,
    sources: parts.sources.value.sources,
    crosswalk: crosswalk.value,
    renames: parts.renames.value,
    benchmarks: parts.benchmarks.value,
  }
}

function inOrder(ids: readonly string[], parts: readonly Filed<Question>[]): Question[] {
  const byId = new Map(parts.map(({ value }) => [value.id, value]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function crossings({ id }: Question, { dii, dma }: Crosswalk): Pick<Question, 'dii' | 'dma'> {
  return {
    dii: dii.points.filter((point) => point.question === id).map(({ point }) => point),
    dma: dma.covered.filter((row) => row.questions.includes(id)).map(({ row }) => row),
  }
}
