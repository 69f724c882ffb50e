import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/field.tsx'
import { formatDateTime } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { siteUrls } from '../../ui/urls.ts'
import { addressLine, nameOnDoor, type BusinessSummary } from '../businesses/business.ts'
import { zoneOfDepartment } from '../businesses/geography.ts'
import { spokenChannels } from './entry.ts'
import { texts } from './texts.ts'
import { entryUrls } from './urls.ts'

export type Begun = { id: string; startedAt: Date; finishedAt: Date | null }

export type BeginProps = {
  page: PageContext
  business: BusinessSummary | null
  begun: readonly Begun[]
  /** Of this form: sent twice, it begins one diagnostic. */
  formKey: string
  error?: string | undefined
}

/** Begin or go on with a diagnostic for one business; the paper is beside. */
export function BeginPage(props: BeginProps) {
  const { page, business, begun } = props
  const words = texts[page.language].begin
  return (
    <StaffPage page={page} title={words.title} context={<OnPaper page={page} business={business} />}>
      {business && (
        <p>
          <a href={entryUrls.story(business.id)}>{words.back}</a>
        </p>
      )}
      <BeginError {...props} />
      <h1>{words.title}</h1>
      <p>
        <b>{business ? `${nameOnDoor(business)}, ${addressLine(business)}` : words.unnamed}</b>
      </p>
      <p>{words.lead}</p>
      <BeginForm {...props} />
      {begun.length > 0 && <GoOn page={page} business={business} begun={begun} />}
    </StaffPage>
  )
}

function BeginError({ page: { language }, error }: BeginProps) {
  const message = error === undefined ? undefined : texts[language].errors[error]
  return <ErrorSummary language={language} errors={message ? [{ field: 'channel', message }] : []} />
}

function BeginForm({ page: { language }, business, formKey, error }: BeginProps) {
  const { begin: words, errors } = texts[language]
  const choices = spokenChannels.map((value) => ({ value, label: words.channels[value] }))
  return (
    <form method="post" action={entryUrls.begin}>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="commerce" value={business?.id ?? ''} />
      <RadioGroup
        {...{ language, name: 'channel', label: words.channel, choices }}
        error={error === undefined ? undefined : errors[error]}
      />
      <ButtonRow>
        <Button>{words.start}</Button>
      </ButtonRow>
    </form>
  )
}

function GoOn({ page: { language }, business, begun }: Pick<BeginProps, 'page' | 'business' | 'begun'>) {
  const words = texts[language].begin
  const zone = zoneOfDepartment(business?.departmentCode ?? null)
  return (
    <section>
      <h2>{words.goOn}</h2>
      <ul class="bare">
        {begun.map(({ id, startedAt, finishedAt }) => (
          <li key={id}>
            <a href={entryUrls.run(id)}>{words.goOnOne(formatDateTime(startedAt, { zone, language }))}</a> (
            {words.goOnState[finishedAt ? 'finished' : 'open']})
          </li>
        ))}
      </ul>
    </section>
  )
}

function OnPaper({ page: { language }, business }: Pick<BeginProps, 'page' | 'business'>) {
  const words = texts[language].begin
  return (
    <>
      <h2>{words.paper}</h2>
      <p>{words.paperText}</p>
      <p>
        <a href={entryUrls.printed}>{words.paperPrint}</a>
      </p>
      <p>
        <a href={business ? entryUrls.paperOf(business.siret) : entryUrls.paper}>{words.paperType}</a>
      </p>
    </>
  )
}

/** For the part of the team whose role it is not. */
export function NotForYouPage({ page }: { page: PageContext }) {
  const words = texts[page.language].forbidden
  return (
    <StaffPage page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.reason}</p>
      <ButtonLink href={siteUrls.staff}>{words.home}</ButtonLink>
    </StaffPage>
  )
}
