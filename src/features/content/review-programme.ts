import {
  type Content,
  hasContent,
  listContent,
  placeIn,
  readContent,
  refused,
  reportProblem,
} from '../../core/content.ts'
import { type ReadProgramme, readProgramme } from '../programmes/load-programme.ts'
import { orDidYouMean } from '../programmes/nearest.ts'
import { everyQuestion, type Programme } from '../programmes/programme.ts'
import { findOption } from '../programmes/question.ts'
import { differencesBetween, type Difference } from './difference.ts'
import { fallingScores } from './falling.ts'
import type { Complained, Finding } from './finding.ts'
import { checkFreshness } from './freshness.ts'
import { idsFile, personasFile, resultsFile, wordingFile } from './input.ts'
import { neverOffered } from './offered.ts'
import { resultOf, type Persona, type PersonaResult } from './persona.ts'
import { idsOf, lostIds, mergeIds, type ReleaseIds } from './release-ids.ts'
import { checkWording } from './wording.ts'

/** What an author wants to know of a folder that a site could start with. */
export type Review = {
  programme: Programme
  findings: readonly Finding[]
  personas: readonly Persona[]
  results: readonly PersonaResult[]
  /** Against the results accepted last. */
  differences: readonly Difference[]
  /** The ids listed for the version in hand; null while there are none. */
  listed: ReleaseIds | null
}

/**
 * Looks closer than a start does: the words, the dates, the plans, the ids of past versions, the results of
 * invented shops. `today` is a day, as 2026-11-16; `served` are the ids that a database knows of.
 * @throws {ContentError} with all that keeps a site from starting with this folder
 */
export async function reviewProgramme(
  folder: string,
  today: string,
  served: readonly ReleaseIds[] = [],
): Promise<Review> {
  const read = await readProgramme(folder)
  const { programme, content } = read
  const personas = await readPersonas(content, programme)
  const accepted = await readOr(content, 'personas.results.yaml', resultsFile)
  const wordings = (await readOr(content, 'wording.yaml', wordingFile)) ?? {}
  const past = await readIds(content)
  if (content.problems.length > 0) throw refused(content)
  const complaints = [
    ...checkWording(read.parts, programme.languages, wordings),
    ...checkFreshness(read.parts, today),
    ...checkEffects(read),
    ...checkIds(programme, past, served),
    ...(personas.length > 0 ? [] : [noPersonas]),
  ]
  const results = personas.map((persona) => resultOf(programme, persona))
  return {
    programme,
    personas,
    results,
    findings: complaints.map((one) => located(content, one)).toSorted(byPlace),
    differences: differencesBetween(accepted?.results ?? [], results),
    listed: past.find(({ version }) => version === programme.version) ?? null,
  }
}

const noPersonas: Complained = { file: 'personas.yaml', path: [], complaint: { kind: 'no-personas' } }

function readOr<S extends Parameters<typeof readContent>[2]>(content: Content, file: string, schema: S) {
  return hasContent(content, file).then((there) => (there ? readContent(content, file, schema) : null))
}

async function readPersonas(content: Content, programme: Programme): Promise<readonly Persona[]> {
  const file = 'personas.yaml'
  const personas = (await readOr(content, file, personasFile(programme.languages)))?.personas ?? []
  const questions = new Map(everyQuestion(programme).map((question) => [question.id, question]))
  for (const [i, { answers }] of personas.entries()) {
    for (const [id, option] of Object.entries(answers)) {
      const path = ['personas', i, 'answers', id]
      const question = questions.get(id)
      if (!question)
        reportProblem(
          content,
          file,
          path,
          `there is no question "${id}"${orDidYouMean(id, questions.keys())}`,
        )
      else if (!findOption(question, option))
        reportProblem(content, file, path, `it has ${question.options.map((one) => one.id).join(', ')}`)
    }
  }
  return personas
}

async function readIds(content: Content): Promise<ReleaseIds[]> {
  if (!(await hasContent(content, 'ids'))) return []
  const lists: ReleaseIds[] = []
  for (const file of await listContent(content, 'ids')) {
    const ids = await readContent(content, file, idsFile)
    if (ids) lists.push(ids)
  }
  return lists
}

/** What the words lead to, by the true scores and the true plans. */
function checkEffects({ programme, parts }: ReadProgramme): Complained[] {
  const actionFiles = new Map(parts.actions.map(({ file, value }) => [value.id, file]))
  const itemFiles = new Map(parts.items.map(({ file, value }) => [value.id, file]))
  return [
    ...neverOffered(programme).map(({ id }): Complained => {
      const complaint = { kind: 'never-offered', action: id } as const
      return { file: actionFiles.get(id) ?? '', path: ['when'], complaint }
    }),
    ...fallingScores(programme).map(({ question, axis }): Complained => {
      const complaint = { kind: 'falling-score', question, axis } as const
      return { file: itemFiles.get(question) ?? '', path: ['options'], complaint }
    }),
  ]
}

function checkIds(
  programme: Programme,
  past: readonly ReleaseIds[],
  served: readonly ReleaseIds[],
): Complained[] {
  const lost = lostIds(programme, mergeIds([...past, ...served])).map((one): Complained => {
    return { file: 'renames.yaml', path: [], complaint: { kind: 'lost-id', ...one } }
  })
  const { version } = programme
  if (isListed(programme, past)) return lost
  return [
    ...lost,
    { file: 'programme.yaml', path: ['version'], complaint: { kind: 'unlisted-ids', version } },
  ]
}

function isListed(programme: Programme, past: readonly ReleaseIds[]): boolean {
  const { version, questions } = idsOf(programme)
  const listed = past.find((one) => one.version === version)?.questions ?? {}
  return Object.entries(questions).every(([question, options]) =>
    options.every((option) => listed[question]?.includes(option)),
  )
}

function located(content: Content, { file, path, complaint }: Complained): Finding {
  return { file, complaint, ...placeIn(content, file, path) }
}

function byPlace(one: Finding, other: Finding): number {
  return one.file < other.file ? -1 : one.file > other.file ? 1 : one.line - other.line
}
