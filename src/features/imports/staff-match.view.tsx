/** Rows of lists that name no SIRET: which business are they about? */
import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { Empty } from '../../ui/empty.tsx'
import { RadioGroup, TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { addressLine, nameOnDoor, type BusinessSummary } from '../businesses/business.ts'
import { formatSiret } from '../businesses/siret.ts'
import { listingTitle, type Listing } from './listing.ts'
import type { Candidate } from './candidate.ts'
import { staffTexts } from './staff-texts.ts'
import { listUrls, matchesAfter, matchUrl } from './urls.ts'

type MatchesProps = { page: PageContext; listings: readonly Listing[]; hasMore: boolean; total: number }

export function MatchesPage({ page, listings, hasMore, total }: MatchesProps) {
  const { matches: words, run, lists } = staffTexts[page.language]
  const last = listings.at(-1)
  const rows = listings.map(({ id, said, source }) => {
    const { name, address } = listingTitle(said)
    return [<a href={matchUrl(id)}>{name}</a>, address, source]
  })
  return (
    <StaffPage page={page} title={words.title}>
      <p>
        <a href={listUrls.lists}>{run.back}</a>
      </p>
      <h1>{words.title}</h1>
      {listings.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      ) : (
        <>
          <p>{words.intro}</p>
          <Table
            caption={lists.waiting(total)}
            columns={words.columns.map((heading) => ({ heading }))}
            rows={rows}
          />
        </>
      )}
      {hasMore && last && (
        <p>
          <a href={matchesAfter(last.id)}>{words.next}</a>
        </p>
      )}
    </StaffPage>
  )
}

type MatchProps = {
  page: PageContext
  listing: Listing
  candidates: readonly Candidate[]
  /** The one it was given. */
  business: BusinessSummary | null
  typed: Typed
  errors: FieldErrors
}

export function MatchPage({ page, listing, candidates, business, typed, errors }: MatchProps) {
  const { language } = page
  const { matches: words, errors: errorWords } = staffTexts[language]
  const { name } = listingTitle(listing.said)
  return (
    <StaffPage page={page} title={name} context={<Said page={page} listing={listing} />}>
      <FormErrors language={language} words={errorWords} errors={errors} />
      <p>
        <a href={listUrls.matches}>{words.back}</a>
      </p>
      <h1>{listing.state === 'waiting' ? words.one : name}</h1>
      {listing.state === 'waiting' && <p class="lead">{saidInShort(listing)}</p>}
      {listing.state === 'waiting' ? (
        <MatchForm {...{ page, listing, candidates, typed, errors }} />
      ) : (
        <Settled page={page} listing={listing} business={business} />
      )}
    </StaffPage>
  )
}

/** On a phone the column beside comes last: the question must be understood before. */
function saidInShort({ said }: Listing): string {
  const { name, address } = listingTitle(said)
  const reached = said.contacts.slice(0, 2).map(({ value }) => value)
  return [name, address, ...reached].filter((part) => part !== '').join(', ')
}

function Said({ page: { language }, listing: { said, source } }: Pick<MatchProps, 'page' | 'listing'>) {
  const words = staffTexts[language].matches
  const { name, address } = listingTitle(said)
  const contacts = (kind: string) =>
    said.contacts.filter((one) => one.kind === kind).map(({ value }) => value)
  const facts = [
    { term: words.facts.name, value: name },
    { term: words.facts.address, value: address || words.unknown },
    ...(['email', 'phone', 'website'] as const).map((kind) => ({
      term: words.facts[kind],
      value: contacts(kind).join(', ') || words.unknown,
    })),
    ...(said.openingHours === null ? [] : [{ term: words.facts.hours, value: said.openingHours }]),
    { term: words.facts.source, value: source },
  ]
  return (
    <>
      <h2>{words.said}</h2>
      <Facts facts={facts} />
    </>
  )
}

function MatchForm({ page: { language }, listing, candidates, typed, errors }: Omit<MatchProps, 'business'>) {
  const { matches: words, errors: errorWords } = staffTexts[language]
  const field = fieldsOf({ language, words: errorWords, typed, errors })
  const choices = [
    ...candidates.map(({ business, why }) => ({
      value: business.id,
      label: [nameOnDoor(business), addressLine(business)].filter((part) => part !== '').join(', '),
      hint: words.candidate(formatSiret(business.siret), words.why[why]),
    })),
    { value: 'siret', label: words.bySiret },
    { value: 'aucun', label: words.nobody },
  ]
  return (
    <form method="post" action={matchUrl(listing.id)} noValidate>
      <RadioGroup
        {...field('choix')}
        label={words.choose}
        hint={candidates.length === 0 ? words.noCandidate : undefined}
        choices={choices}
        value={typed['choix']}
      />
      <TextField
        {...field('siret')}
        label={words.siret}
        hint={words.siretHint}
        inputMode="numeric"
        width="medium"
        maxLength={20}
        optional
      />
      <ButtonRow>
        <Button>{words.settle}</Button>
        <ButtonLink kind="plain" href={matchesAfter(listing.id)}>
          {words.later}
        </ButtonLink>
      </ButtonRow>
    </form>
  )
}

function Settled({
  page: { language },
  listing,
  business,
}: Pick<MatchProps, 'page' | 'listing' | 'business'>) {
  const words = staffTexts[language].matches
  return (
    <>
      <Notice language={language} kind="done">
        <p>{listing.state === 'linked' ? words.linked : words.alone}</p>
        {business && (
          <p>
            {nameOnDoor(business)}, {addressLine(business)}, {formatSiret(business.siret)}
          </p>
        )}
      </Notice>
      <ButtonRow>
        <ButtonLink href={matchesAfter(listing.id)}>{words.next}</ButtonLink>
        <form method="post" action={listUrls.unsettlePattern.replace(':id', listing.id)}>
          <Button kind="plain">{words.takeBack}</Button>
        </form>
      </ButtonRow>
    </>
  )
}
