import type { Action, ActionId, SourceKey } from './action.ts'
import type { Benchmarks } from './benchmark.ts'
import type { Crosswalk } from './crosswalk.ts'
import type { Partner } from './partner.ts'
import type { QuestionId } from './option.ts'
import type { Axis, Question } from './question.ts'
import { type Language } from '../../core/language.ts'
import type { Renames } from './renames.ts'
import type { Training, TrainingId } from './training.ts'

/** Nobody in a shop has more: the loader refuses a questionnaire that asks for more time. */
export const MOST_SECONDS = 300

/** Where a figure or a grade of evidence comes from. */
export type Source = { key: SourceKey; title: string; url: string }

/** A whole programme as its folder says it: checked, complete and never changed while it is in use. */
export type Programme = {
  slug: string
  /** Semantic version of the content, raised by its authors. */
  version: string
  /** SHA-256 of every file of the folder: two programmes with the same hash ask and say the same. */
  hash: string
  name: string
  organisation: string
  languages: readonly Language[]
  /** The last day on which owners answer online, as 2027-05-16; left out: no end is set. */
  endsOn?: string
  /** `startsOn` is a day, as 2026-11-16. */
  goal: { businesses: number; weeks: number; startsOn: string }
  /** Colours as CSS `oklch(…)`: the deep shop colour, the bright awning, the light of a lit window. */
  brand: { deep: string; bright: string; light: string }
  contact: { email: string; privacyEmail: string; phone?: string; address?: string }
  axes: readonly Axis[]
  /** Questions about the business, in asking order. */
  profile: readonly Question[]
  /** The items of the diagnostic, in asking order, numbered from 1. */
  questions: readonly Question[]
  actions: readonly Action[]
  trainings: readonly Training[]
  partners: readonly Partner[]
  sources: readonly Source[]
  crosswalk: Crosswalk
  /** What became of the ids of past versions; absent in contents older than renaming. */
  renames?: Renames
  /** Releases kept before there were published figures have none. */
  benchmarks?: Benchmarks
}

/** What is needed to ask: the questions, without what follows from the answers. */
export type Questionnaire = Pick<Programme, 'profile' | 'questions'>

/** What is looked up all the time in one content, made when first asked for: a programme never changes. */
type Index = { questions: readonly Question[]; byId: ReadonlyMap<QuestionId, Question> }

const indexes = new WeakMap<Questionnaire, Index>()
const actionIndexes = new WeakMap<Programme, ReadonlyMap<ActionId, Action>>()

function indexOf(programme: Questionnaire): Index {
  const known = indexes.get(programme)
  if (known) return known
  const questions = [...programme.profile, ...programme.questions]
  const index = { questions, byId: new Map(questions.map((question) => [question.id, question])) }
  indexes.set(programme, index)
  return index
}

/** Where programmes are run: their days begin and end there, and so do those that pages and mails name. */
export const programmeZone = 'Europe/Paris'

const dayThere = new Intl.DateTimeFormat('sv-SE', { timeZone: programmeZone })

/** Is its last day behind us? What was given stays readable; owners give nothing more online. */
export function isClosed({ endsOn }: Pick<Programme, 'endsOn'>, now: Date): boolean {
  return endsOn !== undefined && dayThere.format(now) > endsOn
}

/** Profile questions, then items. */
export function everyQuestion(programme: Questionnaire): readonly Question[] {
  return indexOf(programme).questions
}

export function findQuestion(programme: Questionnaire, id: QuestionId): Question | null {
  return indexOf(programme).byId.get(id) ?? null
}

export function findAction(programme: Programme, id: ActionId): Action | null {
  const known = actionIndexes.get(programme)
  const index = known ?? new Map(programme.actions.map((action) => [action.id, action]))
  if (!known) actionIndexes.set(programme, index)
  return index.get(id) ?? null
}

/** By its id (F01) or by its French address. */
export function findTraining(programme: Programme, idOrSlug: TrainingId): Training | null {
  return (
    programme.trainings.find((training) => training.id === idOrSlug || training.slug === idOrSlug) ?? null
  )
}
