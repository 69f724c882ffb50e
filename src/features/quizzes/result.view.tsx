import type { ComponentChildren } from 'preact'
import { ButtonLink, ButtonRow } from '../../ui/button.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Training } from '../programmes/training.ts'
import { learningUrls, trainingUrl } from '../trainings/urls.ts'
import { isPassed, type Reviewed, type Score } from './quiz.ts'
import { texts } from './texts.ts'

type ResultProps = {
  page: PageContext
  training: Training
  score: Score
  best: Score
  review: readonly Reviewed[]
  booking: string | null
  /** What else may be asked now. */
  children: ComponentChildren
}

/** How many were right; each question with what was right and why; the way on, or the way back. */
export function ResultPage(props: ResultProps) {
  const { page, training, score, best, review, children } = props
  const { language } = page
  const words = texts[language].result
  const title = words.title(score.rightCount, score.questionCount)
  const needed = Math.ceil((score.questionCount * 2) / 3)
  return (
    <Page page={page} title={title} isPrivate>
      <p class="soft">{words.of(training.title[language])}</p>
      <h1>{title}</h1>
      <p class="lead">{isPassed(score) ? words.passed : words.failed(needed)}</p>
      {!isPassed(score) && isPassed(best) && <p>{words.best(best.rightCount, best.questionCount)}</p>}
      <NextSteps {...props} />
      <h2>{words.answers}</h2>
      <ol class="quiz-review">
        {review.map((reviewed) => (
          <li key={reviewed.id}>
            <ReviewedQuestion language={language} reviewed={reviewed} />
          </li>
        ))}
      </ol>
      {children}
      <p>
        <a href={trainingUrl(training.slug)}>{texts[language].quiz.back}</a>
      </p>
    </Page>
  )
}

function NextSteps({ page: { language }, training: { slug }, best, booking }: ResultProps) {
  const words = texts[language].result
  const again = learningUrls.quiz(slug, booking)
  if (!isPassed(best)) return <ButtonLink href={again}>{words.again}</ButtonLink>
  return (
    <ButtonRow>
      <ButtonLink href={learningUrls.certificate(slug, booking)}>{words.certificate}</ButtonLink>
      <ButtonLink href={again} kind="plain">
        {words.again}
      </ButtonLink>
    </ButtonRow>
  )
}

type ReviewedProps = { language: PageContext['language']; reviewed: Reviewed }

function ReviewedQuestion({ language, reviewed: { question, options, isRight, why } }: ReviewedProps) {
  const words = texts[language].result
  return (
    <>
      <h3>{question[language]}</h3>
      <p>
        <Tag kind={isRight ? 'done' : 'warning'}>{isRight ? words.right : words.wrong}</Tag>
      </p>
      <ul class="bare">
        {options
          .filter((option) => option.isRight || option.isChosen)
          .toSorted((one, other) => Number(other.isChosen) - Number(one.isChosen))
          .map((option) => (
            <li key={option.id}>
              <b>{option.isRight && !isRight ? words.good : words.yours}</b> {option.text[language]}
            </li>
          ))}
      </ul>
      <p>
        <b>{words.why}</b> {why[language]}
      </p>
    </>
  )
}
