import type { OptionId, QuestionId } from './option.ts'

/**
 * What became of the ids of past versions. It only grows: a run of the first version is read through every
 * renaming since. Questions are renamed before options, so an option stands under the newest name of its
 * question.
 */
export type Renames = {
  questions: readonly { from: QuestionId; to: QuestionId }[]
  options: readonly { question: QuestionId; from: OptionId; to: OptionId }[]
  /** No longer asked or offered, and nothing took its place: such an answer counts as not given. */
  retired: readonly { question: QuestionId; option?: OptionId; why: string }[]
}

export const noRenames: Renames = { questions: [], options: [], retired: [] }

/** The name of today for a question of any past version. */
export function questionNow({ questions }: Renames, id: QuestionId): QuestionId {
  return follow(id, (name) => questions.find(({ from }) => from === name)?.to)
}

/** The name of today for an option; `question` is the name of today already. */
export function optionNow({ options }: Renames, question: QuestionId, id: OptionId): OptionId {
  return follow(id, (name) => options.find((entry) => entry.question === question && entry.from === name)?.to)
}

/** Said to be gone on purpose: the question, or this option of it. Names of today. */
export function isRetired({ retired }: Renames, question: QuestionId, option?: OptionId): boolean {
  return retired.some(
    (entry) => entry.question === question && (entry.option === undefined || entry.option === option),
  )
}

/** Answers under the names of today. Of two old questions that became one, the answer to the newer name stays. */
export function underNewNames<T extends { option: OptionId }>(
  renames: Renames,
  given: Readonly<Record<QuestionId, T>>,
): Record<QuestionId, T> {
  const renamed: Record<QuestionId, T> = {}
  for (const [id, answer] of Object.entries(given)) {
    const question = questionNow(renames, id)
    if (question !== id && given[question]) continue
    renamed[question] = { ...answer, option: optionNow(renames, question, answer.option) }
  }
  return renamed
}

/** A name leads to another until one leads no further; a circle ends where it closes. */
function follow(id: string, next: (name: string) => string | undefined): string {
  const passed = new Set([id])
  let name = id
  for (let to = next(name); to !== undefined && !passed.has(to); to = next(name)) {
    passed.add(to)
    name = to
  }
  return name
}
