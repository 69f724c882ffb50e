import { Empty } from '../../ui/empty.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { findTraining, type Programme } from '../programmes/programme.ts'
import type { FeedbackSummary } from './feedback.ts'
import { texts } from './texts.ts'

type StaffProps = {
  page: PageContext
  programme: Programme
  summaries: readonly FeedbackSummary[]
  /** Of one's own sessions only. */
  isOwnOnly: boolean
  /** Of people of one relay's businesses only. */
  isRelayOnly: boolean
}

/** A line a training; from five answers on with its figures and its words. */
export function StaffFeedbackPage({ page, programme, summaries, ...scope }: StaffProps) {
  const { language } = page
  const words = texts[language].staff
  return (
    <StaffPage page={page} title={words.title} context={<About page={page} {...scope} />}>
      <h1>{words.title}</h1>
      {summaries.length === 0 ? (
        <Empty title={words.empty}>
          <p>{words.emptyText}</p>
        </Empty>
      ) : (
        <Summaries {...{ page, programme, summaries }} />
      )}
    </StaffPage>
  )
}

type Scope = Pick<StaffProps, 'page' | 'isOwnOnly' | 'isRelayOnly'>

function About({ page: { language }, isOwnOnly, isRelayOnly }: Scope) {
  const words = texts[language].staff
  return (
    <>
      <h2>{words.about}</h2>
      <p>{words.aboutText}</p>
      {isOwnOnly && <p>{words.ownOnly}</p>}
      {isRelayOnly && <p>{words.relayOnly}</p>}
    </>
  )
}

function Summaries({
  page: { language },
  programme,
  summaries,
}: Omit<StaffProps, 'isOwnOnly' | 'isRelayOnly'>) {
  const words = texts[language].staff
  const titleOf = ({ trainingId }: FeedbackSummary) =>
    findTraining(programme, trainingId)?.title[language] ?? trainingId
  const columns = words.columns.map((heading, i) => ({ heading, numeric: i === 1 }))
  const rows = summaries.map((summary) => [titleOf(summary), ...cellsOf(summary, language)])
  return (
    <>
      <Table caption={words.caption} columns={columns} rows={rows} />
      {summaries.map((summary) => (
        <Words key={summary.trainingId} language={language} title={titleOf(summary)} summary={summary} />
      ))}
    </>
  )
}

function cellsOf({ said }: FeedbackSummary, language: PageContext['language']): string[] {
  const words = texts[language].staff
  if (said === null) return ['–', words.tooFew, '–']
  const { answers, usefulness, pace } = said
  const number = (count: number) => formatNumber(count, language)
  return [
    number(answers),
    words.usefulness(number(usefulness.yes), number(usefulness['so-so']), number(usefulness.no)),
    words.pace(number(pace.slow), number(pace.right), number(pace.fast)),
  ]
}

type WordsProps = { language: PageContext['language']; title: string; summary: FeedbackSummary }

function Words({ language, title, summary: { said } }: WordsProps) {
  if (said === null || said.words.length === 0) return null
  return (
    <section class="stack">
      <h2>{texts[language].staff.words(title)}</h2>
      <ul class="bare">
        {said.words.map((word, i) => (
          <li key={i}>{word}</li>
        ))}
      </ul>
    </section>
  )
}
