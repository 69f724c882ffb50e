import { ButtonLink } from '../../ui/button.tsx'
import { formatDate } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { programmeZone, type Programme } from '../programmes/programme.ts'
import { texts } from './texts.ts'
import { diagnosticUrls } from './urls.ts'

/** The link is wrong: most often it was cut in two. */
export function NoDiagnosticPage({ page }: { page: PageContext }) {
  const words = texts[page.language].notFound
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      <p>{words.reason}</p>
      <ButtonLink href={diagnosticUrls.start}>{words.start}</ButtonLink>
    </Page>
  )
}

/** The link is right and the question is not: back to where one was. */
export function NoQuestionPage({ page, token }: { page: PageContext; token: string }) {
  const words = texts[page.language].noQuestion
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      <p>{words.reason}</p>
      <ButtonLink href={diagnosticUrls.run(token)}>{words.goOn}</ButtonLink>
    </Page>
  )
}

/** Too much at once; `what` was refused. */
export function TooManyPage({ page, what }: { page: PageContext; what: 'start' | 'search' | 'answers' }) {
  const words = texts[page.language].tooMany
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      <p>{words[what]}</p>
    </Page>
  )
}

type ClosedProps = { page: PageContext; programme: Programme; token?: string }

/** The last day of the programme is over; who has a link still reads what was given. */
export function ClosedPage({ page, programme, token }: ClosedProps) {
  const words = texts[page.language].closed
  const day = formatDate(new Date(`${programme.endsOn}T12:00:00Z`), programmeZone, page.language)
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      <p>{words.since(programme.name, day)}</p>
      {token === undefined ? (
        <p>{words.stays}</p>
      ) : (
        <>
          <p>{words.kept}</p>
          <ButtonLink href={diagnosticUrls.result(token)}>{words.result}</ButtonLink>
        </>
      )}
      <p>
        {words.ask} <a href={`mailto:${programme.contact.email}`}>{programme.contact.email}</a>
      </p>
    </Page>
  )
}
