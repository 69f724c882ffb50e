import { createHash } from 'node:crypto'
import { engine } from '../diagnostics/result.ts'
import { everyQuestion, type Programme } from '../programmes/programme.ts'
import type { Question } from '../programmes/question.ts'

/** What decides whether two releases asked the same. */
export type Asked = Pick<Programme, 'slug' | 'axes' | 'profile' | 'questions'>

const known = new WeakMap<object, string>()

/**
 * The family of a release: a hash of what is asked, how it is worded, which answers there are, what they weigh and
 * what they settle, and of the engine that reads them. Releases of one family are counted together; a question worded
 * anew is another question, so it begins another family. Helps, actions and trainings may change freely.
 */
export function familyOf(asked: Asked): string {
  const family = known.get(asked) ?? hashOf(asked)
  known.set(asked, family)
  return family
}

function hashOf(asked: Asked): string {
  const axes = asked.axes.map(({ id }) => id)
  const questions = everyQuestion(asked as Programme).map(scaleOf)
  return createHash('sha256')
    .update(JSON.stringify([engine, asked.slug, axes, questions]))
    .digest('hex')
}

/** Lists, not objects: a release read back from PostgreSQL has its keys in another order. */
function scaleOf({ id, axis, title, weight, options, visibleWhen, inferredWhen = [] }: Question) {
  const answers = options.map(({ id, level, label }) => [id, level, label.fr, label.en])
  return [id, axis, title.fr, title.en, weight, answers, ordered([visibleWhen ?? null, inferredWhen])]
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, held]) => [key, ordered(held)])
}
