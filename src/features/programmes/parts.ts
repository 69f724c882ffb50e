import type { Action } from './action.ts'
import type { Benchmarks } from './benchmark.ts'
import type { Crosswalk } from './crosswalk.ts'
import type { Partner } from './partner.ts'
import type { Source } from './programme.ts'
import type { Axis, Question } from './question.ts'
import type { Renames } from './renames.ts'
import type { Training } from './training.ts'

/** A piece of a programme and the file that says it, so that what is wrong can be pointed at. */
export type Filed<T> = { file: string; value: T }

/** The files of a programme, each well formed, before it is known whether they agree with each other. */
export type Parts = {
  questionnaire: Filed<{ axes: Axis[]; profile: string[]; items: string[] }>
  profile: Filed<Question>[]
  items: Filed<Question>[]
  actions: Filed<Action>[]
  trainings: Filed<Training>[]
  partners: Filed<{ partners: Partner[] }>
  sources: Filed<{ sources: Source[] }>
  crosswalk: Filed<Crosswalk>
  renames: Filed<Renames>
  benchmarks: Filed<Benchmarks>
}

/** Notes that something is wrong at a key of a file. */
export type Report = (file: string, path: readonly (string | number)[], message: string) => void
