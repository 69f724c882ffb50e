import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { formatNumber } from '../../ui/format.ts'
import { OptionList } from '../../ui/option-list.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Progress } from '../../ui/progress.tsx'
import type { Questionnaire } from '../programmes/programme.ts'
import type { OptionId } from '../programmes/option.ts'
import { findOption, type Question } from '../programmes/question.ts'
import { nextPage, previousPage, progressAt, standingGiven, type GivenAnswers } from './diagnostic.ts'
import { isFirstPictureReady } from './precision.ts'
import { PrivateLink } from './site-private.view.tsx'
import { texts } from './texts.ts'
import { diagnosticUrls, type ReturnTo } from './urls.ts'

export type Asked = {
  programme: Questionnaire
  question: Question
  token: string
  given: GivenAnswers
  /** The answer of the run taken up again, proposed while there is none here. */
  lastTime: OptionId | null
  /** Where to go back to once this answer is changed; else the next question follows. */
  returnTo?: ReturnTo | undefined
}

type QuestionProps = {
  page: Pick<PageContext, 'language' | 'publicUrl'>
  asked: Asked
  error?: string | undefined
}

/** What a page of the questionnaire holds: made by the server, and by the browser once it goes on by itself. */
export function QuestionAsked({ page, asked, error }: QuestionProps) {
  const { language } = page
  const { programme, question, given, token, returnTo } = asked
  const message = error === undefined ? undefined : texts[language].errors[error]
  const title = question.title[language]
  const answer = standingGiven(programme, given)[question.id]
  const options = question.options.map(({ id, label }) => ({ value: id, label: label[language] }))
  return (
    <>
      <ErrorSummary language={language} errors={message ? [{ field: 'reponses', message }] : []} />
      <Before page={page} asked={asked} />
      <h1 id="question" class="question" tabIndex={-1}>
        {title}
      </h1>
      {question.help && <p class="question-help">{question.help[language]}</p>}
      {answer && answer.source !== 'answered' && <p>{texts[language].question[answer.source]}</p>}
      <LastTime page={page} asked={asked} />
      <form id="reponses" method="post" action={diagnosticUrls.question(token, question.id, returnTo)}>
        <OptionList
          {...{ language, name: 'option', labelledBy: 'question', options }}
          current={answer?.option}
        />
      </form>
      <After page={page} asked={asked} />
    </>
  )
}

/** One tap keeps what was answered the last time; nothing is kept without it. */
function LastTime({
  page: { language },
  asked: { question, token, given, lastTime, returnTo },
}: QuestionProps) {
  const option = lastTime === null || given[question.id] ? null : findOption(question, lastTime)
  if (!option) return null
  return (
    <form method="post" action={diagnosticUrls.question(token, question.id, returnTo)}>
      <Button kind="plain" name="option" value={option.id}>
        {texts[language].again.lastTime(option.label[language])}
      </Button>
    </form>
  )
}

function Before({
  page: { language },
  asked: { programme, question, given, token, returnTo },
}: QuestionProps) {
  const words = texts[language].question
  const previous = returnTo ? null : previousPage(programme, given, question.id)
  const place = returnTo ? null : progressAt(programme, given, question.id)
  return (
    <>
      {previous && (
        <p>
          <a href={diagnosticUrls.question(token, previous.id)}>{words.back}</a>
        </p>
      )}
      {place && (
        <Progress
          language={language}
          question={place.number}
          total={place.total}
          minutesLeft={place.minutesLeft}
        />
      )}
    </>
  )
}

function After({ page, asked }: QuestionProps) {
  const { programme, question, given, token, returnTo } = asked
  const words = texts[page.language].question
  if (returnTo) {
    const back = returnTo === 'resultat' ? diagnosticUrls.result(token) : diagnosticUrls.answers(token)
    return (
      <p>
        <a href={back}>{words.backTo[returnTo]}</a>
      </p>
    )
  }
  const next = nextPage(programme, given, question.id)
  const skipped = next ? diagnosticUrls.question(token, next.id) : diagnosticUrls.answers(token)
  return (
    <>
      <p>
        <a href={skipped}>{words.skip}</a>
      </p>
      <FirstPicture page={page} asked={asked} />
      <p>
        <a href={diagnosticUrls.answers(token)}>{words.see}</a>
      </p>
      <details>
        <summary>{words.later}</summary>
        <PrivateLink page={page} token={token} />
      </details>
    </>
  )
}

/** From a few answers on, a result can be seen before the last question. */
function FirstPicture({ page: { language }, asked: { programme, given, token } }: QuestionProps) {
  if (!isFirstPictureReady(programme, given)) return null
  const words = texts[language].question
  const said = Object.values(standingGiven(programme, given)).filter(({ source }) => source !== 'inferred')
  const count = formatNumber(said.length, language)
  return (
    <form class="first-picture stack" method="post" action={diagnosticUrls.finish(token)}>
      <p>
        <b>{words.firstPicture(count)}</b> {words.seeFirstWhy}
      </p>
      <Button kind="plain">{words.seeFirst}</Button>
    </form>
  )
}
