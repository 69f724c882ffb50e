import { Button, ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatDate } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { siteUrls } from '../../ui/urls.ts'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { programmeZone, type Programme } from '../programmes/programme.ts'
import { learningUrls, trainingUrls } from '../trainings/urls.ts'
import { bookingState, type BookingDetails, type BookingState, type OwnDiagnostic } from './booking.ts'
import { OwnCalendar } from './own-calendar.view.tsx'
import { momentWords, trainingTitle } from './tell-booking.ts'
import { texts } from './texts.ts'
import { bookingUrls } from './urls.ts'
import { WaitingList } from './wait.view.tsx'
import type { WaitlistEntry } from './waiting.ts'

type SpaceProps = {
  page: PageContext
  programme: Programme
  email: string
  now: Date
  bookings: readonly BookingDetails[]
  /** Where they wait for a seat, or have one on offer. */
  waiting: readonly WaitlistEntry[]
  diagnostics: readonly OwnDiagnostic[]
  /** Of the address of one's own calendar; null until it was asked for. */
  calendarToken: string | null
}

const states: readonly BookingState[] = ['upcoming', 'past', 'cancelled']

/** Everything of one person: trainings to come first. */
export function MySpacePage(props: SpaceProps) {
  const { page, programme, email, now, bookings, waiting, diagnostics, calendarToken } = props
  const words = texts[page.language].mySpace
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      <p class="soft">{words.signedInAs(email)}</p>
      <WaitingList page={page} programme={programme} now={now} entries={waiting} />
      {bookings.length + waiting.length === 0 && <NoBooking page={page} />}
      {states.map((state) => {
        const found = bookings.filter((booking) => bookingState(booking, now) === state)
        if (state === 'upcoming') found.reverse()
        return (
          <BookingList key={state} page={page} programme={programme} title={words[state]} bookings={found} />
        )
      })}
      <p>
        <a href={learningUrls.own}>{words.learnt}</a>
      </p>
      <OwnCalendar page={page} token={calendarToken} />
      <h2>{words.diagnostics}</h2>
      <DiagnosticList page={page} diagnostics={diagnostics} />
      <form method="post" action={siteUrls.signOut}>
        <Button kind="plain">{words.signOut}</Button>
      </form>
    </Page>
  )
}

type ListProps = Pick<SpaceProps, 'page' | 'programme' | 'bookings'> & { title: string }

function BookingList({ page: { language }, programme, title, bookings }: ListProps) {
  if (bookings.length === 0) return null
  return (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="sessions">
        {bookings.map((booking) => (
          <li key={booking.id}>
            <h3>
              <a href={bookingUrls.booking(booking.token)}>{trainingTitle(programme, booking, language)}</a>
            </h3>
            <p>{momentWords(booking, language)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NoBooking({ page }: { page: PageContext }) {
  const words = texts[page.language].mySpace
  return (
    <Empty title={words.noBooking}>
      <p>{words.noBookingText}</p>
      <p>
        <ButtonLink href={trainingUrls.catalogue}>{words.choose}</ButtonLink>
      </p>
    </Empty>
  )
}

function DiagnosticList({ page, diagnostics }: Pick<SpaceProps, 'page' | 'diagnostics'>) {
  const words = texts[page.language].mySpace
  if (diagnostics.length === 0) {
    return (
      <p>
        {words.noDiagnostic} <a href={siteUrls.diagnostic}>{words.begin}</a>
      </p>
    )
  }
  return (
    <ul class="sessions">
      {diagnostics.map((diagnostic) => (
        <li key={diagnostic.token}>
          <DiagnosticLine page={page} diagnostic={diagnostic} />
        </li>
      ))}
    </ul>
  )
}

function DiagnosticLine({
  page: { language },
  diagnostic,
}: {
  page: PageContext
  diagnostic: OwnDiagnostic
}) {
  const words = texts[language].mySpace
  const { token, startedAt, finishedAt, businessName } = diagnostic
  const day = (instant: Date) => formatDate(instant, programmeZone, language)
  return (
    <>
      {businessName !== null && <h3>{businessName}</h3>}
      <p>{finishedAt ? words.finished(day(finishedAt)) : words.started(day(startedAt))}</p>
      <p>
        <a href={finishedAt ? diagnosticUrls.result(token) : diagnosticUrls.run(token)}>
          {finishedAt ? words.see : words.resume}
        </a>
      </p>
    </>
  )
}
