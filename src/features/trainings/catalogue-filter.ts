/** Finding one training among many: by theme, by what the owner wants first, by time, by date. */
import type { Option, OptionId } from '../programmes/option.ts'
import type { Programme } from '../programmes/programme.ts'
import type { AxisId } from '../programmes/question.ts'
import type { Training, TrainingId } from '../programmes/training.ts'
import type { CatalogueQuery } from './catalogue-query.ts'

/** Null and false: whatever it is. */
export type CatalogueFilter = {
  theme: AxisId | null
  need: OptionId | null
  /** At most so many minutes, preparation included. */
  minutes: number | null
  hasDate: boolean
}

export type Shelved = Pick<Programme, 'axes' | 'trainings' | 'actions' | 'profile'>

/** What is chosen from: the trainings, and which of them have a seat in the coming weeks. */
export type Stock = { programme: Shelved; dated: ReadonlySet<TrainingId> }

/** "In the coming weeks": as long as people plan. */
export const DATED_WITHIN_DAYS = 28

export const noFilter: CatalogueFilter = { theme: null, need: null, minutes: null, hasDate: false }

/** The least of these steps that the trainings differ by are offered. */
const steps = [30, 45, 60, 90]

/** Wanting "something else" names no training. */
const vague: OptionId = 'other'

/** What the programme does not know is not asked for: an old or a foreign link shows more, never an error. */
export function filterOf(programme: Shelved, query: CatalogueQuery): CatalogueFilter {
  const { theme, besoin, duree, date } = query
  return {
    theme: programme.axes.find(({ id }) => id === theme)?.id ?? null,
    need: needsOf(programme).find(({ id }) => id === besoin)?.id ?? null,
    minutes: steps.find((step) => String(step) === duree) ?? null,
    hasDate: date === 'oui',
  }
}

export function isFiltered({ theme, need, minutes, hasDate }: CatalogueFilter): boolean {
  return theme !== null || need !== null || minutes !== null || hasDate
}

/** The trainings that are all that is asked, in the order of the programme. */
export function chooseTrainings({ programme, dated }: Stock, filter: CatalogueFilter): Training[] {
  const { theme, need, minutes, hasDate } = filter
  const served = need === null ? null : trainingsFor(programme, need)
  return programme.trainings.filter(
    (training) =>
      (theme === null || training.axis === theme) &&
      (served === null || served.has(training.id)) &&
      (minutes === null || minutesInAll(training) <= minutes) &&
      (!hasDate || dated.has(training.id)),
  )
}

/** How many trainings a choice would leave, beside what else is chosen. */
export function countWith(stock: Stock, filter: CatalogueFilter, change: Partial<CatalogueFilter>): number {
  return chooseTrainings(stock, { ...filter, ...change }).length
}

/** The session and what is prepared before it. */
export function minutesInAll({ minutes, prepMinutes }: Training): number {
  return minutes + prepMinutes
}

/** What owners may want first, as the diagnostic asks it, where a training serves it. */
export function needsOf(programme: Shelved): Option[] {
  const goal = programme.profile.find(({ id }) => id === 'goal')
  const options = goal?.options.filter(({ id }) => id !== vague) ?? []
  return options.filter(({ id }) => trainingsFor(programme, id).size > 0)
}

/** The steps that some trainings keep within and others do not. */
export function lengthsOf({ trainings }: Pick<Shelved, 'trainings'>): number[] {
  const counts = steps.map((step) => trainings.filter((one) => minutesInAll(one) <= step).length)
  return steps.filter((_, place) => {
    const count = counts[place] ?? 0
    return count > (counts[place - 1] ?? 0) && count < trainings.length
  })
}

/** A training says nothing of goals itself: it serves those of the actions that it helps with. */
function trainingsFor({ actions }: Pick<Shelved, 'actions'>, need: OptionId): ReadonlySet<TrainingId> {
  return new Set(actions.filter(({ goals }) => goals.includes(need)).flatMap(({ trainings }) => trainings))
}
