import type { OptionId, QuestionId } from '../programmes/option.ts'
import { everyQuestion, findQuestion, type Programme } from '../programmes/programme.ts'
import { findOption } from '../programmes/question.ts'
import { isRetired, noRenames, optionNow, questionNow } from '../programmes/renames.ts'

/** Every id that answers of one published version may bear. */
export type ReleaseIds = { version: string; questions: Readonly<Record<QuestionId, readonly OptionId[]>> }

/** An id of a past version of which nobody says what became of it. */
export type LostId = { version: string; question: QuestionId; option: OptionId | null }

export function idsOf(programme: Programme): ReleaseIds {
  const questions = everyQuestion(programme).map(({ id, options }) => [
    id,
    options.map((option) => option.id),
  ])
  return { version: programme.version, questions: Object.fromEntries(questions) }
}

/** One list a version, with all that several lists of it name. */
export function mergeIds(lists: readonly ReleaseIds[]): ReleaseIds[] {
  const merged = new Map<string, Record<QuestionId, readonly OptionId[]>>()
  for (const { version, questions } of lists) {
    const all = merged.get(version) ?? {}
    for (const [question, options] of Object.entries(questions))
      all[question] = [...new Set([...(all[question] ?? []), ...options])]
    merged.set(version, all)
  }
  return [...merged].map(([version, questions]) => ({ version, questions }))
}

/** The ids of past versions that are neither there, nor renamed, nor retired. */
export function lostIds(programme: Programme, past: readonly ReleaseIds[]): LostId[] {
  return past.flatMap(({ version, questions }) =>
    Object.entries(questions).flatMap(([question, options]) =>
      lostOf(programme, { version, question, options }),
    ),
  )
}

type Listed = { version: string; question: QuestionId; options: readonly OptionId[] }

function lostOf(programme: Programme, { version, question, options }: Listed): LostId[] {
  const renames = programme.renames ?? noRenames
  const now = questionNow(renames, question)
  if (isRetired(renames, now)) return []
  const asked = findQuestion(programme, now)
  if (!asked) return [{ version, question, option: null }]
  return options
    .filter((option) => {
      const name = optionNow(renames, now, option)
      return !findOption(asked, name) && !isRetired(renames, now, name)
    })
    .map((option) => ({ version, question, option }))
}

/** The list of a version never forgets: what an earlier content of it had stays. */
export function withIdsOf(programme: Programme, listed: ReleaseIds | null): ReleaseIds {
  const ids = idsOf(programme)
  return mergeIds(listed ? [listed, ids] : [ids])[0] ?? ids
}
