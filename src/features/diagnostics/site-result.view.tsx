import type { ComponentChildren } from 'preact'
import { AxisPicture, type AxisBar } from '../../ui/axis-picture.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Table } from '../../ui/table.tsx'
import type { OptionId, QuestionId } from '../programmes/option.ts'
import { findQuestion, type Programme } from '../programmes/programme.ts'
import { findOption, type AxisId } from '../programmes/question.ts'
import { dmaShare } from './dii.ts'
import type { Result } from './result.ts'
import type { AxisScore, PointSource } from './score.ts'
import { texts } from './texts.ts'
import { diagnosticUrls } from './urls.ts'

type ResultProps = { page: PageContext; programme: Programme; result: Result; token: string }

/** The middle half of others on an axis, with a sentence on where this one stands among them. */
export type Others = { low: number; high: number; sentence: string }

/** What a later feature knows of others: axis by axis, and in words under the picture. */
export type Beside = { others: ReadonlyMap<AxisId, Others>; note: ComponentChildren }

/** The five axes as a picture, a table and sentences, beside others if they are known; what each point came from. */
export function AxesSection({ page, programme, result, token, beside }: ResultProps & { beside?: Beside }) {
  const { language } = page
  const words = texts[language].axes
  const axes = result.axes.map((score) => axisBar(page, programme, score, beside))
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      <AxisPicture language={language} caption={words.caption} axes={axes} />
      {beside?.note}
      <details class="point-sources">
        <summary>{words.sources}</summary>
        {result.axes.map((score) => (
          <PointTable key={score.axis} {...{ page, programme, result, score, token }} />
        ))}
      </details>
    </section>
  )
}

/** One axis as pictures and documents show it: its range, what is known, its sentence, and others if they are known. */
export function axisBar(page: PageContext, programme: Programme, score: AxisScore, beside?: Beside): AxisBar {
  const asked = score.points.filter(({ of }) => of > 0)
  const known = asked.filter(({ points }) => points !== null)
  const others = beside?.others.get(score.axis)
  const own = axisSentence(page, score, { known: known.length, asked: asked.length })
  return {
    label: titleOf(page, programme, score),
    range: score.kind === 'score' ? { low: score.low, high: score.high } : null,
    known: known.length,
    asked: asked.length,
    sentence: others ? `${own} ${others.sentence}`.trim() : own,
    others,
  }
}

function titleOf({ language }: PageContext, { axes }: Programme, { axis }: AxisScore): string {
  return axes.find(({ id }) => id === axis)?.title[language] ?? axis
}

function axisSentence(
  { language }: PageContext,
  score: AxisScore,
  count: { known: number; asked: number },
): string {
  const words = texts[language].axes
  const say = (value: number) => formatNumber(value, language)
  if (count.asked === 0) return words.notConcerned
  if (score.kind === 'notEnough') return words.notEnough(say(count.known), say(count.asked))
  const place = score.low >= 75 ? words.most : score.low >= 40 ? words.some : words.little
  const unknown = count.asked - count.known
  return unknown === 0 ? place : `${place} ${words.unknown(say(unknown), unknown > 1)}`
}

type PointProps = ResultProps & { score: AxisScore }

function PointTable({ page, programme, result, score, token }: PointProps) {
  const words = texts[page.language].axes
  const { inferred } = texts[page.language].answers.from
  const columns = [
    { heading: words.question },
    { heading: words.yourAnswer },
    { heading: words.pointsHeading },
  ]
  const rows = score.points.map((point) => [
    questionTitle(page, programme, point.question),
    <a href={diagnosticUrls.question(token, point.question, 'resultat')}>
      {answerWords(page, programme, point)}
      {result.answers[point.question]?.source === 'inferred' && ` (${inferred})`}
    </a>,
    pointWords(page, point),
  ])
  return <Table caption={words.sourcesOf(titleOf(page, programme, score))} columns={columns} rows={rows} />
}

function pointWords({ language }: PageContext, { points, of }: PointSource): string {
  const words = texts[language].axes
  if (of === 0) return words.notCounted
  if (points === null) return words.pointsUnknown(formatNumber(of, language))
  return words.points(formatNumber(points, language), formatNumber(of, language), points)
}

/** A question as it was asked; its id when this release asks it no more. */
export function questionTitle({ language }: PageContext, programme: Programme, question: QuestionId): string {
  return findQuestion(programme, question)?.title[language] ?? question
}

/** An answer in its own words. */
export function answerWords(
  { language }: PageContext,
  programme: Programme,
  answer: { question: QuestionId; option: OptionId | null },
): string {
  const question = findQuestion(programme, answer.question)
  const option = question && answer.option !== null ? findOption(question, answer.option) : null
  return option?.label[language] ?? texts[language].answers.none
}

type EuropeProps = Omit<ResultProps, 'token'>

/** The count comparable with the European index, with what it is not; and the line on the assessment. */
export function europeWords({ page: { language }, programme, result }: EuropeProps) {
  const words = texts[language].dii
  const say = (value: number) => formatNumber(value, language)
  const { sure, possible, of } = result.dii
  const share = dmaShare(programme.crosswalk, result.dma, 'Q3')
  return {
    title: words.title,
    count:
      sure === possible
        ? words.exactly(say(sure), say(of), sure)
        : words.between(say(sure), say(possible), say(of)),
    caveats: words.caveats,
    dma: words.dma(say(share.covered), say(share.of), say(share.yes)),
  }
}

export function EuropeSection(props: EuropeProps) {
  const { page, result } = props
  const words = europeWords(props)
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <p>{words.count}</p>
      <ul>
        {words.caveats.map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
      <details>
        <summary>{texts[page.language].dii.table(formatNumber(result.dii.of, page.language))}</summary>
        <DiiTable {...props} />
      </details>
      <p>{words.dma}</p>
    </section>
  )
}

function DiiTable({ page, programme, result }: EuropeProps) {
  const words = texts[page.language].dii
  const titles = new Map(
    programme.crosswalk.dii.points.map(({ point, title }) => [point, title[page.language]]),
  )
  const columns = [{ heading: words.point }, { heading: words.answer }, { heading: words.counts }]
  const rows = result.dii.rows.map((row) => [
    titles.get(row.point) ?? row.point,
    answerWords(page, programme, row),
    words.state[row.state],
  ])
  return (
    <Table caption={words.table(formatNumber(result.dii.of, page.language))} columns={columns} rows={rows} />
  )
}
