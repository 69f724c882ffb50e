import type { Reader } from '../../core/db.ts'
import type { Releases } from '../diagnostics/store.ts'
import { everyQuestion } from '../programmes/programme.ts'
import { findOption } from '../programmes/question.ts'
import type { ToldAnswer } from './entry.ts'
import { listToldAnswers } from './store.ts'

/** The answers of a diagnostic in asking order, each with where it comes from and who typed it. */
export async function readToldAnswers(
  db: Reader,
  releases: Releases,
  diagnosticId: string,
): Promise<ToldAnswer[]> {
  const rows = await listToldAnswers(db, diagnosticId)
  const [first] = rows
  if (!first) return []
  const programme = await releases.read(db, first.releaseId)
  const byQuestion = new Map(rows.map((row) => [row.questionId, row]))
  return everyQuestion(programme).flatMap((question) => {
    const row = byQuestion.get(question.id)
    const option = row && findOption(question, row.optionId)
    if (!row || !option) return []
    const { source, channel, enteredBy, answeredAt } = row
    return { question: question.title, option: option.label, source, channel, enteredBy, answeredAt }
  })
}
