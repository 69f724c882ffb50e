import { type Condition, leaves } from './condition.ts'
import { orDidYouMean } from './nearest.ts'
import type { Question } from './question.ts'
import { findOption } from './question.ts'
import type { Filed, Report } from './parts.ts'

export type Questions = ReadonlyMap<string, Question>

/** A key of one file: the unit in which problems are reported. */
export type Spot = { file: string; path: readonly (string | number)[] }

/** Reports every question, option or level a condition names that does not exist. */
export function checkCondition(condition: Condition, questions: Questions, at: Spot, report: Report): void {
  for (const leaf of leaves(condition)) {
    const path = [...at.path, ...leaf.path]
    const question = questions.get(leaf.question)
    if (!question) {
      const hint = orDidYouMean(leaf.question, questions.keys())
      report(at.file, [...path, 0], `there is no question "${leaf.question}"${hint}`)
      continue
    }
    if (leaf.level !== null && question.kind === 'profile') {
      report(at.file, path, `"${leaf.question}" is a profile question: its answers have no level`)
    }
    for (const option of leaf.options) checkOption(question, option, { file: at.file, path }, report)
  }
}

export function checkOption(question: Question, option: string, at: Spot, report: Report): void {
  if (findOption(question, option)) return
  const known = question.options.map(({ id }) => id)
  const hint = orDidYouMean(option, known) || `; it has ${known.join(', ')}`
  report(at.file, at.path, `"${question.id}" has no option "${option}"${hint}`)
}

/** Reports each id that is written twice, at its second place. */
export function checkUnique(
  entries: readonly { id: string; at: Spot }[],
  what: string,
  report: Report,
): void {
  const seen = new Set<string>()
  for (const { id, at } of entries) {
    if (seen.has(id)) report(at.file, at.path, `this ${what} exists already: "${id}"`)
    seen.add(id)
  }
}

/** A file is named after what it says, so that a person finds it and two files cannot claim one id. */
export function checkFileName(part: Filed<{ id: string }>, expected: string, report: Report): void {
  const name = part.file.slice(part.file.lastIndexOf('/') + 1)
  if (name !== `${expected}.yaml`) report(part.file, ['id'], `this file should be named ${expected}.yaml`)
}
