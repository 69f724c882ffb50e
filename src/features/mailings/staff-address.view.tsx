import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button } from '../../ui/button.tsx'
import { EmailField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { formatDate } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { programmeZone } from '../programmes/programme.ts'
import type { KnownAddress } from './address.ts'
import { texts } from './texts.ts'
import { mailingUrls } from './urls.ts'

type AddressProps = {
  page: PageContext
  typed: Typed
  errors: FieldErrors
  /** Null: nobody of one's own businesses gave it. Left out: nothing was asked yet. */
  known: KnownAddress | null | undefined
}

/** One address: why we write to it, or do not, and what it was sent. */
export function AddressPage({ page, typed, errors, known }: AddressProps) {
  const { language } = page
  const { address: words, errors: errorWords, staff } = texts[language]
  const field = fieldsOf({ language, words: errorWords, typed, errors })
  return (
    <StaffPage page={page} title={words.title}>
      <FormErrors language={language} words={errorWords} errors={errors} />
      <h1>{words.title}</h1>
      <form method="post" action={mailingUrls.addresses} noValidate>
        <EmailField {...field('email')} label={words.email} />
        <Button kind="plain">{words.see}</Button>
      </form>
      {known === null && <p>{words.unknown}</p>}
      {known && <Known page={page} known={known} />}
      <p>
        <a href={mailingUrls.list}>{staff.backToList}</a>
      </p>
    </StaffPage>
  )
}

function Known({ page: { language }, known }: { page: PageContext; known: KnownAddress }) {
  const words = texts[language].address
  const day = (moment: Date) => formatDate(moment, programmeZone, language)
  const isAside = known.suppressions.some(({ reason }) => reason === 'staff')
  return (
    <>
      <h2>{words.why}</h2>
      {known.sources.length === 0 && <p>{words.noSource}</p>}
      <ul>
        {known.sources.map(({ name, source, collectedAt }, index) => (
          <li key={index}>{words.source[source](name, day(collectedAt))}</li>
        ))}
      </ul>
      {known.sources.length > 0 && <p>{words.basis}</p>}
      <h2>{words.whyNot}</h2>
      {known.suppressions.length === 0 && <p>{words.nothing}</p>}
      <ul>
        {known.suppressions.map(({ reason, scope, suppressedAt }) => (
          <li key={`${reason} ${scope}`}>{words.reasons[reason](words.scopes[scope], day(suppressedAt))}</li>
        ))}
      </ul>
      <form method="post" action={mailingUrls.addresses}>
        <input type="hidden" name="email" value={known.email} />
        <Button kind="plain" name="act" value={isAside ? 'back' : 'aside'}>
          {isAside ? words.back : words.aside}
        </Button>
      </form>
      <Mails language={language} mails={known.mails} />
    </>
  )
}

function Mails({ language, mails }: Pick<KnownAddress, 'mails'> & Pick<PageContext, 'language'>) {
  const { address: words, staff } = texts[language]
  if (mails.length === 0) return null
  return (
    <Table
      caption={words.mails}
      columns={words.columns.map((heading) => ({ heading }))}
      rows={mails.map(({ mailingId, texts: written, state, endedAt, bounce, reply }) => [
        <a href={mailingUrls.mailing(mailingId)}>{written.fr.subject}</a>,
        staff.recipientStates[state],
        endedAt ? formatDate(endedAt, programmeZone, language) : '',
        bounce ? words.bounces[bounce] : '',
        reply ?? '',
      ])}
    />
  )
}
