import { ButtonLink } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import type { Programme } from '../programmes/programme.ts'
import { minutesFor, unansweredPages, type GivenAnswers } from './diagnostic.ts'
import { precisionOf, type Precision } from './precision.ts'
import type { Result } from './result.ts'
import { texts } from './texts.ts'
import { diagnosticUrls } from './urls.ts'

type PrecisionProps = {
  page: PageContext
  programme: Programme
  token: string
  result: Result
  /** The answers as they are now, which may be further than the result. */
  given: GivenAnswers
}

/** While questions are left: how precise the result is, what is missing, and the way on. */
export function PrecisionNote({ page, programme, token, result, given }: PrecisionProps) {
  const { language } = page
  const left = unansweredPages(programme, given)
  const [first] = left
  if (!first) return null
  const words = texts[language].precision
  const precision = precisionOf(programme, result)
  return (
    <Notice language={language} title={words.title(precision.isRough, howPrecise(page, precision))}>
      <p>{figuresShown(page, precision)}</p>
      <p>{words.left(formatNumber(left.length, language), minutesFor(left), left.length > 1)}</p>
      <ButtonLink kind="plain" href={diagnosticUrls.question(token, first.id)}>
        {words.refine}
      </ButtonLink>
      <details>
        <summary>{words.list}</summary>
        <ul>
          {left.map(({ id, title }) => (
            <li key={id}>
              <a href={diagnosticUrls.question(token, id, 'resultat')}>{title[language]}</a>
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  )
}

function howPrecise({ language }: PageContext, { within, isRough }: Precision): string {
  const words = texts[language].precision
  if (within === null) return ''
  return within === 0 ? words.exact : words.within(formatNumber(within, language), isRough, within)
}

function figuresShown({ language }: PageContext, { shown, of }: Precision): string {
  const words = texts[language].precision
  if (shown === 0) return words.none
  return shown === of
    ? words.all
    : words.some(formatNumber(shown, language), formatNumber(of, language), shown)
}
