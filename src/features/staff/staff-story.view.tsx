import { Facts } from '../../ui/definition.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatDate, formatDateTime, formatNumber } from '../../ui/format.ts'
import type { Language } from '../../core/language.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { activityLabel, formatActivityCode } from '../businesses/activity.ts'
import { addressLine, nameOnDoor, type BusinessSummary } from '../businesses/business.ts'
import { zoneOfDepartment } from '../businesses/geography.ts'
import { formatSiret } from '../businesses/siret.ts'
import { findSizeBand } from '../businesses/size-band.ts'
import { bookingUrls } from '../bookings/urls.ts'
import { texts as businessTexts } from '../businesses/texts.ts'
import { CallsSection } from '../calls/staff.view.tsx'
import { entryUrls } from '../entries/urls.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { listingTitle } from '../imports/listing.ts'
import { TagsSection } from '../segments/tag.view.tsx'
import { staffSessionUrl } from '../training-sessions/urls.ts'
import { DiagnosticSection } from './staff-story-diagnostic.view.tsx'
import type { Story, StoryBooking } from './story.ts'
import { texts } from './texts.ts'
import { staffUrls } from './urls.ts'

type StoryProps = {
  page: PageContext
  programme: Programme
  story: Story
  now: Date
  /** What was just noted. */
  noted?: 'note' | 'leve' | null
}

/** A business from the register to its last booking, on one page. */
export function StoryPage({ page, programme, story, now, noted = null }: StoryProps) {
  const words = texts[page.language].story
  const { business, diagnostics, bookings, calls, tags, refusedAt } = story
  const zone = zoneOfDepartment(business.departmentCode)
  return (
    <StaffPage
      page={page}
      title={nameOnDoor(business)}
      context={<Register page={page} story={story} zone={zone} />}
    >
      <p>
        <a href={staffUrls.businesses}>{words.back}</a>
      </p>
      <h1>{nameOnDoor(business)}</h1>
      <CallsSection
        language={page.language}
        story={{ businessId: business.id, calls, refusedAt, done: noted, zone }}
      />
      <TagsSection language={page.language} businessId={business.id} tags={tags} />
      <h2>{words.diagnostics}</h2>
      <p>
        <a href={entryUrls.beginFor(business.id)}>{words.fillIn}</a>
      </p>
      {diagnostics.length === 0 && (
        <Empty title={words.noDiagnostic}>
          <p>{words.noDiagnosticText}</p>
        </Empty>
      )}
      {diagnostics.map((diagnostic) => (
        <DiagnosticSection key={diagnostic.id} language={page.language} diagnostic={diagnostic} zone={zone} />
      ))}
      <h2>{words.bookings}</h2>
      <p>
        <a href={bookingUrls.chooseForBusiness(business.id)}>{words.book}</a>
      </p>
      <Bookings language={page.language} programme={programme} bookings={bookings} now={now} />
    </StaffPage>
  )
}

function Register({
  page: { language },
  story,
  zone,
}: Pick<StoryProps, 'page' | 'story'> & { zone: string }) {
  const words = texts[language].story
  const { business, origin } = story
  const facts = [
    { term: words.legalName, value: business.name },
    { term: words.siret, value: formatSiret(business.siret) },
    { term: words.activity, value: tradeWords(business) ?? words.unknown },
    { term: words.size, value: sizeWords(business.sizeBand, language) ?? words.unknown },
    { term: words.address, value: addressLine(business) || words.unknown },
    { term: words.source, value: origin.source },
    { term: words.importedAt, value: formatDate(origin.importedAt, zone, language) },
  ]
  return (
    <>
      <h2>{words.facts}</h2>
      <Facts facts={facts} />
      {story.contacts.length > 0 && <Contacts language={language} story={story} zone={zone} />}
      {story.listings.length > 0 && <Listings language={language} story={story} zone={zone} />}
      <h2>{words.keys}</h2>
      <p>{words.keysText}</p>
    </>
  )
}

function Listings({
  language,
  story,
  zone,
}: Pick<PageContext, 'language'> & Pick<StoryProps, 'story'> & { zone: string }) {
  const words = texts[language].story
  return (
    <>
      <h2>{words.listings}</h2>
      <ul>
        {story.listings.map(({ id, source, saidAt, said }) => {
          const { name, address } = listingTitle(said)
          const told = [name, address, said.openingHours].filter((part) => part !== null && part !== '')
          return (
            <li key={id}>
              {told.join(', ')} ({words.contactFrom(source, formatDate(saidAt, zone, language))})
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Contacts({
  language,
  story,
  zone,
}: Pick<PageContext, 'language'> & Pick<StoryProps, 'story'> & { zone: string }) {
  const words = texts[language].story
  const facts = story.contacts.map(({ kind, value, source, collectedAt, opposedAt }) => ({
    term: words.contactKinds[kind],
    value: (
      <>
        {value}
        {opposedAt && <Tag kind="warning">{words.opposed}</Tag>}
        <br />
        {words.contactFrom(source, formatDate(collectedAt, zone, language))}
      </>
    ),
  }))
  return (
    <>
      <h2>{words.contacts}</h2>
      <Facts facts={facts} />
    </>
  )
}

function tradeWords({ activityCode }: BusinessSummary): string | null {
  if (activityCode === null) return null
  const label = activityLabel(activityCode)
  return [label, formatActivityCode(activityCode)].filter(Boolean).join(', ')
}

function sizeWords(code: string | null, language: Language): string | null {
  const band = findSizeBand(code)
  if (!band) return null
  const number = (count: number) => formatNumber(count, language)
  return businessTexts[language].sizeBand(number(band.from), band.to === null ? null : number(band.to))
}

type BookingsProps = {
  language: Language
  programme: Programme
  bookings: readonly StoryBooking[]
  now: Date
}

function Bookings({ language, programme, bookings, now }: BookingsProps) {
  const words = texts[language].story
  if (bookings.length === 0) return <p>{words.noBooking}</p>
  const rows = bookings.map((booking) => [
    findTraining(programme, booking.trainingId)?.title[language] ?? booking.trainingId,
    <a href={staffSessionUrl(booking.sessionId)}>
      {formatDateTime(booking.startsAt, { zone: booking.zone, language })}
    </a>,
    [booking.name, booking.email].filter(Boolean).join(', '),
    <BookingState language={language} booking={booking} now={now} />,
  ])
  return (
    <Table
      caption={words.bookingsCaption}
      columns={words.bookingColumns.map((heading) => ({ heading }))}
      rows={rows}
    />
  )
}

function BookingState({ language, booking, now }: { language: Language; booking: StoryBooking; now: Date }) {
  const words = texts[language].story
  if (booking.cancelledAt) return <Tag kind="warning">{words.cancelled}</Tag>
  return booking.startsAt > now ? <Tag kind="done">{words.booked}</Tag> : <Tag>{words.past}</Tag>
}
