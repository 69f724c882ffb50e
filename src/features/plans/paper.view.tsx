import { axisTable, rangeWords } from '../../ui/axis-picture.tsx'
import { formatDate, formatMinutes, formatNumber } from '../../ui/format.ts'
import type { PdfBlock, PdfContent } from '../../ui/pdf.ts'
import { uiTexts } from '../../ui/texts.ts'
import { axisBar, europeWords } from '../diagnostics/site-result.view.tsx'
import { texts as diagnosticTexts } from '../diagnostics/texts.ts'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import type { Comparison } from '../editions/peers.ts'
import { besideAxes, peersWords } from '../editions/site-beside.view.tsx'
import type { Action } from '../programmes/action.ts'
import { findAction, findTraining, programmeZone } from '../programmes/programme.ts'
import { costOf, free, plus } from './budget.ts'
import type { PlanLine } from './plan.ts'
import { averageWords, becauseWords, budgetWords, emptyWords } from './site-slate.view.tsx'
import type { PlanProps } from './site-slate.view.tsx'
import { costWords } from './tell-plan.ts'
import { texts } from './texts.ts'
import { planUrls } from './urls.ts'

type PaperProps = PlanProps & { comparison: Comparison }

/** The result and its plan as a document to keep or to print: all that the page says first, and its address. */
export function planPaper(props: PaperProps): PdfContent {
  const { page, programme, plan, token } = props
  const { language } = page
  const words = texts[language]
  const address = `${page.publicUrl}${diagnosticUrls.run(token)}`
  return {
    language,
    title: words.result.title,
    author: programme.organisation,
    madeAt: plan.madeAt,
    brand: programme.brand,
    blocks: [
      { kind: 'title', words: words.result.title },
      soft(words.result.madeAt(formatDate(plan.madeAt, programmeZone, language))),
      ...planBlocks(props),
      ...axisBlocks(props),
      ...peersBlocks(props),
      ...europeBlocks(props),
      { kind: 'heading', words: words.paper.back },
      { kind: 'paragraph', label: words.paper.privatePage, words: address, url: address },
      soft(words.paper.private),
    ],
    foot: {
      words: words.paper.foot(programme.name, address),
      page: (number, total) =>
        words.paper.page(formatNumber(number, language), formatNumber(total, language)),
    },
  }
}

const say = (words: string): PdfBlock => ({ kind: 'paragraph', words })
const soft = (words: string): PdfBlock => ({ kind: 'paragraph', words, isSoft: true })
const detail = (label: string, words: string): PdfBlock => ({ kind: 'paragraph', label, words })

function planBlocks(props: PlanProps): PdfBlock[] {
  const { page, programme, plan } = props
  const words = texts[page.language].plan
  const found = plan.lines.flatMap((line) => {
    const action = findAction(programme, line.action)
    return action ? { line, action } : []
  })
  const total = found.map(({ action }) => costOf(action)).reduce(plus, free)
  return [
    { kind: 'heading', words: words.titles[found.length] ?? '' },
    ...found.flatMap(({ line, action }, index) => lineBlocks(props, { line, action, number: index + 1 })),
    say(found.length > 0 ? words.total(...averageWords(page, total)) : emptyWords(page, plan).words),
    ...budgetBlocks(props),
  ]
}

function budgetBlocks({ page, plan }: PlanProps): PdfBlock[] {
  const words = texts[page.language].plan
  const [minutes, euros] = budgetWords(page, plan)
  const { minutes: saidMinutes, euros: saidEuros } = plan.result.answers
  if (saidMinutes && saidEuros) return [say(words.declared(minutes, euros))]
  return [
    ...(saidMinutes ? [] : [say(words.assumedMinutes(minutes))]),
    ...(saidEuros ? [] : [say(words.assumedEuros(euros))]),
  ]
}

type Line = { line: PlanLine; action: Action; number: number }

function lineBlocks(props: PlanProps, { line, action, number }: Line): PdfBlock[] {
  const { language } = props.page
  const { plan: words, paper } = texts[language]
  return [
    { kind: 'subheading', words: `${formatNumber(number, language)}. ${action.title[language]}` },
    say(becauseWords(props, line.because)),
    detail(paper.cost, costWords(action, language)),
    ...(line.kind === 'find-out' ? [say(words.findOut)] : []),
    detail(words.firstStep, action.firstStep[language]),
    detail(words.freeWay, action.freeWay[language]),
    detail(words.proof, action.proof[language]),
    detail(words.evidence, words.grade[action.evidence.grade]),
    ...(action.verify ? [detail(words.verify, action.verify[language])] : []),
    ...trainingBlocks(props, action),
  ]
}

function trainingBlocks({ page, programme, token }: PlanProps, action: Action): PdfBlock[] {
  const { language, publicUrl } = page
  return action.trainings
    .flatMap((id) => findTraining(programme, id) ?? [])
    .map(({ minutes, title, slug }) => ({
      kind: 'paragraph',
      label: texts[language].plan.training(formatMinutes(minutes, language)),
      words: title[language],
      url: `${publicUrl}${planUrls.training(slug, token)}`,
    }))
}

function axisBlocks({ page, programme, token, plan, comparison }: PaperProps): PdfBlock[] {
  const { language } = page
  const { result } = plan
  const words = diagnosticTexts[language].axes
  const { picture, axis } = texts[language].paper
  const beside = besideAxes({ page, token, result, comparison })
  const axes = result.axes.map((score) => axisBar(page, programme, score, beside))
  const bars = axes.map((bar) => ({
    label: bar.label,
    value: rangeWords(language, bar.range),
    range: bar.range,
  }))
  const alt = picture(bars.map(({ label, value }) => axis(label, value)))
  return [
    { kind: 'heading', words: words.title },
    say(words.intro),
    { kind: 'bars', bars, alt },
    soft(uiTexts[language].axes.legend),
    { kind: 'list', items: axes.map(({ label, sentence = '' }) => `${label} – ${sentence}`) },
    { kind: 'table', ...axisTable({ language, caption: words.caption, axes }) },
  ]
}

/** Whom the shop was compared with; nothing before the first edition. */
function peersBlocks({ page, comparison }: PaperProps): PdfBlock[] {
  const words = peersWords(page, comparison)
  return words ? [{ kind: 'subheading', words: words.title }, say(words.who)] : []
}

function europeBlocks({ page, programme, plan: { result } }: PlanProps): PdfBlock[] {
  const words = europeWords({ page, programme, result })
  return [
    { kind: 'heading', words: words.title },
    say(words.count),
    { kind: 'list', items: words.caveats },
    say(words.dma),
  ]
}
