import { AxisPicture, type AxisBar } from '../../ui/axis-picture.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import type { Result } from '../diagnostics/result.ts'
import type { AxisScore } from '../diagnostics/score.ts'
import { axisBar } from '../diagnostics/site-result.view.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { programmeZone, type Programme } from '../programmes/programme.ts'
import type { Peers } from './edition.ts'
import { positionIn, type Comparison } from './peers.ts'
import { whoWords } from './site-beside.view.tsx'
import { ItemsOfPeers } from './site-items.view.tsx'
import { PublishedSection } from './site-published.view.tsx'
import { texts } from './texts.ts'

type CompareProps = {
  page: PageContext
  token: string
  programme: Programme
  result: Result
  comparison: Comparison
  /** The programme in use, which has the newest published figures. */
  published: Programme
}

/** A result beside shops alike, theme by theme and question by question; surveys of others apart, below. */
export function ComparePage({ comparison, published, ...props }: CompareProps) {
  const { page, token, result } = props
  const words = texts[page.language].peers
  const { peers } = comparison
  return (
    <Page page={page} title={words.title} bodyClass="result" isPrivate>
      <p>
        <a href={diagnosticUrls.result(token)}>{words.back}</a>
      </p>
      <h1>{words.title}</h1>
      {peers ? <Peered {...props} comparison={{ ...comparison, peers }} /> : <p>{words.empty}</p>}
      <PublishedSection {...{ page, result }} programme={published} />
    </Page>
  )
}

type PeeredProps = Omit<CompareProps, 'published' | 'comparison'> & {
  comparison: Comparison & { peers: Peers }
}

function Peered({ page, token, programme, result, comparison }: PeeredProps) {
  const words = texts[page.language].peers
  const { peers } = comparison
  const axes = result.axes.map((score) => barOf(page, { programme, peers, score }))
  return (
    <>
      <p>{whoWords(page, comparison)}</p>
      <Dates {...{ page, token, peers }} />
      <AxisPicture language={page.language} caption={words.caption} axes={axes} />
      <p class="soft">{words.how}</p>
      <ItemsOfPeers {...{ page, programme, result, peers }} />
    </>
  )
}

function Dates({ page: { language }, token, peers }: { page: PageContext; token: string; peers: Peers }) {
  const words = texts[language].peers
  const { countedAt, madeAt, newerAt } = peers
  const date = (moment: Date) => formatDate(moment, programmeZone, language)
  return (
    <>
      {countedAt < madeAt && <p>{words.counted(date(countedAt))}</p>}
      {newerAt && (
        <p>
          {words.newer(date(newerAt))} <a href={diagnosticUrls.result(token)}>{words.again}</a>
        </p>
      )}
    </>
  )
}

type BarProps = { programme: Programme; peers: Peers; score: AxisScore }

function barOf(page: PageContext, { programme, peers, score }: BarProps): AxisBar {
  const { language } = page
  const words = texts[language].peers
  const bar = axisBar(page, programme, score)
  if (bar.asked === 0) return bar
  const quartiles = peers.figures.axes[score.axis]
  if (!quartiles) return { ...bar, sentence: words.thin }
  const say = (value: number) => formatNumber(value, language)
  const { of, low, middle, high } = quartiles
  const sentence = `${words.you[positionIn(score, quartiles)]} ${words.quarters(say(of), say(low), say(middle), say(high))}`
  return { ...bar, others: { low, high }, sentence }
}
