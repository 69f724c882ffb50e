import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Training } from '../programmes/training.ts'
import { learningUrls, replayUrl, trainingUrl } from '../trainings/urls.ts'
import type { Standing } from './certificate.ts'
import { texts } from './texts.ts'

type AskProps = {
  page: PageContext
  training: Training
  /** The token of the booking that led here. */
  booking: string | null
  typed: Typed
  errors?: FieldErrors
}

/** Everything is there but the name to print. */
export function AskPage({ page, training, booking, typed, errors }: AskProps) {
  const { language } = page
  const words = texts[language]
  const title = words.ask.title(training.title[language])
  const field = fieldsOf({ language, words: words.errors, typed, errors })
  return (
    <Page page={page} title={title} isPrivate>
      <FormErrors language={language} words={words.errors} errors={errors} />
      <h1>{title}</h1>
      <p class="lead">{words.ask.ready}</p>
      <form class="stack" method="post" action={learningUrls.certificate(training.slug)} noValidate>
        <input type="hidden" name="reservation" value={booking ?? ''} />
        <TextField
          {...field('name')}
          label={words.ask.name}
          hint={words.ask.nameHint}
          autocomplete="name"
          maxLength={120}
        />
        <p class="soft">{words.ask.next}</p>
        <Button>{words.ask.submit}</Button>
      </form>
    </Page>
  )
}

type MissingProps = Omit<AskProps, 'typed' | 'errors'> & { standing: Standing }

/** What is there, what is missing, and the way to it. */
export function MissingPage({ page, training, booking, standing }: MissingProps) {
  const { language } = page
  const words = texts[language].ask
  const title = words.title(training.title[language])
  return (
    <Page page={page} title={title} isPrivate>
      <h1>{title}</h1>
      <p class="lead">{words.missing}</p>
      <p>{words.missingText}</p>
      <ul class="bare conditions">
        <li>
          <Condition language={language} isMet={standing.way !== null}>
            {standing.way === null ? words.notFollowed : words.followed[standing.way]}
          </Condition>
          {standing.way === null && <p class="soft">{words.notFollowedText}</p>}
        </li>
        <li>
          <Condition language={language} isMet={standing.isPassed}>
            {quizWords(training, standing, language)}
          </Condition>
        </li>
      </ul>
      <Ways {...{ page, training, booking, standing }} />
    </Page>
  )
}

type Language = PageContext['language']

function Condition({ language, isMet, children }: { language: Language; isMet: boolean; children: string }) {
  const words = texts[language].ask
  return (
    <p>
      <Tag kind={isMet ? 'done' : 'warning'}>{isMet ? words.done : words.toDo}</Tag> {children}
    </p>
  )
}

function quizWords(training: Training, { best, isPassed }: Standing, language: Language): string {
  const words = texts[language].ask
  if (!best) return training.quiz ? words.quizToDo : words.quizNone
  return (isPassed ? words.quizDone : words.quizFailed)(best.rightCount, best.questionCount)
}

/** The one thing to do first: the quiz can be done at once. */
function Ways({ page: { language }, training, booking, standing }: MissingProps) {
  const words = texts[language].ask
  const hasReplay = training.replay !== undefined && standing.way === null
  const needsQuiz = !standing.isPassed && training.quiz !== undefined
  return (
    <ButtonRow>
      {needsQuiz && <ButtonLink href={learningUrls.quiz(training.slug, booking)}>{words.quiz}</ButtonLink>}
      {hasReplay ? (
        <ButtonLink href={replayUrl(training.slug, booking)} kind={needsQuiz ? 'plain' : 'main'}>
          {words.replay}
        </ButtonLink>
      ) : (
        <ButtonLink href={trainingUrl(training.slug)} kind={needsQuiz ? 'plain' : 'main'}>
          {words.training}
        </ButtonLink>
      )}
    </ButtonRow>
  )
}
