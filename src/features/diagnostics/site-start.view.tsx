import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { activityLabel } from '../businesses/activity.ts'
import { addressLine, nameOnDoor, type BusinessSummary } from '../businesses/business.ts'
import { formatSiret } from '../businesses/siret.ts'
import { minutesFor } from './diagnostic.ts'
import { everyQuestion, type Programme } from '../programmes/programme.ts'
import type { Question } from '../programmes/question.ts'
import { texts } from './texts.ts'
import { diagnosticUrls } from './urls.ts'

/** What was looked for, and what was found; `isCut`: there are more. */
export type Search = { q: string; town: string; found: readonly BusinessSummary[] | null; isCut: boolean }

type StartProps = { page: PageContext; programme: Programme; search: Search; error?: string | undefined }

/** Find one's business in the register, or go on without it. */
export function StartPage({ page, programme, search, error }: StartProps) {
  const { language } = page
  const words = texts[language].start
  const questions = everyQuestion(programme)
  const message = error === undefined ? undefined : texts[language].errors[error]
  return (
    <Page page={page} title={words.title} description={words.description} bodyClass="diagnostic">
      <ErrorSummary language={language} errors={message ? [{ field: 'q', message }] : []} />
      <h1>{words.title}</h1>
      {search.found ? (
        <Found page={page} search={search} found={search.found} />
      ) : (
        <Promises page={page} questions={questions} />
      )}
      <SearchForm page={page} search={search} message={message} />
      <WithoutBusiness page={page} />
    </Page>
  )
}

/** Before the first search; afterwards what was found comes first, or a phone would show nothing new. */
function Promises({ page: { language }, questions }: { page: PageContext; questions: readonly Question[] }) {
  const words = texts[language].start
  return (
    <>
      <p class="lead">{words.lead(formatNumber(questions.length, language), minutesFor(questions))}</p>
      <ul class="ticks">
        {words.promises.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
    </>
  )
}

type SearchProps = { page: PageContext; search: Search; message: string | undefined }

function SearchForm({ page: { language }, search, message }: SearchProps) {
  const words = texts[language].start
  return (
    <section class="stack">
      <h2>{search.found ? words.findAgain : words.find}</h2>
      {!search.found && <p>{words.findWhy}</p>}
      <form class="search" method="get" action={diagnosticUrls.start}>
        <TextField
          {...{ language, name: 'q', label: words.q, hint: words.qHint, value: search.q, error: message }}
          type="search"
          maxLength={100}
        />
        <TextField
          {...{ language, name: 'ville', label: words.town, value: search.town }}
          optional
          autocomplete="address-level2"
          maxLength={60}
        />
        <Button>{words.search}</Button>
      </form>
    </section>
  )
}

type FoundProps = { page: PageContext; search: Search; found: readonly BusinessSummary[] }

function Found({ page, search, found }: FoundProps) {
  const words = texts[page.language].start
  if (found.length === 0) {
    return (
      <Empty title={words.none}>
        <p>{words.noneWhy}</p>
      </Empty>
    )
  }
  const count = formatNumber(found.length, page.language)
  return (
    <section class="stack">
      <h2>{search.isCut ? words.firstResults(count) : words.results(count, found.length > 1)}</h2>
      <ul class="found">
        {found.map((business) => (
          <FoundBusiness key={business.id} page={page} business={business} />
        ))}
      </ul>
      {search.isCut && <p>{words.tooMany}</p>}
    </section>
  )
}

function FoundBusiness({ page, business }: { page: PageContext; business: BusinessSummary }) {
  const words = texts[page.language].start
  const name = nameOnDoor(business)
  const address = addressLine(business)
  const activity = business.activityCode === null ? null : activityLabel(business.activityCode)
  return (
    <li>
      <h3>{name}</h3>
      {name !== business.name && <p>{business.name}</p>}
      <p>{address}</p>
      {activity !== null && (
        <p class="soft" lang="fr">
          {activity}
        </p>
      )}
      <p class="soft figures">{words.siret(formatSiret(business.siret))}</p>
      <form method="post" action={diagnosticUrls.start}>
        <Button kind="plain" name="commerce" value={business.id}>
          {words.isMine}
          <span class="unseen">{words.isMineWhich(name, address)}</span>
        </Button>
      </form>
    </li>
  )
}

function WithoutBusiness({ page }: { page: PageContext }) {
  const words = texts[page.language].start
  return (
    <section class="stack">
      <h2>{words.without}</h2>
      <p>{words.withoutWhy}</p>
      <form method="post" action={diagnosticUrls.start}>
        <Button kind="plain">{words.goOn}</Button>
      </form>
      <p>
        <a href={diagnosticUrls.paper}>{words.onPaper}</a>
      </p>
    </section>
  )
}
