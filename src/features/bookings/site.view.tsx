import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { EmailField, TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import type { Training } from '../programmes/training.ts'
import { SessionList, seatsWords } from '../training-sessions/sessions.view.tsx'
import { hasSeat, type TrainingSession } from '../training-sessions/training-session.ts'
import { bookUrl } from '../training-sessions/urls.ts'
import { trainingUrl } from '../trainings/urls.ts'
import { ComingAlong } from './companions.view.tsx'
import { lengthWords, momentWords } from './tell-booking.ts'
import { texts } from './texts.ts'
import { waitingUrls } from './urls.ts'
import type { Line } from './waiting.ts'
import { waitingTexts } from './waiting-texts.ts'

/** What the page knows before anything is typed. `formKey` tells its second click from another visit. */
export type Visit = {
  session: TrainingSession
  training: Training
  /** Of the diagnostic that led here, or of who has signed in. */
  business: { name: string; departmentCode: string | null } | null
  /** The diagnostic's token. */
  diagnostic: string | null
  formKey: string
}

type BookProps = { page: PageContext; visit: Visit; typed?: Typed; errors?: FieldErrors }

/** Two fields for a stranger, none for who has signed in. */
export function BookPage({ page, visit, typed = {}, errors = {} }: BookProps) {
  const { language } = page
  const words = texts[language].booking
  const { training, diagnostic } = visit
  const title = words.title(training.title[language])
  return (
    <Page page={page} title={title} isPrivate>
      <FormErrors language={language} words={texts[language].errors} errors={errors} />
      <h1>{title}</h1>
      <VisitFacts page={page} visit={visit} />
      <BookForm {...{ page, visit, typed, errors }} submit={words.submit} />
      <p class="soft">{words.next}</p>
      <p>
        <a href={trainingUrl(training.slug, diagnostic)}>{words.back}</a>
      </p>
    </Page>
  )
}

/** The form itself; it carries the date that was read, for the session may move meanwhile. */
export function BookForm({ page, visit, typed, errors, submit }: Required<BookProps> & { submit: string }) {
  const { language, person } = page
  const { session, diagnostic, formKey } = visit
  return (
    <form method="post" action={bookUrl(session.id)} noValidate>
      <input type="hidden" name="diagnostic" value={diagnostic ?? ''} />
      <input type="hidden" name="page" value={formKey} />
      <input type="hidden" name="start" value={typed['start'] || session.startsAt.toISOString()} />
      {person === null ? (
        <StrangerFields {...{ page, visit, typed, errors }} emailHint={texts[language].booking.emailHint} />
      ) : (
        <p>{texts[language].booking.signedIn(person.email)}</p>
      )}
      <ComingAlong {...{ language, typed, errors }} />
      <Button>{submit}</Button>
    </form>
  )
}

/** The session in a few lines: when, how long, with whom, how many seats. */
export function VisitFacts({ page: { language }, visit }: { page: PageContext; visit: Visit }) {
  const words = texts[language].booking
  const { session, business } = visit
  const facts = [
    { term: words.when, value: <strong>{momentWords(visit, language)}</strong> },
    { term: words.length, value: lengthWords(visit, language) },
    { term: words.with, value: session.trainer },
    { term: words.seats, value: seatsWords(session, language) },
    ...(business ? [{ term: words.for, value: business.name }] : []),
  ]
  return <Facts facts={facts} />
}

type FieldsProps = Required<BookProps> & { emailHint: string }

function StrangerFields({ page, visit, typed, errors, emailHint }: FieldsProps) {
  const { language } = page
  const words = texts[language].booking
  const field = fieldsOf({ language, words: texts[language].errors, typed, errors })
  return (
    <>
      <EmailField {...field('email')} label={words.email} hint={emailHint} />
      {visit.business === null && (
        <TextField
          {...field('siret')}
          label={words.siret}
          hint={words.siretHint}
          inputMode="numeric"
          maxLength={40}
          width="medium"
          optional
        />
      )}
    </>
  )
}

type RefusedProps = {
  page: PageContext
  visit: Visit
  kind: 'full' | 'past' | 'calledOff'
  /** Other dates of the same training. */
  others: readonly TrainingSession[]
  line: Line
  /** The form to wait that came back. */
  sent?: { typed: Typed; errors: FieldErrors } | undefined
}

/** Gone between the page and the click: says so, offers a place in line when it is full, and the other dates. */
export function RefusedPage({ page, visit, kind, others, line, sent }: RefusedProps) {
  const { language } = page
  const words = texts[language]
  const { training, diagnostic } = visit
  return (
    <Page page={page} title={words[kind].title} isPrivate>
      <FormErrors language={language} words={words.errors} errors={sent?.errors ?? {}} />
      <h1>{words[kind].title}</h1>
      <p class="lead">
        {training.title[language]}
        <br />
        {momentWords(visit, language)}
      </p>
      <p>{words[kind].text}</p>
      {kind === 'full' && <Waiting {...{ page, visit, line, ...sent }} isMain={!others.some(hasSeat)} />}
      <h2>{words.booking.otherDates}</h2>
      <SessionList page={page} sessions={others} diagnostic={diagnostic} />
      <p>
        <a href={trainingUrl(training.slug, diagnostic)}>{words.booking.back}</a>
      </p>
    </Page>
  )
}

/** `isMain`: there is no other date to book, which would be the first thing to do. */
type WaitingProps = BookProps & { line: Line; isMain: boolean }

/** The same two fields, for a place in line; when the line is full too, only that sentence. */
function Waiting({ page, visit, line, isMain, typed = {}, errors = {} }: WaitingProps) {
  const words = waitingTexts[page.language].join
  if (line.peopleWaiting >= line.waitingPlaces) return <p>{words.lineFull(line.waitingPlaces)}</p>
  return (
    <form method="post" action={waitingUrls.join(visit.session.id)} noValidate>
      <h2>{words.title}</h2>
      <p>
        {words.text} {words.ahead(line.peopleWaiting)}
      </p>
      <input type="hidden" name="diagnostic" value={visit.diagnostic ?? ''} />
      <input type="hidden" name="page" value={visit.formKey} />
      {page.person === null && (
        <StrangerFields {...{ page, visit, typed, errors }} emailHint={words.emailHint} />
      )}
      <Button kind={isMain ? 'main' : 'plain'}>{words.submit}</Button>
    </form>
  )
}

/** `isWaiting`: it has no seat, but a place in line. */
type KnownProps = { page: PageContext; visit: Visit; email: string; isWaiting?: boolean }

/** Somebody typed an address that has a seat: only its mailbox learns the link. */
export function KnownPage({ page, visit, email, isWaiting = false }: KnownProps) {
  const words = texts[page.language]
  const known = isWaiting ? waitingTexts[page.language].known : words.known
  return (
    <Page page={page} title={known.title} isPrivate>
      <h1>{known.title}</h1>
      <p>{known.text(email)}</p>
      <p>{known.again}</p>
      <ButtonLink href={trainingUrl(visit.training.slug, visit.diagnostic)} kind="plain">
        {words.booking.back}
      </ButtonLink>
    </Page>
  )
}
