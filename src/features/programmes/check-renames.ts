import { type Questions } from './check-references.ts'
import { orDidYouMean } from './nearest.ts'
import type { Parts, Report } from './parts.ts'
import { isRetired, optionNow, questionNow, type Renames } from './renames.ts'
import { findOption } from './question.ts'

/** Reports a renaming that leads nowhere, or that gives away a name still in use: ids are never used twice. */
export function checkRenames({ renames }: Parts, questions: Questions, report: Report): void {
  const { file, value } = renames
  checkQuestions({ file, value }, questions, report)
  checkOptions({ file, value }, questions, report)
  for (const [i, { question, option }] of value.retired.entries()) {
    const asked = questions.get(question)
    const isThere = asked && (option === undefined || findOption(asked, option))
    if (isThere)
      report(file, ['retired', i], 'this is still there: delete this line, or the question or option')
  }
}

type Filed = { file: string; value: Renames }

function checkQuestions({ file, value }: Filed, questions: Questions, report: Report): void {
  for (const [i, { from, to }] of value.questions.entries()) {
    if (questions.has(from))
      report(file, ['questions', i, 'from'], `"${from}" is still asked: an id is never used twice`)
    if (value.questions.findIndex((other) => other.from === from) < i)
      report(file, ['questions', i, 'from'], `"${from}" is renamed already`)
    const now = questionNow(value, from)
    if (!questions.has(now) && !isRetired(value, now))
      report(
        file,
        ['questions', i, 'to'],
        `there is no question "${to}"${orDidYouMean(to, questions.keys())}`,
      )
  }
}

function checkOptions({ file, value }: Filed, questions: Questions, report: Report): void {
  for (const [i, { question: id, from, to }] of value.options.entries()) {
    const question = questions.get(id)
    if (!question) {
      if (!isRetired(value, id))
        report(file, ['options', i, 'question'], `there is no question "${id}": write its name of today`)
      continue
    }
    if (findOption(question, from))
      report(file, ['options', i, 'from'], `"${from}" is still offered: an id is never used twice`)
    const now = optionNow(value, id, from)
    if (!findOption(question, now) && !isRetired(value, id, now))
      report(file, ['options', i, 'to'], `"${id}" has no option "${to}"`)
  }
}
