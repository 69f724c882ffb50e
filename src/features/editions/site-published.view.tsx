import { formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import type { Result } from '../diagnostics/result.ts'
import type { PublishedFigure } from '../programmes/benchmark.ts'
import { findQuestion, type Programme } from '../programmes/programme.ts'
import { standingOf } from './place.ts'
import { texts } from './texts.ts'

type PublishedProps = {
  page: PageContext
  /** The programme in use: older releases may have no figures. */
  programme: Programme
  result: Result
}

/** What surveys of others found about the same subjects: apart, each with its year, population and source. */
export function PublishedSection({ page, programme, result }: PublishedProps) {
  const words = texts[page.language].published
  const { size } = standingOf(result.answers, null)
  const figures = (programme.benchmarks?.figures ?? []).filter(
    (figure) => figure.size === undefined || figure.size === size,
  )
  if (figures.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      <details class="theme published">
        <summary>{words.open(formatNumber(figures.length, page.language), figures.length > 1)}</summary>
        {[...Map.groupBy(figures, ({ item }) => item)].map(([item, group]) => (
          <div key={item}>
            <h3>{findQuestion(programme, item)?.title[page.language] ?? item}</h3>
            {group.map((figure) => (
              <Published key={figure.id} {...{ page, programme, figure }} />
            ))}
          </div>
        ))}
      </details>
    </section>
  )
}

type FigureProps = Omit<PublishedProps, 'result'> & { figure: PublishedFigure }

function Published({ page: { language }, programme, figure }: FigureProps) {
  const words = texts[language].published
  const who =
    programme.benchmarks?.populations.find(({ id }) => id === figure.population)?.who[language] ?? ''
  const source = programme.sources.find(({ key }) => key === figure.source)
  return (
    <p>
      {words.figure(formatNumber(figure.share, language), figure.says[language])}{' '}
      <span class="soft">
        {words.whoAndWhen(who, String(figure.year))} {figure.isSecondHand && words.secondHand}{' '}
        {source && <a href={source.url}>{words.source(source.title)}</a>}
      </span>
    </p>
  )
}
