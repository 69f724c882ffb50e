import type { Language } from '../../core/language.ts'
import { formatDate } from '../../ui/format.ts'
import { Table } from '../../ui/table.tsx'
import type { ToldAnswer } from './entry.ts'
import { texts } from './texts.ts'

type SourcesProps = { language: Language; answers: readonly ToldAnswer[]; zone: string }

/** Each answer of a diagnostic, how it came, and who typed it. */
export function AnswerSources({ language, answers, zone }: SourcesProps) {
  const words = texts[language].sources
  if (answers.length === 0) return null
  const rows = answers.map((answer) => [
    answer.question[language],
    answer.option[language],
    sourceWords(answer, language, zone),
  ])
  const columns = words.columns.map((heading) => ({ heading }))
  return (
    <details>
      <summary>{words.title}</summary>
      <Table caption={words.caption} columns={columns} rows={rows} />
    </details>
  )
}

function sourceWords(answer: ToldAnswer, language: Language, zone: string): string {
  const words = texts[language].sources
  if (answer.source === 'prefilled') return words.register
  const channel = words.channels[answer.channel]
  const source = answer.enteredBy === null ? channel : words.by(channel, answer.enteredBy)
  return words.at(source, formatDate(answer.answeredAt, zone, language))
}
