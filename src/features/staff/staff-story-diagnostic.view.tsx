/** A diagnostic in the story of a business. */
import type { Language } from '../../core/language.ts'
import { formatDate, formatDateTime, formatNumber } from '../../ui/format.ts'
import { Table } from '../../ui/table.tsx'
import { uiTexts } from '../../ui/texts.ts'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { AnswerSources } from '../entries/answer-sources.view.tsx'
import type { StoryAction, StoryDiagnostic } from './story.ts'
import { texts } from './texts.ts'

type SectionProps = { language: Language; diagnostic: StoryDiagnostic; zone: string }

/** One diagnostic: its result, its plan, what was done of it, and where its answers come from. */
export function DiagnosticSection({ language, diagnostic, zone }: SectionProps) {
  const words = texts[language].story
  const { token, startedAt, finishedAt, axes } = diagnostic
  const moment = (date: Date) => formatDateTime(date, { zone, language })
  const address = finishedAt ? diagnosticUrls.result(token) : diagnosticUrls.run(token)
  return (
    <section>
      <h3>{finishedAt ? words.finished(moment(finishedAt)) : words.started(moment(startedAt))}</h3>
      {axes.length === 0 ? (
        <p>{words.unfinished}</p>
      ) : (
        <Outcome language={language} diagnostic={diagnostic} />
      )}
      <Proofs language={language} proofs={diagnostic.proofs} zone={zone} />
      <AnswerSources language={language} answers={diagnostic.answers} zone={zone} />
      <p>
        <a href={address}>{finishedAt ? words.result : words.resume}</a>
      </p>
    </section>
  )
}

function Outcome({ language, diagnostic: { axes, actions } }: Omit<SectionProps, 'zone'>) {
  const words = texts[language].story
  const columns = words.axesColumns.map((heading, index) => ({ heading, numeric: index === 1 }))
  const rows = axes.map((axis) => [axis.title[language], scoreWords(axis, language)])
  return (
    <>
      <Table caption={words.axesCaption} columns={columns} rows={rows} />
      <h4>{words.plan}</h4>
      {actions.length === 0 && <p>{words.noAction}</p>}
      <ol class="story-plan">
        {actions.map((action) => (
          <ActionLine key={action.title.fr} language={language} action={action} />
        ))}
      </ol>
    </>
  )
}

type ProofsProps = Pick<SectionProps, 'language' | 'zone'> & Pick<StoryDiagnostic, 'proofs'>

function Proofs({ language, proofs, zone }: ProofsProps) {
  const words = texts[language].story
  if (proofs.length === 0) return null
  return (
    <>
      <h4>{words.done}</h4>
      <ul class="story-plan">
        {proofs.map(({ title, note, declaredAt }) => (
          <li key={title.fr}>
            <strong>{title[language]}</strong>, {formatDate(declaredAt, zone, language)}
            {note !== '' && <p>{note}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}

function scoreWords(axis: StoryDiagnostic['axes'][number], language: Language): string {
  const words = uiTexts[language].axes
  if (axis.kind === 'notEnough') return words.unknown
  const [low, high] = [formatNumber(axis.low, language), formatNumber(axis.high, language)]
  return low === high ? words.exactly(low) : words.between(low, high)
}

function ActionLine({ language, action: { title, reasons } }: { language: Language; action: StoryAction }) {
  const words = texts[language].story
  const answers = reasons.map(({ option, question }) => words.answer(option[language], question[language]))
  return (
    <li>
      <strong>{title[language]}</strong>
      {answers.length > 0 && <p>{words.because(answers)}</p>}
    </li>
  )
}
