import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { LongTextField } from '../../ui/long-text-field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OptionList } from '../../ui/option-list.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import type { Training } from '../programmes/training.ts'
import { learningUrls, trainingUrl } from '../trainings/urls.ts'
import { paces, usefulnesses, type Feedback } from './feedback.ts'
import { texts } from './texts.ts'

type AskProps = {
  page: PageContext
  training: Training
  /** The token of the booking that led here. */
  booking: string | null
  feedback: Feedback | null
}
type SentWord = { typed?: Typed | undefined; errors?: FieldErrors | undefined }

/** One question at a time, a tap each; then a word, and the way to change what was tapped. */
export function FeedbackPage(props: AskProps & SentWord) {
  const { page, training, feedback, errors } = props
  const { language } = page
  const words = texts[language].ask
  const title = words.title(training.title[language])
  return (
    <Page page={page} title={title} isPrivate>
      <FormErrors language={language} words={texts[language].errors} errors={errors} />
      <h1>{title}</h1>
      {feedback === null && <UsefulnessForm {...props} />}
      {feedback !== null && feedback.pace === null && <PaceForm {...props} />}
      {feedback !== null && feedback.pace !== null && <Given {...props} />}
      <p class="soft">{words.anonymous}</p>
      <p>
        <a href={trainingUrl(training.slug)}>{words.training}</a>
      </p>
    </Page>
  )
}

function Given(props: AskProps & SentWord) {
  const { page, training, booking, feedback, typed, errors } = props
  const { language } = page
  const words = texts[language].ask
  const known = typed ?? { word: feedback?.word ?? '' }
  const field = fieldsOf({ language, words: texts[language].errors, typed: known, errors })
  return (
    <>
      <Notice language={language} kind="done">
        <p>{words.thanks}</p>
      </Notice>
      {training.quiz && (
        <p>
          <ButtonLink href={learningUrls.certificate(training.slug, booking)}>{words.certificate}</ButtonLink>
        </p>
      )}
      <form class="stack" method="post" action={learningUrls.feedback(training.slug)} noValidate>
        <Carried booking={booking} />
        <LongTextField {...field('word')} label={words.word} hint={words.wordHint} rows={3} optional />
        <Button kind="plain">{words.send}</Button>
      </form>
      <details>
        <summary>{words.change}</summary>
        <UsefulnessForm {...props} />
        <PaceForm {...props} />
      </details>
    </>
  )
}

function Carried({ booking }: Pick<AskProps, 'booking'>) {
  return <input type="hidden" name="reservation" value={booking ?? ''} />
}

function UsefulnessForm({ page: { language }, training, booking, feedback }: AskProps) {
  const words = texts[language].ask
  return (
    <form class="stack" method="post" action={learningUrls.feedback(training.slug)}>
      <Carried booking={booking} />
      <h2 id="useful">{words.useful}</h2>
      <OptionList
        language={language}
        name="usefulness"
        labelledBy="useful"
        options={usefulnesses.map((value) => ({ value, label: words.usefulness[value] }))}
        current={feedback?.usefulness}
      />
    </form>
  )
}

function PaceForm({ page: { language }, training, booking, feedback }: AskProps) {
  const words = texts[language].ask
  return (
    <form class="stack" method="post" action={learningUrls.feedback(training.slug)}>
      <Carried booking={booking} />
      <h2 id="pace">{words.pace}</h2>
      <OptionList
        language={language}
        name="pace"
        labelledBy="pace"
        options={paces.map((value) => ({ value, label: words.paces[value] }))}
        current={feedback?.pace ?? undefined}
      />
    </form>
  )
}

/** On the page that shows a result: the first question, or that it is answered. */
export function AfterQuiz(props: AskProps) {
  const { page, training, booking, feedback } = props
  const words = texts[page.language].ask
  if (feedback?.pace) {
    return (
      <p>
        {words.once} <a href={learningUrls.feedback(training.slug, booking)}>{words.change}</a>
      </p>
    )
  }
  return (
    <section class="stack after-quiz">
      <p class="label">{words.heading}</p>
      {feedback === null ? <UsefulnessForm {...props} /> : <PaceForm {...props} />}
    </section>
  )
}
