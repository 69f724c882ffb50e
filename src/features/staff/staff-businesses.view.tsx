import { Button, ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { activityLabel } from '../businesses/activity.ts'
import { addressLine, nameOnDoor, type BusinessSummary } from '../businesses/business.ts'
import { formatSiret } from '../businesses/siret.ts'
import { entryUrls } from '../entries/urls.ts'
import type { Relay } from '../relays/relay.ts'
import type { Step } from './story.ts'
import { texts } from './texts.ts'
import { businessesAfter, businessUrl, staffUrls } from './urls.ts'

type BusinessesProps = {
  page: PageContext
  search: { words: string; town: string }
  businesses: readonly BusinessSummary[]
  steps: ReadonlyMap<string, Step>
  /** All in the register. */
  total: number
  /** More were found, or come after these. */
  hasMore: boolean
  isFirstPage: boolean
  /** Whose businesses; null: everybody's. */
  relay: Relay | null
}

export function BusinessesPage(props: BusinessesProps) {
  const { page, search, relay } = props
  const { language } = page
  const words = texts[language].businesses
  return (
    <StaffPage page={page} title={words.title}>
      <h1>{words.title}</h1>
      {relay && <p class="lead">{texts[language].indicators.ofRelay(relay.name)}</p>}
      <form class="search" method="get" action={staffUrls.businesses}>
        {relay && <input type="hidden" name="relais" value={relay.id} />}
        <TextField
          language={language}
          name="q"
          type="search"
          label={words.name}
          hint={words.nameHint}
          value={search.words}
          maxLength={100}
        />
        <TextField
          language={language}
          name="ville"
          type="search"
          label={words.town}
          value={search.town}
          maxLength={60}
          optional
        />
        <Button>{words.search}</Button>
      </form>
      <Found {...props} />
      <p>{words.about}</p>
      <p>
        <a href={entryUrls.paper}>{words.paper}</a>
      </p>
    </StaffPage>
  )
}

function Found(props: BusinessesProps) {
  const { page, search, businesses, total, hasMore } = props
  const { language } = page
  const words = texts[language].businesses
  const isSearch = search.words !== '' || search.town !== ''
  if (businesses.length === 0) {
    const [title, text] =
      isSearch || total > 0 ? [words.none, words.noneText] : [words.empty, words.emptyText]
    return (
      <Empty title={title}>
        <p>{text}</p>
      </Empty>
    )
  }
  const count = formatNumber(businesses.length, language)
  const caption = isSearch
    ? (hasMore ? words.captionCut : words.captionFound)(businesses.length)
    : words.caption(total)
  return (
    <>
      <BusinessTable {...props} caption={caption} />
      {isSearch && hasMore && <p>{words.many(count)}</p>}
      {!isSearch && <Paging {...props} />}
    </>
  )
}

const tagOf = { register: 'plain', diagnosed: 'lit', booked: 'done' } as const

function BusinessTable({
  page: { language },
  businesses,
  steps,
  caption,
}: BusinessesProps & { caption: string }) {
  const words = texts[language]
  const rows = businesses.map((business) => {
    const step = steps.get(business.id) ?? 'register'
    return [
      <a href={businessUrl(business.id)}>{nameOnDoor(business)}</a>,
      business.activityCode && (activityLabel(business.activityCode) ?? business.activityCode),
      addressLine(business),
      formatSiret(business.siret),
      <Tag kind={tagOf[step]}>{words.steps[step]}</Tag>,
    ]
  })
  return (
    <Table caption={caption} columns={words.businesses.columns.map((heading) => ({ heading }))} rows={rows} />
  )
}

/** By the last number of the page: quick in a register of millions, where page numbers are not. */
function Paging({ page: { language }, businesses, hasMore, isFirstPage, relay }: BusinessesProps) {
  const words = texts[language].businesses
  const last = businesses.at(-1)
  return (
    <div class="button-row">
      {!isFirstPage && (
        <ButtonLink href={staffUrls.businesses} kind="plain">
          {words.first}
        </ButtonLink>
      )}
      {hasMore && last && (
        <ButtonLink href={businessesAfter(last.siret, relay?.id)} kind="plain">
          {words.next}
        </ButtonLink>
      )}
    </div>
  )
}
