import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import type { Training } from '../programmes/training.ts'
import { learningUrls, trainingUrl } from '../trainings/urls.ts'
import type { ShownQuestion } from './quiz.ts'
import { texts } from './texts.ts'

/** A form that asks: what it shows, and what it carries unseen. */
export type Asking = {
  questions: readonly ShownQuestion[]
  formKey: string
  releaseId: string
  /** The token of the booking that led here. */
  booking: string | null
}

type QuizProps = {
  page: PageContext
  training: Training
  asking: Asking
  typed?: Typed
  errors?: FieldErrors
  /** Too many attempts: nothing was kept. */
  isTooMuch?: boolean
}

/** All questions on one page. */
export function QuizPage(props: QuizProps) {
  const { page, training, asking, errors = {}, isTooMuch = false } = props
  const { language } = page
  const words = texts[language]
  const title = words.quiz.title(training.title[language])
  const missing = asking.questions.flatMap(({ id }, i) =>
    errors[id] === undefined ? [] : [{ field: id, message: words.unanswered(i + 1) }],
  )
  return (
    <Page page={page} title={title} isPrivate>
      <ErrorSummary language={language} errors={missing} />
      <h1>{title}</h1>
      {isTooMuch && (
        <Notice language={language} kind="warning">
          <p>{words.errors['too-many']}</p>
        </Notice>
      )}
      <p class="lead">{words.quiz.intro(asking.questions.length)}</p>
      <QuizForm {...props} />
      <p>
        <a href={trainingUrl(training.slug)}>{words.quiz.back}</a>
      </p>
    </Page>
  )
}

function QuizForm({ page: { language }, training, asking, typed = {}, errors = {} }: QuizProps) {
  const words = texts[language]
  return (
    <form method="post" action={learningUrls.quiz(training.slug)} noValidate>
      <input type="hidden" name="reservation" value={asking.booking ?? ''} />
      <input type="hidden" name="page" value={asking.formKey} />
      <input type="hidden" name="release" value={asking.releaseId} />
      {asking.questions.map(({ id, question, options }, i) => (
        <RadioGroup
          key={id}
          language={language}
          name={id}
          label={words.quiz.question(i + 1, question[language])}
          choices={options.map((option) => ({ value: option.id, label: option.text[language] }))}
          value={typed[id]}
          error={words.errors[errors[id] ?? '']}
        />
      ))}
      <p class="soft">{words.quiz.next}</p>
      <Button>{words.quiz.submit}</Button>
    </form>
  )
}

/** The training has no quiz, or has it no more. */
export function NoQuizPage({ page, training }: Pick<QuizProps, 'page' | 'training'>) {
  const words = texts[page.language].quiz
  return (
    <Page page={page} title={words.none} isPrivate>
      <h1>{words.none}</h1>
      <p>{words.noneText}</p>
      <p>
        <ButtonLink href={trainingUrl(training.slug)}>{words.back}</ButtonLink>
      </p>
    </Page>
  )
}
