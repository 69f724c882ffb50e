import type { FieldErrors, Typed } from '../../core/form.ts'
import { formatDateTime } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { trainingUrl } from '../trainings/urls.ts'
import { BookForm, VisitFacts, type Visit } from './site.view.tsx'
import { texts } from './texts.ts'

type MovedProps = { page: PageContext; visit: Visit; seenStartsAt: Date; typed: Typed }

const noErrors: FieldErrors = {}

/** The session moved while the form was open: the new date first, then the same form, as it was typed. */
export function MovedPage({ page, visit, seenStartsAt, typed }: MovedProps) {
  const { language } = page
  const words = texts[language].movedMeanwhile
  const { session, training, diagnostic } = visit
  const { zone } = session
  const title = words.title
  return (
    <Page page={page} title={title} isPrivate>
      <h1>{title}</h1>
      <p class="lead">{words.text}</p>
      <p>
        {words.was} <s>{formatDateTime(seenStartsAt, { zone, language })}</s>
      </p>
      <VisitFacts page={page} visit={visit} />
      <BookForm
        {...{ page, visit, errors: noErrors }}
        typed={{ ...typed, start: session.startsAt.toISOString() }}
        submit={words.submit}
      />
      <p>
        <a href={trainingUrl(training.slug, diagnostic)}>{words.otherDates}</a>
      </p>
    </Page>
  )
}
