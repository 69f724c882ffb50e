import { formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { questionTitle } from '../diagnostics/site-result.view.tsx'
import { grades } from '../programmes/action.ts'
import type { DiiPoint } from '../programmes/crosswalk.ts'
import type { OptionId } from '../programmes/option.ts'
import { findQuestion, type Programme } from '../programmes/programme.ts'
import { findOption, type Axis } from '../programmes/question.ts'
import { MONTHS, WEEKS } from './budget.ts'
import { MOST_ACTIONS } from './plan.ts'
import { texts } from './texts.ts'

type MethodProps = { page: PageContext; programme: Programme }

/** Everything that enters a result, from the programme as it is today. */
export function MethodPage({ page, programme }: MethodProps) {
  const words = texts[page.language].method
  return (
    <Page page={page} title={words.title} description={words.description} bodyClass="method">
      <h1>{words.title}</h1>
      <p class="lead">{words.intro(programme.name, programme.version)}</p>
      <section class="stack">
        <h2>{words.axes}</h2>
        <Rules rules={words.axesRules} />
        {programme.axes.map((axis) => (
          <Weights key={axis.id} {...{ page, programme, axis }} />
        ))}
      </section>
      <section class="stack">
        <h2>{words.plan}</h2>
        <Rules rules={words.planRules(MOST_ACTIONS, WEEKS, MONTHS)} />
        <h3>{words.grades}</h3>
        <Grades page={page} />
      </section>
      <DiiSection page={page} programme={programme} />
      <DmaSection page={page} programme={programme} />
      <Sources page={page} programme={programme} />
    </Page>
  )
}

function Rules({ rules }: { rules: readonly string[] }) {
  return (
    <ul>
      {rules.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  )
}

function Weights({ page: { language }, programme, axis }: MethodProps & { axis: Axis }) {
  const words = texts[language].method
  const columns = [{ heading: words.question }, { heading: words.weight, numeric: true }]
  const rows = programme.questions
    .filter((question) => question.axis === axis.id)
    .map(({ title, weight }) => [title[language], formatNumber(weight, language)])
  return <Table caption={words.weights(axis.title[language])} columns={columns} rows={rows} />
}

function Grades({ page }: { page: PageContext }) {
  const words = texts[page.language].plan.grade
  return (
    <ul>
      {grades.map((grade) => (
        <li key={grade}>
          <b>{grade}</b> {words[grade]}
        </li>
      ))}
    </ul>
  )
}

function DiiSection({ page, programme }: MethodProps) {
  const words = texts[page.language].method
  const { version, note, points } = programme.crosswalk.dii
  const columns = [words.point, words.question, words.sure, words.possible, words.fit].map((heading) => ({
    heading,
  }))
  const rows = points.map((point) => [
    `${point.point}. ${point.title[page.language]}`,
    questionTitle(page, programme, point.question),
    optionWords(page, programme, { point, options: point.sure }),
    optionWords(page, programme, { point, options: point.possible }),
    words.fits[point.fit],
  ])
  return (
    <section class="stack">
      <h2>{words.dii}</h2>
      <p>
        {words.diiVersion(version)} {note[page.language]}
      </p>
      <Table caption={words.dii} captionUnseen columns={columns} rows={rows} />
    </section>
  )
}

function optionWords(
  { language }: PageContext,
  programme: Programme,
  { point, options }: { point: DiiPoint; options: readonly OptionId[] },
): string {
  const question = findQuestion(programme, point.question)
  return options.map((id) => (question && findOption(question, id)?.label[language]) ?? id).join(' ; ')
}

function DmaSection({ page, programme }: MethodProps) {
  const words = texts[page.language].method
  const { note, covered, notCovered } = programme.crosswalk.dma
  const columns = [words.row, words.covered, words.fit].map((heading) => ({ heading }))
  const rows = [
    ...covered.map(({ row, title, questions, fit }) => [
      `${row} ${title[page.language]}`,
      questions.map((question) => questionTitle(page, programme, question)).join(' '),
      words.fits[fit],
    ]),
    ...notCovered.map(({ row, title }) => [`${row} ${title[page.language]}`, words.notCovered, '']),
  ]
  return (
    <section class="stack">
      <h2>{words.dma}</h2>
      <p>{note[page.language]}</p>
      <Table caption={words.dma} captionUnseen columns={columns} rows={rows} />
    </section>
  )
}

function Sources({ page, programme }: MethodProps) {
  return (
    <section class="stack">
      <h2>{texts[page.language].method.sources}</h2>
      <ul>
        {programme.sources.map(({ key, title, url }) => (
          <li key={key}>
            <a href={url}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
