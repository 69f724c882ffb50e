import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import type { Programme } from '../programmes/programme.ts'
import { findOption, type Question } from '../programmes/question.ts'
import { firstUnanswered, walkThrough, withSources, type GivenAnswers } from './diagnostic.ts'
import { PrivateLink } from './site-private.view.tsx'
import { texts } from './texts.ts'
import { diagnosticUrls } from './urls.ts'

type AnswersProps = { page: PageContext; programme: Programme; token: string; given: GivenAnswers }

type ShownProps = Omit<AnswersProps, 'given'> & { standing: GivenAnswers }

/** All answers, each with its way to change it, and the way to the result. */
export function AnswersPage({ page, programme, token, given }: AnswersProps) {
  const words = texts[page.language].answers
  const walk = walkThrough(programme, given)
  const shown = { page, programme, token, standing: withSources(walk, given) }
  const { visible, answers } = walk
  return (
    <Page page={page} title={words.title} bodyClass="diagnostic" island="questions" isPrivate>
      <h1>{words.title}</h1>
      <Ending
        {...{ page, token, left: visible.length - answers.size }}
        next={firstUnanswered(programme, given)}
      />
      <AnswerGroup {...shown} title={words.profile} questions={visible.filter(({ axis }) => axis === null)} />
      {programme.axes.map(({ id, title }) => (
        <AnswerGroup
          key={id}
          {...shown}
          title={title[page.language]}
          questions={visible.filter(({ axis }) => axis === id)}
        />
      ))}
      <PrivateLink page={page} token={token} />
    </Page>
  )
}

type EndingProps = Pick<AnswersProps, 'page' | 'token'> & { left: number; next: Question | null }

function Ending({ page: { language }, token, left, next }: EndingProps) {
  const words = texts[language].answers
  return (
    <>
      <p>{left === 0 ? words.complete : words.left(formatNumber(left, language), left > 1)}</p>
      <form method="post" action={diagnosticUrls.finish(token)}>
        <ButtonRow>
          <Button>{words.seeResult}</Button>
          {next && (
            <ButtonLink kind="plain" href={diagnosticUrls.question(token, next.id)}>
              {words.goOn}
            </ButtonLink>
          )}
        </ButtonRow>
      </form>
    </>
  )
}

type GroupProps = ShownProps & { title: string; questions: readonly Question[] }

function AnswerGroup({ title, questions, ...props }: GroupProps) {
  if (questions.length === 0) return null
  return (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="answers">
        {questions.map((question) => (
          <Answer key={question.id} {...props} question={question} />
        ))}
      </ul>
    </section>
  )
}

function Answer({ page: { language }, token, standing, question }: ShownProps & { question: Question }) {
  const words = texts[language].answers
  const answer = standing[question.id]
  const option = answer ? findOption(question, answer.option) : null
  const title = question.title[language]
  return (
    <li>
      <span>{title}</span>
      {option ? (
        <b>
          {option.label[language]}
          {answer && answer.source !== 'answered' && <span class="soft"> ({words.from[answer.source]})</span>}
        </b>
      ) : (
        <span class="soft">{words.none}</span>
      )}
      <a href={diagnosticUrls.question(token, question.id, 'reponses')}>
        {option ? words.change : words.answer}
        <span class="unseen">{words.about(title)}</span>
      </a>
    </li>
  )
}
